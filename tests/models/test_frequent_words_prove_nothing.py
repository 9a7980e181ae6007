"""A word put in by two papers is a shared error, unless everybody uses it all the time."""

from io import StringIO

from django.core.management import call_command
from django.test import TestCase

from tests.factory import make_appearance, make_article, make_outlet, make_quote


class FrequentWordsTests(TestCase):
    def setUp(self):
        self.quote = make_quote("We will build the bridge in spring.", language="en")
        for name in ("Post", "Courier"):
            article = make_article(outlet=make_outlet(name))
            words = "We will build the causeway in spring."
            make_appearance(self.quote, article, segments=[words], language="en")

    def counted(self):
        call_command("recount", stdout=StringIO(), stderr=StringIO())
        self.quote.refresh_from_db()
        return self.quote.independent_origins_inferred

    def others_with_it(self, times, language="en"):
        for number in range(times):
            make_quote(f"The causeway is closed, day {number}.", language=language)

    def test_a_rare_word_is_telling(self):
        self.others_with_it(19)
        self.assertEqual(self.counted(), 1)

    def test_a_frequent_one_is_not(self):
        self.others_with_it(20)
        self.assertEqual(self.counted(), 2)

    def test_a_word_is_frequent_in_its_own_language(self):
        self.others_with_it(20, language="fr")
        self.assertEqual(self.counted(), 1)

    def test_nothing_changes_before_it_is_counted(self):
        self.others_with_it(20)
        self.quote.refresh_from_db()
        self.assertEqual(self.quote.independent_origins_inferred, 1)
