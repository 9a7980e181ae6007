from django.test import TestCase

from quotesdb.lookup import resembling
from tests.lookup.table import record_what_is_held


class ResemblingTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.quotes = record_what_is_held()

    def found(self, *segments, **told):
        keys = {quote.pk: key for key, quote in self.quotes.items()}
        return [(keys[match.quote], match.is_same) for match in resembling(segments, **told)]

    def test_the_likeliest_comes_first(self):
        found = self.found("The sea wall will hold,", "the town will stay dry this winter.")
        self.assertEqual(found[0], ("wall", True))

    def test_a_doubtful_likeness_is_shown_too(self):
        found = self.found("Nobody asked the fishermen about the ferry.")
        self.assertIn("ferry", [key for key, _ in found])

    def test_of_equal_ones_that_of_the_speakers_comes_first(self):
        words = self.quotes["hers"].text
        for key in ("hers", "his"):
            speaker = self.quotes[key].speaker_id
            self.assertEqual(self.found(words, speakers=[speaker])[0], (key, True))

    def test_no_more_than_most(self):
        self.assertEqual(len(self.found(self.quotes["hers"].text, most=1)), 1)

    def test_what_has_no_words_resembles_nothing(self):
        self.assertEqual(self.found("…"), [])
