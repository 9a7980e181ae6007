from io import StringIO

from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from api import freshness
from quotesdb import curation, editions, ingest, review
from quotesdb.models import Curator, Edition
from quotesdb.records import QuoteRecord
from tests.api.asking import LISTS, Asking, make_a_reported_quote
from tests.factory import make_correction, make_outlet, make_quote, make_text

OF_A_QUOTE = (
    "",
    "origins/",
    "wordings/",
    "graph/",
    "graph/?format=svg",
    "?format=prov",
    "?format=bibtex",
)


class UnchangedTests(Asking):
    @classmethod
    def setUpTestData(cls):
        cls.quote = make_a_reported_quote()
        of_the_quote = [f"quotes/{cls.quote.pk}/{rest}" for rest in OF_A_QUOTE]
        lists = [f"{name}/" for name in LISTS]
        others = ["quotes/facets/?group_by=speaker", "quotes/sample/?seed=a", "speakers/wire-0/"]
        filtered = ["quotes/?outlet=paper-0&said_after=2020-01-01", "quotes/?speaker=nobody"]
        cls.addresses = [*of_the_quote, *lists, *others, *filtered]

    def get(self, address, tag=None, **headers):
        if tag is not None:
            headers["if-none-match"] = tag
        return self.client.get(f"/api/v1/{address}", headers=headers)

    def test_whoever_has_an_answer_is_told_so_by_one_query_for_one_row(self):
        for address in self.addresses:
            with self.subTest(address):
                tag = self.get(address)["ETag"]
                with CaptureQueriesContext(connection) as queries:
                    answer = self.get(address, tag)
                self.assertEqual((answer.status_code, answer.content), (304, b""))
                self.assertEqual(answer["ETag"], tag)
                self.assertEqual(len(queries), 1)
                self.assertIn("quotesdb_edition", queries[0]["sql"])

    def test_a_cache_has_to_ask_each_time(self):
        for tag in (None, self.get("quotes/")["ETag"]):
            self.assertEqual(self.get("quotes/", tag)["Cache-Control"], "no-cache")

    def test_after_every_kind_of_write_the_answer_is_made_again(self):
        curator = Curator.objects.create_user("ada")
        correction = make_correction(self.quote)
        outlet = make_outlet("Other")
        article = self.quote.appearances.get().article
        writes = (
            lambda: make_quote("Something new."),
            lambda: make_text(article, "The report."),
            lambda: curation.take_back(correction, "It did happen.", by=None),
            lambda: curation.discard([outlet], by=None),
            lambda: ingest.load([QuoteRecord("q", "Words.")], importer="seeds", by=None),
            lambda: review.take(article.pk, curator),
            lambda: call_command("recount", stdout=StringIO(), stderr=StringIO()),
        )
        for number, write in enumerate(writes):
            tag = self.get("quotes/")["ETag"]
            write()
            answer = self.get("quotes/", tag)
            with self.subTest(write=number):
                self.assertEqual(answer.status_code, 200)
                self.assertNotEqual(answer["ETag"], tag)

    def test_what_was_refused_changes_nothing(self):
        tag = self.get("quotes/")["ETag"]
        with self.assertRaises(curation.Refused):
            make_quote(" ")
        self.assertEqual(self.get("quotes/", tag).status_code, 304)

    def test_one_of_several_tags_weak_or_strong_and_any(self):
        tag = self.get("quotes/")["ETag"]
        strong = tag.removeprefix("W/")
        for known in (f'"x", {tag}', strong, f'{strong}, W/"x"', "*"):
            with self.subTest(known):
                self.assertEqual(self.get("quotes/", known).status_code, 304)
        self.assertEqual(self.get("quotes/", '"x"').status_code, 200)

    def test_a_tag_is_of_one_address_and_one_format(self):
        address = f"quotes/{self.quote.pk}/"
        tag = self.get(address)["ETag"]
        self.assertEqual(self.get("quotes/", tag).status_code, 200)
        self.assertEqual(self.get(f"{address}?omit=id", tag).status_code, 200)
        self.assertEqual(self.get(address, tag, accept="application/ld+json").status_code, 200)

    def test_what_is_no_answer_has_no_tag_and_is_never_unchanged(self):
        for address, status in (("quotes/?speeker=x", 400), ("quotes/999999/", 404)):
            for known in (None, "*"):
                answer = self.get(address, known)
                self.assertEqual(answer.status_code, status)
                self.assertNotIn("ETag", answer)

    def test_chance_is_never_the_same(self):
        self.assertNotIn("ETag", self.get("quotes/sample/"))

    def test_asking_for_the_head_only(self):
        address = f"/api/v1/quotes/{self.quote.pk}/"
        head = self.client.head(address)
        self.assertEqual(head["ETag"], self.client.get(address)["ETag"])
        again = self.client.head(address, headers={"if-none-match": head["ETag"]})
        self.assertEqual(again.status_code, 304)

    def test_another_release_answers_anew(self):
        tag = self.get("quotes/")["ETag"]
        before, freshness.RELEASE = freshness.RELEASE, "another"
        try:
            self.assertEqual(self.get("quotes/", tag).status_code, 200)
        finally:
            freshness.RELEASE = before

    def test_before_the_first_act_there_is_no_tag(self):
        Edition.objects.all().delete()
        self.assertNotIn("ETag", self.get("quotes/"))
        self.assertIsNone(editions.present())
        make_quote("The first.")
        self.assertIn("ETag", self.get("quotes/"))


class TogetherTests(Asking):
    """No write can come between the rows and the edition that they are said to be of."""

    def asked(self, address):
        with CaptureQueriesContext(connection) as queries:
            self.ask(address)
        return [query["sql"] for query in queries]

    def test_the_edition_is_read_with_the_rows(self):
        quote = make_a_reported_quote()
        for address in (f"quotes/{quote.pk}/", "quotes/", "appearances/"):
            [only] = self.asked(address)
            self.assertIn("quotesdb_edition", only)

    def test_or_before_whatever_else_is_asked(self):
        quote = make_a_reported_quote()
        several = ("quotes/?speaker=wire-0", "quotes/facets/?group_by=year")
        for address in (*several, f"quotes/{quote.pk}/wordings/"):
            self.assertIn("quotesdb_edition", self.asked(address)[0])
