from datetime import date
from io import StringIO

from django.core.management import call_command
from django.test import TestCase

from quotesdb import merging
from quotesdb.models import Appearance, Merge, Reliance, Speaker
from tests.factory import (
    make_appearance,
    make_article,
    make_correction,
    make_outlet,
    make_quote,
    make_speaker,
)
from tests.merging.dump import differences, dump


def recounted():
    told = StringIO()
    call_command("recount", stdout=told, stderr=StringIO())
    return [line for line in told.getvalue().splitlines() if "mended" not in line][1:]


def asked(plan):
    """What has to be chosen, with the first of the options."""
    return {it.name: it.options[0] for it in plan.all_choices() if it.chosen is None}


class UndoneIsAsItWasTests(TestCase):
    def merge(self, loser, survivor, **keep):
        plan = merging.preview(loser, survivor, by=None)
        keep = {**asked(plan), **keep}
        return merging.merge(loser, survivor, by=None, why="the same", keep=keep)

    def assert_undone_is_as_it_was(self, loser, survivor, **keep):
        before = dump()
        merge = self.merge(loser, survivor, **keep)
        self.assertNotEqual(before, dump())
        self.assertEqual(recounted(), [])
        merging.undo(merge.pk, by=None)
        self.assertEqual(differences(before, dump()), {})
        self.assertEqual(recounted(), [])

    def test_of_speakers(self):
        one = make_speaker("Grace Hill", aliases=["G. Hill", "Hill"], wikidata_id="Q1")
        other = make_speaker("Grace B. Hill", aliases=["Hill"], description="A mayor.")
        source = make_speaker("a mayor", kind="anonymous", identified_as=one)
        quote = make_quote(speaker=one)
        make_quote("Another.", speaker=other)
        make_appearance(quote, chain=[one, source])
        self.assert_undone_is_as_it_was(one, other)

    def test_of_speakers_of_whom_nothing_moves_but_an_alias(self):
        one, other = make_speaker("Grace Hill", aliases=["G. Hill"]), make_speaker("Grace Hill")
        self.assert_undone_is_as_it_was(one, other)

    def test_of_outlets(self):
        one = make_outlet("Harbour Post", domain="harbour.example", aliases=["HP"])
        other = make_outlet("The Harbour Post", country="GB", domain="post.example")
        make_speaker("a clerk", kind="anonymous", granted_by=one)
        article = make_article(relies_on=[one, Reliance(outlet=other, certainty="inferred")])
        printed = make_article(outlet=one, relies_on=[article])
        quote = make_quote()
        make_appearance(quote, article, chain=[one])
        make_appearance(quote, printed, chain=[other])
        self.assert_undone_is_as_it_was(one, other, domain="loser")

    def test_of_quotes(self):
        speaker = make_speaker()
        one = make_quote("They may talk.", speaker=speaker, said_from=date(2024, 1, 1))
        other = make_quote("They may talk, yes.", said_until=date(2024, 2, 1))
        article = make_article(published_on=date(2024, 1, 3))
        first = make_appearance(one, article, chain=[speaker])
        second = make_appearance(other, article, segments=["They may talk."])
        inner = make_appearance(make_quote("talk"), article, nested_in=first)
        make_appearance(one)
        for about in (one, other, first, second, inner):
            make_correction(about)
        self.assert_undone_is_as_it_was(one, other)

    def test_of_what_was_merged_into_it_before(self):
        first, second, third = (make_speaker(f"Grace {it}", aliases=["G."]) for it in "ABC")
        make_quote("One.", speaker=first)
        make_quote("Two.", speaker=second)
        before = dump()
        for step in (1, -1):
            merges = [self.merge(first, second), self.merge(second, third)]
            self.assertEqual(Speaker.objects.filter(merged_into=third).count(), 2)
            for merge in merges[::step]:
                merging.undo(merge.pk, by=None)
            self.assertEqual(differences(before, dump()), {})

    def test_an_undone_one_leads_to_where_it_led(self):
        first, second, third = (make_speaker(f"Grace {it}") for it in "ABC")
        quote = make_quote(speaker=first)
        self.merge(first, second)
        merge = self.merge(second, third)
        merging.undo(merge.pk, by=None)
        first.refresh_from_db()
        quote.refresh_from_db()
        self.assertEqual((first.merged_into, quote.speaker), (second, second))

    def test_a_printing_goes_along(self):
        article = make_article()
        one, other = make_quote("They may talk."), make_quote("They may talk.")
        gone, kept = make_appearance(one, article), make_appearance(other, article)
        self.merge(one, other)
        gone.refresh_from_db()
        other.refresh_from_db()
        self.assertEqual(gone.merged_into, kept)
        self.assertEqual(other.appearance_count, 1)
        self.assertEqual(Appearance.objects.standing().get(), kept)
        self.assertEqual(Merge.objects.by_themselves().count(), 1)
