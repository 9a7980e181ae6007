from django.test import TestCase

from quotesdb.models import Article, ArticleText, Candidate, Quote
from tests.review.submitted import BODY, candidate, submit


class SubmittingTests(TestCase):
    def test_candidates_are_no_quotes(self):
        proposed = submit(title="Winter")
        self.assertEqual((proposed.outcome, Quote.objects.count()), ("new", 0))
        self.assertEqual(proposed.candidates, Candidate.objects.count())
        one = candidate("We will open again")
        self.assertEqual((one.form, one.speaker["name"]), ("direct", "Grace Hill"))

    def test_the_same_text_again_is_nothing_new(self):
        submit()
        again = submit()
        self.assertEqual((again.outcome, again.candidates), ("unchanged", 0))
        self.assertEqual((Article.objects.count(), ArticleText.objects.count()), (1, 1))

    def test_another_text_from_the_same_address_is_a_new_version(self):
        address = "https://harbour.example/winter"
        submit(url=address)
        changed = submit(BODY.replace("Monday", "Tuesday"), url=address)
        self.assertEqual(changed.outcome, "changed")
        self.assertEqual(list(ArticleText.objects.values_list("version", flat=True)), [2, 1])

    def test_an_earlier_text_that_has_come_back_is_the_newest_again(self):
        address = "https://harbour.example/winter"
        for body in (BODY, BODY.replace("Monday", "Tuesday"), BODY):
            again = submit(body, url=address)
        self.assertEqual((again.outcome, again.candidates), ("changed", 0))
        newest = ArticleText.objects.in_newest_version().get()
        self.assertEqual((newest.body, ArticleText.objects.count()), (BODY, 2))

    def test_a_title_without_an_end_is_cut(self):
        self.assertEqual(len(submit(title="ice " * 500).article.title), 1_000)

    def test_the_same_text_at_two_addresses_is_two_articles(self):
        for paper in ("post", "courier"):
            submit(url=f"https://{paper}.example/winter")
        self.assertEqual(Article.objects.count(), 2)

    def test_a_file_is_known_again_by_its_name(self):
        submit(file="winter.txt")
        changed = submit(BODY + "And so on.\n", file="winter.txt")
        self.assertEqual((changed.outcome, Article.objects.count()), ("changed", 1))
