from django.test import TestCase

from quotesdb import review
from quotesdb.models import Candidate
from quotesdb.review.proposals import proposal_of
from tests.admin.desk import make_curator
from tests.admin.review.asking import get
from tests.factory import make_appearance, make_article, make_quote
from tests.review.submitted import BODY, candidate, submit

ADDRESS = "https://harbour.example/winter"


class ArticlePageTests(TestCase):
    def setUp(self):
        self.ada = make_curator("ada")
        self.client.force_login(self.ada)
        self.article = submit(url=ADDRESS, title="Winter").article

    def page(self):
        return get(self.client, f"article/{self.article.pk}/")

    def accept(self, words):
        one = candidate(words)
        verdict = proposal_of(one).verdict
        return review.accept(one.pk, verdict, by=self.ada, opened_version=1)

    def state(self):
        return self.page().context["state"]

    def test_it_has_the_text_and_every_candidate_with_its_place(self):
        state = self.state()
        self.assertEqual(state["body"], BODY)
        self.assertEqual(len(state["candidates"]), Candidate.objects.count())
        self.assertTrue(state["may_decide"])

    def test_what_is_recorded_of_it_otherwise_is_shown_too(self):
        quote = make_quote("for the winter")
        make_appearance(quote, self.article)
        recorded = self.state()["recorded"][0]
        start = BODY.index("for the winter")
        self.assertEqual(recorded["segments"], [[start, start + 14]])

    def test_recorded_words_that_are_gone_from_the_new_text_are_listed(self):
        self.accept("We will open again")
        self.accept("Nobody has asked")
        submit(BODY.replace("when the ice has gone", "in spring"), url=ADDRESS)
        page = self.page()
        self.assertContains(page, "1 recorded wording no longer stands in it")
        self.assertEqual(
            [it["words"] for it in page.context["gone"]],
            ["We will open again when the ice has gone,"],
        )

    def test_where_all_still_stands_it_says_so(self):
        self.accept("We will open again")
        submit(BODY.replace("Monday", "Tuesday"), url=ADDRESS)
        self.assertContains(self.page(), "All that is recorded still stands in it.")

    def test_it_leads_to_no_markup_of_the_article(self):
        article = submit("“</script><b>Bold</b> words are these,” said Tom Reed.\n").article
        page = get(self.client, f"article/{article.pk}/")
        self.assertNotContains(page, "<b>Bold")

    def test_the_articles_own_page_leads_there(self):
        address = f"/admin/quotesdb/article/{self.article.pk}/change/"
        leads = f'href="/admin/quotesdb/candidate/article/{self.article.pk}/"'
        self.assertContains(self.client.get(address), leads)
        other = f"/admin/quotesdb/article/{make_article().pk}/change/"
        self.assertNotContains(self.client.get(other), "A reader has proposed")

    def test_an_article_without_a_text_has_no_such_page(self):
        self.assertEqual(get(self.client, f"article/{make_article().pk}/").status_code, 404)
        self.assertEqual(get(self.client, f"article/{10**17}/").status_code, 404)

    def test_it_costs_the_same_however_much_there_is(self):
        self.accept("We will open again")
        self.page()
        with self.assertNumQueries(10):
            self.page()
        self.accept("Nobody has asked")
        for number in range(3):
            make_appearance(make_quote(f"Words {number}."), self.article)
        with self.assertNumQueries(10):
            self.page()
