from django.test import TestCase

from quotesdb import merging
from quotesdb.models import Merge, Outlet, Quote, Speaker
from quotesdb.refusals import Refused
from tests.factory import make_appearance, make_article, make_outlet, make_quote, make_speaker


class SplitTests(TestCase):
    def test_two_namesakes(self):
        both = make_speaker("Grace Hill")
        hers, theirs = make_quote(speaker=both), make_quote(speaker=both)
        printed = make_appearance(theirs, chain=[both])
        other = make_appearance(hers, chain=[both])
        new = Speaker(name="Grace Hill", kind="person", description="The younger.")
        chosen = {"quote.speaker": [theirs.pk]}
        merging.split(both, new, chosen, by=None, why="one was born later")
        self.assertEqual(new.slug, "grace-hill-2")
        self.assertEqual(list(new.quotes.all()), [theirs])
        self.assertEqual(list(both.quotes.all()), [hers])
        self.assertEqual(printed.chain.get().speaker, new)
        self.assertEqual(other.chain.get().speaker, both)
        self.assertFalse(Merge.objects.exists())

    def test_a_quote_that_was_two(self):
        quote = make_quote("We may talk.")
        first, second = make_appearance(quote), make_appearance(quote)
        new = Quote(text="We may talk.", language="en")
        chosen = {"appearance.quote": [second.pk]}
        merging.split(quote, new, chosen, by=None, why="said again a month later")
        for record in (quote, new):
            record.refresh_from_db()
            self.assertEqual(record.appearance_count, 1)
        first.refresh_from_db()
        self.assertEqual(first.quote, quote)

    def test_an_outlet_and_its_speaker(self):
        post = make_outlet("The Post")
        article = make_article(outlet=post)
        hop = make_appearance(chain=[post]).chain.get()
        new = Outlet(speaker=Speaker(name="The Other Post"), domain="other.example")
        chosen = {"article.outlet": [article.pk], "hop.speaker": [hop.pk]}
        merging.split(post, new, chosen, by=None, why="two papers")
        article.refresh_from_db()
        hop.refresh_from_db()
        self.assertEqual((article.outlet, hop.speaker), (new, new.speaker))

    def test_what_is_split_off_and_merged_back_is_as_before(self):
        both = make_speaker("Grace Hill")
        quote = make_quote(speaker=both)
        new = Speaker(name="Grace Hill", kind="person")
        merging.split(both, new, {"quote.speaker": [quote.pk]}, by=None, why="two")
        merging.merge(new, both, by=None, why="one after all")
        quote.refresh_from_db()
        self.assertEqual(quote.speaker, both)

    def test_it_is_refused_with_a_sentence(self):
        both, other = make_speaker("Grace Hill"), make_speaker("Ada Byron")
        quote, foreign = make_quote(speaker=both), make_quote(speaker=other)
        for chosen, why, sentence in (
            ({}, "two", "Choose what goes"),
            ({"quote.speker": [quote.pk]}, "two", "quote.speaker"),
            ({"quote.speaker": [foreign.pk]}, "two", "are not among its quotes"),
            ({"quote.speaker": [quote.pk]}, "", "needs a reason"),
        ):
            with self.subTest(sentence), self.assertRaises(Refused) as caught:
                merging.split(both, Speaker(name="X", kind="person"), chosen, by=None, why=why)
            self.assertIn(sentence, str(caught.exception))
        with self.assertRaises(Refused):
            merging.split(
                both, Speaker(kind="person"), {"quote.speaker": [quote.pk]}, by=None, why="two"
            )
        self.assertEqual(Speaker.objects.count(), 2)
