"""A moment names one act, and the later act has the later moment, whatever the clock says."""

from datetime import UTC, datetime, timedelta
from unittest import mock

from django.test import TestCase

from quotesdb import acts, turns
from quotesdb.models import Candidate, Change, Edition, Quote
from quotesdb.models.history import Act, current_act
from quotesdb.vocabulary import Door
from tests.factory import make_article, make_quote, make_text

NOON = datetime(2030, 1, 1, 12, tzinfo=UTC)
SHORTEST = timedelta(microseconds=1)


def at(moment):
    return mock.patch("django.utils.timezone.now", return_value=moment)


def moments(model=Quote):
    return list(model.history.order_by("history_id").values_list("history_date", flat=True))


class MomentsTests(TestCase):
    def test_a_clock_that_stands_still(self):
        with at(NOON):
            make_quote("One.")
            make_quote("Two.")
        self.assertEqual(moments(), [NOON, NOON + SHORTEST])

    def test_a_clock_that_is_put_back(self):
        with at(NOON):
            make_quote("One.")
        with at(NOON - timedelta(hours=1)):
            make_quote("Two.")
        self.assertEqual(moments(), [NOON, NOON + SHORTEST])

    def test_an_act_that_was_prepared_before_another(self):
        """Its moment is that of its turn, not that in which somebody thought of it."""
        early = Act(Door.ADMIN)
        make_quote("One.")
        with acts.whole(early):
            acts.keep(Quote(text="Two."))
            self.assertGreater(current_act().at, moments()[0])
        self.assertEqual(moments(), sorted(moments()))

    def test_what_is_told_nobody_counts_as_well(self):
        article = make_article()
        make_text(article, "A text.")
        with at(NOON):
            for number in range(2):
                with acts.whole(Act(Door.IMPORT)):
                    acts.insert([self.candidate(article, number)])
        self.assertEqual(moments(Candidate), [NOON, NOON + SHORTEST])

    def candidate(self, article, number):
        found = {"reader": "a reader", "rule": "a rule", "confidence": 0.5, "form": "direct"}
        return Candidate(
            text=article.texts.get(), fingerprint=str(number), start=0, segments=[[0, 1]], **found
        )

    def test_an_act_within_a_longer_turn(self):
        with at(NOON), turns.taken():
            make_quote("One.")
            make_quote("Two.")
        with at(NOON):
            make_quote("Three.")
        self.assertEqual(moments(), [NOON, NOON + SHORTEST, NOON + 2 * SHORTEST])

    def test_an_act_that_writes_nothing_takes_no_moment(self):
        make_quote()
        before = Edition.objects.get().at
        with acts.whole(Act(Door.ADMIN)):
            pass
        self.assertEqual(Edition.objects.get().at, before)

    def test_changes_have_the_moment_of_their_act(self):
        with at(NOON):
            make_quote(speaker="Grace Hill")
        told = Change.objects.order_by("id").values_list("at", flat=True)
        self.assertEqual(list(told), [NOON, NOON + SHORTEST])
