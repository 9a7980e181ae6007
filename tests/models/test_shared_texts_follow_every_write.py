"""Two papers print one quote, and nothing in them says that they have it from one place."""

from io import StringIO

from django.core.management import call_command
from django.test import TestCase

from quotesdb import curation
from quotesdb.models import ArticleText, Quote, SharedText
from tests.factory import make_appearance, make_article, make_outlet, make_quote, make_text

REPORT = (
    "The ferry company has cut its winter timetable for the third year running, and the island "
    "school now opens an hour late on days with fog. Parents have written to the county twice "
    "without an answer, while the company points to a contract that runs until next summer."
)
OTHER = (
    "Engineers measured the damage to the breakwater and found that the outer wall has sunk by "
    "a hand's width since the storms of last winter, when waves tore away the beacon and forty "
    "boats lost their moorings in a single night."
)


class TwoPapers(TestCase):
    def setUp(self):
        self.quote = make_quote("We will talk.")
        self.articles = [make_article(outlet=make_outlet(name)) for name in ("Post", "Courier")]
        self.appearances = [make_appearance(self.quote, article) for article in self.articles]

    def counted(self):
        self.quote.refresh_from_db()
        return self.quote.independent_origins, self.quote.independent_origins_inferred

    def attach(self, *bodies):
        for article, body in zip(self.articles, bodies, strict=True):
            make_text(article, body)


class SharedTextsTests(TwoPapers):
    def test_the_same_report_makes_them_one_by_inference_alone(self):
        self.attach(REPORT, f"By our staff. {REPORT}")
        self.assertEqual(self.counted(), (2, 1))
        shared = SharedText.objects.get()
        self.assertEqual((shared.share, shared.sample), (1.0, REPORT[:200].strip()))

    def test_reports_of_their_own_leave_them_two(self):
        self.attach(REPORT, OTHER)
        self.assertEqual(self.counted(), (2, 2))

    def test_only_the_last_version_of_a_text_counts(self):
        self.attach(REPORT, REPORT)
        make_text(self.articles[1], OTHER)
        self.assertEqual(self.counted(), (2, 2))
        make_text(self.articles[1], f"{OTHER} {REPORT}")
        self.assertEqual(self.counted(), (2, 1))

    def test_an_article_that_prints_the_quote_no_more_shares_nothing(self):
        self.attach(REPORT, REPORT)
        curation.discard([self.appearances[1]], by=None)
        self.assertEqual(self.counted(), (1, 1))
        self.assertFalse(SharedText.objects.exists())

    def test_a_text_that_was_kept_without_its_prints_gets_them_by_recount(self):
        self.attach(REPORT, REPORT)
        ArticleText.objects.update(prints=b"")
        curation.keep_quote(Quote(text="Other."), by=None)
        call_command("recount", stdout=StringIO(), stderr=StringIO())
        self.assertEqual(self.counted(), (2, 1))


class BoilerplateTests(TwoPapers):
    def setUp(self):
        super().setUp()
        self.attach(REPORT, REPORT)

    def recount(self):
        call_command("recount", stdout=StringIO(), stderr=StringIO())

    def elsewhere(self, times):
        for _ in range(times):
            make_text(make_article(), REPORT)

    def test_what_many_other_articles_hold_proves_nothing_once_it_is_counted(self):
        self.elsewhere(3)
        self.assertEqual(self.counted(), (2, 1))
        self.recount()
        self.assertEqual(self.counted(), (2, 2))

    def test_what_few_others_hold_still_does(self):
        self.elsewhere(2)
        self.recount()
        self.assertEqual(self.counted(), (2, 1))

    def test_articles_that_came_later_make_no_boilerplate_evidence_again(self):
        self.elsewhere(3)
        self.recount()
        for _ in range(3):
            article = make_article()
            make_appearance(self.quote, article)
            make_text(article, REPORT)
        self.assertEqual(self.counted(), (5, 5))
