from datetime import date

from django.core.exceptions import PermissionDenied
from django.test import TestCase

from quotesdb import merging
from quotesdb.models import Curator, Merge, Speaker
from quotesdb.refusals import Refused
from tests.factory import make_appearance, make_article, make_outlet, make_quote, make_speaker


class RefusedTests(TestCase):
    def refused(self, loser, survivor, **options):
        options = {"by": None, "why": "the same", **options}
        with self.assertRaises(Refused) as caught:
            merging.merge(loser, survivor, **options)
        self.assertFalse(Merge.objects.exists())
        return " ".join(it.sentence for it in caught.exception.refusals)

    def test_a_record_into_itself(self):
        one = make_speaker()
        self.assertIn("This is one record", self.refused(one, one))

    def test_records_of_two_sorts(self):
        self.assertIn("cannot be merged", self.refused(make_speaker(), make_quote()))

    def test_what_was_merged_before(self):
        one, other, third = (make_speaker(it) for it in "ABC")
        merge = merging.merge(one, other, by=None, why="the same")
        one.refresh_from_db()
        for loser, survivor in ((one, third), (third, one)):
            with self.assertRaises(Refused) as caught:
                merging.merge(loser, survivor, by=None, why="the same")
            self.assertIn("merged into another already", str(caught.exception))
        self.assertEqual(Merge.objects.get(), merge)

    def test_an_outlet_into_who_is_none(self):
        outlet, other = make_outlet(), make_speaker(kind="organization")
        self.assertIn("is an outlet", self.refused(outlet.speaker, other))

    def test_a_named_speaker_and_an_unnamed_source(self):
        source, other = make_speaker("a clerk", kind="anonymous"), make_speaker()
        self.assertIn("anonymous", self.refused(source, other))
        self.assertIn("anonymous", self.refused(other, source))

    def test_a_source_into_whom_it_turned_out_to_be_the_wrong_way_round(self):
        one = make_speaker("a clerk", kind="anonymous")
        other = make_speaker("a clerk", kind="anonymous", identified_as=one)
        self.assertIn("the other way round", self.refused(one, other))

    def test_quotes_of_which_one_stands_in_the_other_even_through_a_third(self):
        article = make_article()
        outer = make_appearance(article=article)
        middle = make_appearance(article=article, nested_in=outer)
        inner = make_appearance(article=article, nested_in=middle)
        self.assertIn("inside the other", self.refused(outer.quote, inner.quote))
        self.assertIn("inside the other", self.refused(inner.quote, outer.quote))

    def test_without_a_reason(self):
        self.assertIn("reason", self.refused(make_speaker("A"), make_speaker("B"), why=" "))

    def test_a_choice_that_nobody_has_made(self):
        one, other = make_speaker("A", wikidata_id="Q1"), make_speaker("B", wikidata_id="Q2")
        self.assertIn("Wikidata id", self.refused(one, other))

    def test_a_choice_that_there_is_not(self):
        one, other = make_speaker("A"), make_speaker("B")
        sentence = self.refused(one, other, keep={"nam": "loser"})
        self.assertIn('by the name of "nam"', sentence)
        self.assertIn('"name"', sentence)
        self.assertIn("is no choice", self.refused(one, other, keep={"name": "both"}))

    def test_what_was_changed_since_it_was_opened(self):
        one, other = make_speaker("A"), make_speaker("B")
        self.assertIn("changed one of the two", self.refused(one, other, opened=(1, 2)))

    def test_who_may_not(self):
        curator = Curator.objects.create_user("ada")
        one, other = make_speaker("A"), make_speaker("B")
        for deed in (
            lambda: merging.preview(one, other, by=curator),
            lambda: merging.merge(one, other, by=curator, why="the same"),
            lambda: merging.undo(1, by=curator),
            lambda: merging.split(one, Speaker(name="C"), {}, by=curator, why="two"),
        ):
            with self.assertRaises(PermissionDenied):
                deed()

    def test_a_merge_undone_twice_or_never_made(self):
        merge = merging.merge(make_speaker("A"), make_speaker("B"), by=None, why="the same")
        merging.undo(merge.pk, by=None)
        for number in (merge.pk, merge.pk + 99):
            with self.assertRaises(Refused):
                merging.undo(number, by=None)

    def test_a_part_of_a_merge_is_not_undone_by_itself(self):
        merge = merging.merge(make_outlet("A"), make_outlet("B"), by=None, why="the same")
        with self.assertRaises(Refused) as caught:
            merging.undo(merge.parts.get().pk, by=None)
        self.assertIn("undo that one", str(caught.exception))

    def test_what_another_has_taken_meanwhile(self):
        one, other = make_outlet("A", domain="a.example"), make_outlet("B", domain="b.example")
        first = merging.merge(one, other, by=None, why="the same", keep={"domain": "loser"})
        third = make_outlet("C", country="GB")
        other.refresh_from_db()
        merging.merge(other, third, by=None, why="the same")
        with self.assertRaises(Refused) as caught:
            merging.undo(first.pk, by=None)
        self.assertIn("domain", str(caught.exception))


class ContradictionTests(TestCase):
    def undecided(self, loser, survivor):
        choices = merging.preview(loser, survivor, by=None).all_choices()
        return {it.name for it in choices if it.chosen is None}

    def test_two_days_that_have_none_in_common(self):
        one = make_quote(said_from=date(2024, 1, 1), said_until=date(2024, 1, 2))
        other = make_quote(said_from=date(2024, 1, 3))
        self.assertEqual(self.undecided(one, other), {"said"})
        self.assertEqual(self.undecided(other, one), {"said"})

    def test_days_that_overlap_are_a_choice_with_a_default(self):
        one = make_quote(said_from=date(2024, 1, 1), said_until=date(2024, 1, 3))
        other = make_quote(said_from=date(2024, 1, 3))
        self.assertEqual(self.undecided(one, other), set())

    def test_two_speakers(self):
        one, other = make_quote(speaker="Ada"), make_quote(speaker="Grace")
        self.assertEqual(self.undecided(one, other), {"speaker"})

    def test_what_only_one_says_is_kept(self):
        one, other = make_quote(speaker="Ada", occasion="a dinner"), make_quote()
        self.assertEqual(self.undecided(one, other), set())
        merging.merge(one, other, by=None, why="the same")
        other.refresh_from_db()
        self.assertEqual((other.speaker.name, other.occasion), ("Ada", "a dinner"))
