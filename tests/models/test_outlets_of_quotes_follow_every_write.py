from datetime import date
from io import StringIO

from django.core.management import call_command
from django.test import TestCase

from quotesdb import curation, outlets_of_quotes
from quotesdb.models import PrintedBy, Quote
from quotesdb.turns import taken
from tests.factory import make_appearance, make_article, make_outlet, make_quote

DAYS = ("sort_date", "said_until", "is_open", "first_on", "last_on")


class OutletsOfQuotesTests(TestCase):
    """The Post prints a quote on two days; somebody unknown prints it too."""

    @classmethod
    def setUpTestData(cls):
        cls.post = make_outlet("Post")
        cls.early = make_article(outlet=cls.post, published_on=date(2024, 1, 3))
        cls.late = make_article(outlet=cls.post, published_on=date(2024, 2, 5))
        cls.quote = make_quote(said_from=date(2024, 1, 1), said_until=date(2024, 1, 2))
        cls.first = make_appearance(cls.quote, cls.early)
        cls.last = make_appearance(cls.quote, cls.late)
        make_appearance(cls.quote)

    def kept(self):
        return dict(PrintedBy.objects.values_list("outlet__speaker__slug", "quote"))

    def days(self):
        return PrintedBy.objects.values_list(*DAYS).get(outlet=self.post)

    def test_each_outlet_once_and_the_unknown_ones_together(self):
        self.assertEqual(self.kept(), {"post": self.quote.pk, None: self.quote.pk})
        first_of_january, second = date(2024, 1, 1), date(2024, 1, 2)
        self.assertEqual(
            self.days(),
            (first_of_january, second, False, date(2024, 1, 3), date(2024, 2, 5)),
        )

    def test_an_article_that_changes_its_day_or_its_outlet(self):
        self.late.published_on = None
        curation.keep_article(self.late, by=None)
        self.assertEqual(self.days()[3:], (date(2024, 1, 3), date(2024, 1, 3)))
        for article in (self.early, self.late):
            article.outlet = None
            curation.keep_article(article, by=None)
        self.assertEqual(self.kept(), {None: self.quote.pk})

    def test_a_quote_of_which_only_the_end_is_known(self):
        self.quote.said_from = None
        curation.keep_quote(self.quote, by=None)
        self.assertEqual(self.days()[:3], (date(2024, 1, 3), date(2024, 1, 2), True))

    def test_an_appearance_that_moves_to_another_quote_or_is_deleted(self):
        other = make_quote("Else.")
        self.last.quote = other
        curation.keep_appearance(self.last, by=None)
        self.assertEqual(PrintedBy.objects.get(quote=other).first_on, date(2024, 2, 5))
        curation.discard([self.first], by=None)
        self.assertEqual(PrintedBy.objects.filter(outlet=self.post).get().quote, other)

    def test_what_was_merged_away_is_printed_by_nobody(self):
        Quote.objects.filter(pk=self.quote.pk).update(merged_into=make_quote("Else."))
        outlets_of_quotes.renew([self.quote.pk])
        self.assertFalse(PrintedBy.objects.exists())

    def test_recount_mends_and_says(self):
        PrintedBy.objects.filter(outlet=None).delete()
        PrintedBy.objects.update(first_on=None, last_on=None)
        told = StringIO()
        call_command("recount", stdout=told, stderr=StringIO())
        self.assertIn("of the outlets that print it, 1 wrong and 2 missing", told.getvalue())
        self.assertEqual(self.days()[3:], (date(2024, 1, 3), date(2024, 2, 5)))

    def test_built_anew_they_are_the_same(self):
        right = set(PrintedBy.objects.values_list("quote", "outlet", *DAYS))
        PrintedBy.objects.all().delete()
        with taken():
            outlets_of_quotes.rebuild()
        self.assertEqual(set(PrintedBy.objects.values_list("quote", "outlet", *DAYS)), right)

    def test_nothing_is_written_where_nothing_differs(self):
        with self.assertNumQueries(2):
            self.assertEqual(outlets_of_quotes.renew([self.quote.pk]), {})
