"""Merges that set the same value, undone in the order in which they were done."""

from django.test import TestCase

from quotesdb import curation, merging
from tests.factory import make_quote, make_speaker


def merge(loser, survivor):
    """Let the survivor have what the loser says, wherever the two differ."""
    loser.refresh_from_db()
    survivor.refresh_from_db()
    asked = merging.preview(loser, survivor, by=None).all_choices()
    keep = {it.name: it.options[1] for it in asked}
    return merging.merge(loser, survivor, by=None, why="the same", keep=keep)


def undo_in_turn(*merges):
    for one in merges:
        merging.undo(one.pk, by=None)


class SetAnewTests(TestCase):
    def setUp(self):
        self.a, self.b, self.c = (
            make_speaker(f"Grace {it}", wikidata_id=f"Q{it}") for it in range(1, 4)
        )

    def speaker_of(self, quote):
        quote.refresh_from_db()
        return quote.speaker

    def test_a_name_that_two_merges_set(self):
        first, second = merge(self.b, self.a), merge(self.c, self.a)
        undo_in_turn(first, second)
        self.a.refresh_from_db()
        self.assertEqual((self.a.name, self.a.wikidata_id), ("Grace 1", "Q1"))

    def test_a_speaker_that_moved_and_then_was_chosen(self):
        one = make_quote("We may talk.", speaker=self.c)
        other = make_quote("We may talk.", speaker=self.b)
        undo_in_turn(merge(self.c, self.a), merge(other, one))
        self.assertEqual(self.speaker_of(one), self.c)

    def test_a_speaker_that_was_chosen_and_then_moved(self):
        one = make_quote("We may talk.", speaker=self.a)
        other = make_quote("We may talk.", speaker=self.b)
        undo_in_turn(merge(other, one), merge(self.b, self.c))
        self.assertEqual(self.speaker_of(one), self.a)

    def test_a_speaker_that_moved_then_was_chosen_and_then_moved_again(self):
        d = make_speaker("Grace 4")
        one = make_quote("We may talk.", speaker=self.c)
        other = make_quote("We may talk.", speaker=self.b)
        moved, chosen, again = merge(self.c, self.a), merge(other, one), merge(self.b, d)
        undo_in_turn(chosen, moved, again)
        self.assertEqual(self.speaker_of(one), self.c)

    def test_a_speaker_who_was_chosen_moved_and_then_chosen_anew(self):
        d, e = make_speaker("Grace 4"), make_speaker("Grace 5")
        one = make_quote("We may talk.", speaker=self.c)
        other = make_quote("We may talk.", speaker=self.b)
        third = make_quote("We may talk.", speaker=e)
        merges = (merge(other, one), merge(self.b, d), merge(third, one))
        undo_in_turn(*merges)
        self.assertEqual(self.speaker_of(one), self.c)

    def test_a_speaker_that_moved_and_then_was_chosen_twice(self):
        one, other, third = (
            make_quote("We may talk.", speaker=it)
            for it in (self.c, self.b, make_speaker("Grace 4"))
        )
        moved, chosen, anew = merge(self.c, self.a), merge(other, one), merge(third, one)
        undo_in_turn(chosen, anew, moved)
        self.assertEqual(self.speaker_of(one), self.c)

    def test_a_speaker_who_was_merged_while_another_was_chosen(self):
        one = make_quote("We may talk.", speaker=self.c)
        other = make_quote("We may talk.", speaker=self.b)
        chosen, merged = merge(other, one), merge(self.c, self.a)
        undo_in_turn(chosen)
        self.assertEqual(self.speaker_of(one), self.a)
        undo_in_turn(merged)
        self.assertEqual(self.speaker_of(one), self.c)

    def test_a_speaker_who_was_chosen_and_then_merged_into_the_one_before(self):
        one = make_quote("We may talk.", speaker=self.c)
        other = make_quote("We may talk.", speaker=self.b)
        undo_in_turn(merge(other, one), merge(self.b, self.c))
        self.assertEqual(self.speaker_of(one), self.c)

    def test_what_somebody_chose_since_stays(self):
        d = make_speaker("Grace 4")
        one = make_quote("We may talk.", speaker=self.c)
        other = make_quote("We may talk.", speaker=self.b)
        moved, chosen = merge(self.c, self.a), merge(other, one)
        one.refresh_from_db()
        one.speaker = d
        curation.keep_quote(one, by=None)
        undo_in_turn(chosen, moved)
        self.assertEqual(self.speaker_of(one), d)
