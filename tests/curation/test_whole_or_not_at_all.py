from unittest import mock

from django.test import TestCase, TransactionTestCase

from quotesdb import acts, curation
from quotesdb.models import Alias, Hop, Segment, Speaker
from quotesdb.refusals import Refused
from tests.factory import make_appearance, make_article, make_quote, make_speaker


class WholeTests(TestCase):
    def test_a_wrong_part_keeps_the_record_from_being_written(self):
        speaker = Speaker(name="Grace Hill", kind="person")
        with self.assertRaises(Refused):
            curation.keep_speaker(speaker, aliases=[Alias(name=" ")], by=None)
        self.assertFalse(Speaker.objects.exists() or Speaker.history.exists())

    def test_two_parts_alike_are_refused_at_the_second(self):
        aliases = [Alias(name="G. Hill"), Alias(name="G. Hill")]
        with self.assertRaises(Refused) as refused:
            curation.keep_speaker(make_speaker(), aliases=aliases, by=None)
        (refusal,) = refused.exception.refusals
        self.assertEqual(
            (refusal.path, refusal.sentence),
            (("aliases", 1), "This speaker has this alias already."),
        )

    def test_parts_may_change_places(self):
        appearance = make_appearance(segments=["First.", "Second."])
        turned = [Segment(position=at, exact=it) for at, it in enumerate(["Second.", "First."])]
        curation.keep_appearance(appearance, segments=turned, by=None)
        appearance.refresh_from_db()
        self.assertEqual(appearance.wording, "Second. First.")
        self.assertEqual([it.exact for it in appearance.segments.all()], ["Second.", "First."])

    def test_a_relation_that_is_not_named_stays(self):
        speaker = make_speaker()
        appearance = make_appearance(chain=[speaker])
        curation.keep_appearance(appearance, segments=[Segment(position=0, exact="New.")], by=None)
        self.assertEqual(list(appearance.chain.values_list("speaker", flat=True)), [speaker.pk])

    def test_what_is_missing_is_named(self):
        hop = Hop(position=0)
        with self.assertRaises(Refused) as refused:
            curation.keep_appearance(make_appearance(), chain=[hop], by=None)
        (refusal,) = refused.exception.refusals
        self.assertEqual(
            (refusal.path, refusal.sentence), (("chain", 0, "speaker"), "Speaker is missing.")
        )


class LettersTests(TestCase):
    """What one engine keeps and the other refuses is refused before either is asked."""

    def test_no_null_character(self):
        with self.assertRaisesMessage(Refused, "cannot be kept (U+0000)"):
            make_quote("a\0b")

    def test_no_half_of_a_surrogate_pair(self):
        with self.assertRaisesMessage(Refused, "cannot be kept (U+D83D)"):
            make_article(title="a \ud83d")

    def test_not_even_in_a_key(self):
        with self.assertRaisesMessage(Refused, "Key has a character"):
            make_article(key="a\0")


class RaceTests(TransactionTestCase):
    """The check saw nothing wrong, and the database does: somebody else was quicker."""

    def test_a_race_is_a_refusal(self):
        make_speaker("Grace Hill")
        twin = Speaker(name="Grace", slug="grace-hill", kind="person")
        with (
            mock.patch.object(acts, "complaints", return_value=()),
            self.assertRaisesMessage(Refused, curation.JUST_TAKEN),
        ):
            curation.keep_speaker(twin, by=None)
        self.assertEqual(Speaker.objects.get().name, "Grace Hill")

    def test_names_that_are_alike_get_slugs_of_their_own(self):
        slugs = [make_speaker("Grace Hill").slug for _ in range(3)]
        self.assertEqual(slugs, ["grace-hill", "grace-hill-2", "grace-hill-3"])
