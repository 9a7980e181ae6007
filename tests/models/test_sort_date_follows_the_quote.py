from datetime import date

from django.test import TestCase

from quotesdb import curation
from tests.factory import make_appearance, make_article, make_quote

NEVER = date.min
MAY, JUNE = date(2023, 5, 1), date(2023, 6, 1)


class SortDateTests(TestCase):
    def setUp(self):
        self.quote = make_quote()
        self.article = make_article(published_on=MAY)

    def sort_date(self, quote=None):
        quote = quote or self.quote
        quote.refresh_from_db()
        return quote.sort_date

    def print_it(self):
        return make_appearance(self.quote, self.article)

    def test_a_quote_without_any_date_comes_first(self):
        self.assertEqual(self.sort_date(), NEVER)

    def test_the_earliest_publication_counts(self):
        make_appearance(self.quote, make_article(published_on=JUNE))
        self.print_it()
        self.assertEqual(self.sort_date(), MAY)

    def test_an_undated_article_changes_nothing(self):
        self.print_it()
        make_appearance(self.quote, make_article())
        self.assertEqual(self.sort_date(), MAY)

    def test_when_it_was_said_counts_more(self):
        self.print_it()
        self.quote.said_from = JUNE
        curation.keep_quote(self.quote, by=None)
        self.assertEqual(self.sort_date(), JUNE)

    def test_forgetting_when_it_was_said_leads_back_to_the_publication(self):
        quote = make_quote(said_from=JUNE)
        make_appearance(quote, self.article)
        quote.said_from = None
        curation.keep_quote(quote, by=None)
        self.assertEqual(self.sort_date(quote), MAY)

    def test_an_appearance_that_moves_takes_its_date_along(self):
        appearance, other = self.print_it(), make_quote()
        appearance.quote = other
        curation.keep_appearance(appearance, by=None)
        self.assertEqual([self.sort_date(), self.sort_date(other)], [NEVER, MAY])

    def test_an_appearance_that_is_deleted_takes_its_date_along(self):
        curation.discard([self.print_it()], by=None)
        self.assertEqual(self.sort_date(), NEVER)

    def test_an_appearance_that_moves_to_another_article_takes_its_date(self):
        appearance = self.print_it()
        appearance.article = make_article(published_on=JUNE)
        curation.keep_appearance(appearance, by=None)
        self.assertEqual(self.sort_date(), JUNE)

    def test_an_article_gives_its_new_date(self):
        self.print_it()
        self.article.published_on = JUNE
        curation.keep_article(self.article, by=None)
        self.assertEqual(self.sort_date(), JUNE)
        self.article.published_on = None
        curation.keep_article(self.article, by=None)
        self.assertEqual(self.sort_date(), NEVER)

    def test_an_articles_own_sort_date_is_never_empty(self):
        self.assertEqual([make_article().sort_date, self.article.sort_date], [NEVER, MAY])
