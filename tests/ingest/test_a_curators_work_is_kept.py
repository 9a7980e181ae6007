from dataclasses import replace

from django.test import TestCase

from quotesdb import curation
from quotesdb.ingest import Settle
from quotesdb.models import Alias, Quote, Speaker
from quotesdb.records import QuoteRecord
from tests.factory import make_quote
from tests.ingest.brought import QUOTE, SPEAKER, bring, bring_with, by_hand, told

FILE, HAND = QUOTE.text, "They say: ready."
CONFLICT = ("quote", "talks", "text", FILE, HAND)


class KeptTests(TestCase):
    def setUp(self):
        bring()
        by_hand(Quote.objects.get(), text=HAND)

    def text(self):
        return Quote.objects.get().text

    def test_it_is_listed_and_kept_every_time(self):
        for _ in range(2):
            self.assertEqual(told(bring().conflicts), [CONFLICT])
            self.assertEqual(self.text(), HAND)

    def test_other_fields_of_the_record_follow_the_file(self):
        report = bring_with(replace(QUOTE, occasion="A speech"))
        self.assertEqual(told(report.conflicts), [CONFLICT])
        quote = Quote.objects.get()
        self.assertEqual((quote.text, quote.occasion), (HAND, "A speech"))

    def test_a_file_that_changes_meanwhile_does_not_win(self):
        for _ in range(2):
            report = bring_with(replace(QUOTE, text="New."))
            self.assertEqual(told(report.conflicts), [("quote", "talks", "text", "New.", HAND)])
            self.assertEqual(self.text(), HAND)

    def test_a_file_that_comes_to_say_the_same_ends_the_conflict(self):
        self.assertEqual(bring_with(replace(QUOTE, text=HAND)).conflicts, [])
        bring_with(replace(QUOTE, text="New."))
        self.assertEqual(self.text(), "New.")

    def test_a_curator_who_takes_it_back_ends_the_conflict(self):
        bring_with(replace(QUOTE, text="New."))
        by_hand(Quote.objects.get(), text=FILE)
        self.assertEqual(bring_with(replace(QUOTE, text="New.")).conflicts, [])
        self.assertEqual(self.text(), "New.")

    def test_theirs_takes_the_files_value_and_says_so(self):
        (conflict,) = bring(settle=Settle.THEIRS).conflicts
        self.assertEqual((conflict.settled_for, self.text()), ("theirs", FILE))
        self.assertEqual(bring().conflicts, [])

    def test_ours_keeps_the_databases_value_and_lists_it_no_more(self):
        (conflict,) = bring(settle=Settle.OURS).conflicts
        self.assertEqual((conflict.settled_for, self.text()), ("ours", HAND))
        self.assertEqual((bring().conflicts, self.text()), ([], HAND))

    def test_what_is_settled_stays_settled(self):
        bring(settle=Settle.OURS)
        self.assertEqual((bring(settle=Settle.THEIRS).conflicts, self.text()), ([], HAND))

    def test_a_settled_conflict_is_listed_again_when_the_file_changes(self):
        bring(settle=Settle.OURS)
        report = bring_with(replace(QUOTE, text="New."))
        self.assertEqual(told(report.conflicts), [("quote", "talks", "text", "New.", HAND)])

    def test_a_settled_conflict_is_listed_again_when_a_curator_changes_it(self):
        bring(settle=Settle.OURS)
        by_hand(Quote.objects.get(), text="Ready!")
        self.assertEqual(told(bring().conflicts), [("quote", "talks", "text", FILE, "Ready!")])

    def test_aliases_are_one_field(self):
        speaker = Speaker.objects.get(slug="ada")
        curation.keep_speaker(speaker, aliases=[Alias(name="Ada")], by=None)
        bring_with(replace(SPEAKER, name="Ada, Countess"))
        speaker.refresh_from_db()
        self.assertEqual(speaker.name, "Ada, Countess")
        self.assertEqual([it.name for it in speaker.aliases.all()], ["Ada"])


class MadeByHandTests(TestCase):
    """A record that a curator made under a key that a file brings later."""

    def setUp(self):
        make_quote("By hand.", key="q", occasion="A speech")

    def test_what_differs_is_a_conflict_and_what_does_not_is_not(self):
        record = QuoteRecord("q", "By file.", occasion="A speech")
        self.assertEqual(
            told(bring(record).conflicts), [("quote", "q", "text", "By file.", "By hand.")]
        )

    def test_what_did_not_differ_follows_the_file_from_then_on(self):
        bring(QuoteRecord("q", "By hand.", occasion="A speech"))
        report = bring(QuoteRecord("q", "By hand.", occasion="A letter"))
        self.assertEqual(report.conflicts, [])
        self.assertEqual(Quote.objects.get().occasion, "A letter")
