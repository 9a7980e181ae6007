from django.test import TestCase

from tests import factory
from tests.admin import desk


class ChoosingBySearchingTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.curator = desk.make_curator()

    def setUp(self):
        self.client.force_login(self.curator)

    def find(self, name, model, field, **query):
        query |= {"app_label": "quotesdb", "model_name": model, "field_name": field}
        response = self.client.get(f"/admin/quotesdb/{name}/find/", query)
        self.assertEqual(response.status_code, 200)
        return [found["text"] for found in response.json()["results"]]

    def test_anonymous_sources_are_told_apart_by_who_granted_it(self):
        for outlet in ("The Harbour Post", "The River Times"):
            granting = factory.make_outlet(outlet)
            factory.make_speaker("senior official", kind="anonymous", granted_by=granting)
        self.assertEqual(
            self.find("speaker", "hop", "speaker", term="senior"),
            [
                "senior official (anonymous source; granted by The Harbour Post; not quoted yet)",
                "senior official (anonymous source; granted by The River Times; not quoted yet)",
            ],
        )

    def test_a_speaker_is_found_by_another_name(self):
        factory.make_outlet("The New York Times", aliases=["NYT"])
        self.assertEqual(
            self.find("speaker", "hop", "speaker", term="nyt"),
            ["The New York Times (outlet; not quoted yet)"],
        )

    def test_a_misspelt_speaker_is_found(self):
        factory.make_speaker("Dmitry Peskov", description="Kremlin spokesman")
        self.assertEqual(
            self.find("speaker", "quote", "speaker", term="peskof"),
            ["Dmitry Peskov (person; Kremlin spokesman; not quoted yet)"],
        )

    def test_a_misspelt_outlet_is_found(self):
        factory.make_outlet("The Harbour Post")
        factory.make_speaker("Harbur Master")
        self.assertEqual(
            self.find("outlet", "article", "outlet", term="harbur"),
            ["The Harbour Post (outlet; not quoted yet)"],
        )

    def test_nothing_typed_lists_all(self):
        for name in ("Grace Hill", "Ada Hill"):
            factory.make_speaker(name)
        found = self.find("speaker", "quote", "speaker")
        self.assertEqual([text.split(" (")[0] for text in found], ["Ada Hill", "Grace Hill"])

    def test_an_article_says_by_whom_and_when(self):
        outlet = factory.make_outlet("The Harbour Post")
        factory.make_article(title="Talks", outlet=outlet, published_on="2024-01-02")
        self.assertEqual(
            self.find("article", "appearance", "article"), ["Talks · The Harbour Post, 2024-01-02"]
        )

    def test_an_appearance_is_nested_in_one_of_its_own_article(self):
        inner = factory.make_appearance(factory.make_quote("inner"))
        factory.make_appearance(factory.make_quote("outer"), inner.article)
        factory.make_appearance(factory.make_quote("elsewhere"))
        page = self.client.get(desk.url(inner))
        self.assertContains(page, f"find/?article={inner.article.pk}&amp;but={inner.pk}")
        within = {"article": inner.article.pk, "but": inner.pk}
        found = self.find("appearance", "appearance", "nested_in", **within)
        self.assertEqual(found, [f"outer – in {inner.article}"])

    def test_who_may_not_see_speakers_finds_none(self):
        self.client.logout()
        response = self.client.get("/admin/quotesdb/speaker/find/")
        self.assertEqual(response.status_code, 302)
