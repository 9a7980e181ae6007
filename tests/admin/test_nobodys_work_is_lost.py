from unittest import mock

from django.contrib.admin.models import LogEntry
from django.test import TestCase

from quotesdb import curation
from quotesdb.curation import JUST_TAKEN, STALE
from quotesdb.models import Hop, Segment
from quotesdb.refusals import Refusal, Refused
from tests import factory
from tests.admin import desk


class NobodysWorkIsLostTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.curator = desk.make_curator()

    def setUp(self):
        self.client.force_login(self.curator)

    def test_a_page_opened_before_somebody_elses_change_saves_nothing(self):
        quote = factory.make_quote("Rivers do not negotiate.")
        page = desk.typed(self.client.get(desk.url(quote)))
        quote.occasion = "a speech"
        curation.keep_quote(quote, by=None)
        response = self.client.post(desk.url(quote), {**page, "text": "Rivers do."})
        self.assertEqual(desk.refused(response), [STALE])
        self.assertContains(response, "Rivers do.")
        quote.refresh_from_db()
        self.assertEqual((quote.text, quote.occasion), ("Rivers do not negotiate.", "a speech"))

    def test_an_outlets_page_notices_that_its_speaker_was_renamed(self):
        outlet = factory.make_outlet("The Harbour Post")
        page = desk.typed(self.client.get(desk.url(outlet)))
        outlet.speaker.name = "The Harbour Times"
        curation.keep_outlet(outlet, outlet.speaker, by=None)
        response = self.client.post(desk.url(outlet), {**page, "domain": "harbour.example"})
        self.assertIn(STALE, desk.refused(response))

    def test_a_part_that_somebody_else_removed_is_no_crash(self):
        appearance = factory.make_appearance(segments=["One.", "Two."])
        page = desk.typed(self.client.get(desk.url(appearance)))
        one = [Segment(position=0, exact="One.")]
        curation.keep_appearance(appearance, segments=one, by=None)
        response = self.client.post(desk.url(appearance), page)
        self.assertIn(STALE, desk.refused(response))

    def test_a_form_that_does_not_say_what_it_was_opened_from_saves_nothing(self):
        quote = factory.make_quote()
        response = desk.send(self.client, desk.url(quote), text="Other.", opened_version=None)
        self.assertEqual(response.status_code, 200)

    def test_a_race_lost_at_the_last_moment_comes_back_on_the_form(self):
        quote = factory.make_quote()
        lost = Refused([Refusal("quote", "", (), JUST_TAKEN)])
        with mock.patch("quotesdb.curation.keep_quote", side_effect=lost):
            response = desk.send(self.client, desk.url(quote), text="Other words.")
        self.assertEqual(desk.refused(response), [JUST_TAKEN])
        self.assertContains(response, "Other words.")
        self.assertEqual(LogEntry.objects.count(), 0)

    def test_saving_what_is_there_changes_nothing(self):
        quote = factory.make_quote("One line.\nAnd another.")
        before = Segment(position=0, exact=quote.text, prefix="he said: ", suffix=" and left")
        appearance = factory.make_appearance(quote, segments=[before])
        for record in (quote, appearance):
            response = desk.send(self.client, desk.url(record))
            self.assertEqual(response.status_code, 302, desk.errors(response))
            record.refresh_from_db()
            self.assertEqual(record.version, 1)

    def test_the_parts_keep_their_numbers_when_two_change_places(self):
        appearance = factory.make_appearance(segments=["One.", "Two."])
        places = {"segments__0__position": 1, "segments__1__position": 0}
        response = desk.send(self.client, desk.url(appearance), **places)
        self.assertEqual(response.status_code, 302, desk.errors(response))
        appearance.refresh_from_db()
        self.assertEqual(appearance.wording, "Two. One.")
        self.assertEqual(
            list(appearance.segments.values_list("position", "exact")), [(0, "Two."), (1, "One.")]
        )

    def test_hops_need_no_numbers(self):
        grace, ada = factory.make_speaker("Grace Hill"), factory.make_speaker("Ada Byron")
        appearance = factory.make_appearance()
        hops = {
            f"chain__{row}__{name}": value
            for row, speaker in enumerate([grace, ada])
            for name, value in [
                ("speaker", speaker.pk),
                ("relation", "said"),
                ("certainty", "stated"),
            ]
        }
        response = desk.send(self.client, desk.url(appearance), chain__TOTAL_FORMS=2, **hops)
        self.assertEqual(response.status_code, 302, desk.errors(response))
        self.assertEqual(
            list(Hop.objects.values_list("position", "speaker__name")),
            [(0, "Grace Hill"), (1, "Ada Byron")],
        )
