from django.db import connection
from django.test.utils import CaptureQueriesContext

from api.resources.exports import FORMATS
from quotesdb.ingest import Attachment, Report, attach
from quotesdb.models import Appearance, Hop, Quote, Speaker
from tests.api.asking import Asking, make_a_reported_quote
from tests.factory import make_appearance, make_article, make_outlet, make_quote, make_speaker

NAMES = [made.format for made in FORMATS]
BODY = "PRIVATE BEGINNING, long enough to be more than an excerpt. We are ready. PRIVATE END"


class Exporting(Asking):
    def export(self, quote, name, **params):
        answer = self.client.get(f"/api/v1/quotes/{quote.pk}/", {"format": name, **params})
        self.assertEqual(answer.status_code, 200, answer.content)
        return answer


class FormatsTests(Exporting):
    @classmethod
    def setUpTestData(cls):
        cls.quote = make_a_reported_quote()
        cls.address = f"/api/v1/quotes/{cls.quote.pk}/"

    def test_each_is_given_by_its_name_and_by_its_media_type(self):
        for made in FORMATS:
            with self.subTest(made.format):
                asked = self.export(self.quote, made.format)
                accepted = self.client.get(self.address, headers={"accept": made.media_type})
                self.assertEqual(asked.content, accepted.content)
                self.assertEqual(
                    asked["Content-Type"].removesuffix("; charset=utf-8"), made.media_type
                )

    def test_json_may_be_asked_for_by_name_and_be_narrowed(self):
        answer = self.ask(f"quotes/{self.quote.pk}/", format="json", fields="key")
        self.assertEqual(answer, {"key": "quote-0"})

    def test_each_names_the_quote_by_its_permanent_key(self):
        key = "http://testserver/api/v1/quotes/?key=quote-0"
        for name in ("schema-org", "prov", "annotation"):
            self.assertIn(key, self.export(self.quote, name).content.decode())
        found = self.client.get(key).json()["results"]
        self.assertEqual([row["key"] for row in found], ["quote-0"])

    def test_each_has_the_words_and_the_chain_or_the_place(self):
        for name in NAMES:
            content = self.export(self.quote, name).content.decode()
            self.assertIn("ready.", content, name)
            if name != "annotation":
                self.assertIn("an official", content, name)

    def test_runs_of_words_and_pairs_of_hands_keep_their_order(self):
        (item,) = self.export(self.quote, "annotation").json()["first"]["items"]
        runs = [target["selector"][0]["exact"] for target in item["target"]]
        self.assertEqual(runs, ["We are", "ready."])
        (item,) = self.export(self.quote, "csl").json()
        chain = "Attributed to an official (told, stated). Through Wire 0 (reported, inferred)."
        self.assertIn(chain, item["note"])

    def test_an_appearance_that_was_merged_into_another_is_not_told(self):
        kept = self.quote.appearances.get()
        merged = make_appearance(self.quote, key="merged")
        Appearance.objects.filter(pk=merged.pk).update(merged_into=kept)
        for name in NAMES:
            self.assertNotIn("merged", self.export(self.quote, name).content.decode(), name)

    def test_an_unknown_format_is_refused_and_the_nearest_named(self):
        detail = self.ask(f"quotes/{self.quote.pk}/", expect=400, format="bibtec")["detail"]
        self.assertIn('Did you mean "bibtex"?', detail)

    def test_fields_and_omit_go_with_json_only(self):
        for parameter in ("fields", "omit"):
            for name in NAMES:
                answer = self.ask(
                    f"quotes/{self.quote.pk}/", expect=400, format=name, **{parameter: "key"}
                )
                self.assertIn(f'"{parameter}" goes with JSON only', answer["detail"])
                self.assertEqual(answer["code"], "json_only")
        accepted = self.client.get(
            self.address, {"fields": "key"}, headers={"accept": "application/ld+json"}
        )
        self.assertEqual(accepted.status_code, 400)

    def test_a_problem_stays_a_problem_in_every_format(self):
        for name in NAMES:
            answer = self.client.get("/api/v1/quotes/999999/", {"format": name})
            self.assertEqual((answer.status_code, answer.json()["code"]), (404, "not_found"))
            self.assertEqual(answer["Content-Type"], "application/problem+json")
            unknown = self.client.get(self.address, {"format": name, "nonsense": "1"})
            self.assertEqual(unknown.status_code, 400)
            self.assertEqual(unknown["Content-Type"], "application/problem+json")

    def test_a_merged_quote_leads_to_the_survivor_in_the_same_format(self):
        merged = make_quote("Twice.")
        Quote.objects.filter(pk=merged.pk).update(merged_into=self.quote)
        answer = self.client.get(f"/api/v1/quotes/{merged.pk}/?format=bibtex")
        self.assertEqual((answer.status_code, answer.url), (301, f"{self.address}?format=bibtex"))

    def test_a_quote_that_nobody_printed_can_be_told_too(self):
        quote = make_quote("Nobody knows who said this.")
        for name in NAMES:
            self.export(quote, name)

    def test_without_a_body_the_headers_are_the_same(self):
        answer = self.client.head(self.address, {"format": "csl"})
        self.assertEqual(answer["Content-Type"], "application/vnd.citationstyles.csl+json")


class CostTests(Exporting):
    def count(self, quote, name):
        with CaptureQueriesContext(connection) as queries:
            self.export(quote, name)
        return len(queries)

    def test_it_costs_as_many_queries_for_a_hundred_appearances_as_for_one(self):
        quote = make_a_reported_quote()
        few = {name: self.count(quote, name) for name in NAMES}
        wire, first = make_outlet("Another Wire"), make_article(key="first")
        for number in range(100):
            article = make_article(key=f"a{number}", relies_on=[wire, first])
            make_appearance(
                quote, article, chain=[quote.speaker, Hop(speaker=wire.speaker, article=first)]
            )
        self.assertEqual({name: self.count(quote, name) for name in NAMES}, few)
        self.assertEqual(set(few.values()), {6})


class PrivacyTests(Exporting):
    @classmethod
    def setUpTestData(cls):
        cls.person = make_speaker("Deep Secret", wikidata_id="Q4242")
        cls.source = make_speaker("an official", kind="anonymous", identified_as=cls.person)
        article = make_article(key="doc", title="Report")
        cls.quote = make_quote("We are ready.", key="ready", speaker=cls.source)
        make_appearance(
            cls.quote, article, key="doc/ready", segments=["We are ready."], chain=[cls.source]
        )
        attach(
            [
                Attachment(
                    "doc",
                    BODY,
                    {"doc/ready": [("We are ready.", (59, 72, BODY[27:59], BODY[72:]))]},
                )
            ],
            Report(),
        )

    def test_a_private_identity_is_in_no_format(self):
        for name in NAMES:
            content = self.export(self.quote, name).content.decode().lower()
            for trace in ("deep secret", "deep-secret", "q4242"):
                self.assertNotIn(trace, content, name)

    def test_a_public_identity_is_told_as_the_same(self):
        Speaker.objects.filter(pk=self.source.pk).update(identity_is_public=True)
        for name in ("schema-org", "prov"):
            content = self.export(self.quote, name).content.decode()
            self.assertIn("http://testserver/api/v1/speakers/deep-secret/", content)
            self.assertIn("http://www.wikidata.org/entity/Q4242", content)

    def test_no_format_holds_more_of_a_body_than_an_excerpt(self):
        for name in NAMES:
            self.assertNotIn("PRIVATE BEGINNING", self.export(self.quote, name).content.decode())

    def test_a_place_points_at_the_words_in_the_text(self):
        page = self.export(self.quote, "annotation").json()["first"]
        (target,) = page["items"][0]["target"]
        words, place = target["selector"]
        self.assertEqual(BODY[place["start"] : place["end"]], words["exact"])
        self.assertIn("sourceDate", target["state"])
