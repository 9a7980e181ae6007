from datetime import date

from quotesdb import curation
from quotesdb.models import Hop, Reliance
from tests.api.asking import Asking
from tests.factory import (
    make_appearance,
    make_article,
    make_correction,
    make_outlet,
    make_quote,
)


class CorrectionsTests(Asking):
    """The Post is retracted; the Herald perhaps has it from there, and a blog from the Herald."""

    maxDiff = None

    @classmethod
    def setUpTestData(cls):
        paper = make_outlet("Post")
        cls.post = make_article(key="post", outlet=paper, title="Closing")
        cls.herald = make_article(
            key="herald", relies_on=[Reliance(source=cls.post, certainty="inferred")]
        )
        cls.quote = make_quote(key="closing")
        cls.first = make_appearance(cls.quote, cls.post, key="first")
        hop = Hop(speaker=paper.speaker, article=cls.herald)
        cls.last = make_appearance(cls.quote, make_article(key="blog"), key="last", chain=[hop])
        cls.free = make_appearance(cls.quote, make_article(outlet=paper), key="free")
        cls.retraction = make_correction(
            cls.post,
            key="retraction",
            made_on=date(2024, 3, 4),
            source="",
            source_url="https://post.example/retracted",
        )

    def test_an_appearance_says_what_affects_it_and_by_which_way(self):
        outlet = {"slug": "post", "name": "Post"}
        unknown = {"title": None, "url": None, "published_on": None, "outlet": None}
        post = {**unknown, "id": self.post.pk, "key": "post", "title": "Closing", "outlet": outlet}
        self.assertEqual(
            self.ask(f"appearances/{self.last.pk}/")["affected_by"],
            [
                {
                    "correction": "retraction",
                    "kind": "retracted",
                    "reason": "It never happened.",
                    "made_on": "2024-03-04",
                    "source_url": "https://post.example/retracted",
                    "article": post,
                    "how": "chain",
                    "certainty": "inferred",
                    "steps": 2,
                    "through": {**unknown, "id": self.herald.pk, "key": "herald"},
                }
            ],
        )

    def test_it_is_told_wherever_an_appearance_is(self):
        for address in (
            f"quotes/{self.quote.pk}/",
            f"articles/{self.post.pk}/",
            f"appearances/{self.first.pk}/",
            f"appearances/?article={self.post.pk}",
        ):
            answer = self.ask(address)
            (shown, *_) = answer.get("appearances", answer.get("results", [answer]))
            self.assertEqual([it["how"] for it in shown["affected_by"]], ["own"], address)

    def test_a_record_shows_the_corrections_about_itself(self):
        make_correction(self.quote, "misattributed", key="of-the-quote")
        make_correction(self.last, "corrected", key="of-the-printing", source_article=self.herald)
        for address, key in (
            (f"articles/{self.post.pk}/", "retraction"),
            (f"quotes/{self.quote.pk}/", "of-the-quote"),
            (f"appearances/{self.last.pk}/", "of-the-printing"),
        ):
            shown = self.ask(address)["corrections"]
            self.assertEqual([it["key"] for it in shown], [key], address)
        self.assertEqual(shown[0]["source_article"]["key"], "herald")
        self.assertEqual(self.ask(f"articles/{self.herald.pk}/")["corrections"], [])

    def test_lists_show_them_too(self):
        (listed,) = self.ask("articles/", key="post")["results"]
        self.assertEqual([it["kind"] for it in listed["corrections"]], ["retracted"])

    def test_a_correction_lists_all_that_is_downstream(self):
        answer = self.ask(f"corrections/{self.retraction.pk}/")
        told = [(it["appearance"]["key"], it["how"], it["steps"]) for it in answer["affects"]]
        self.assertEqual(told, [("first", "own", 0), ("last", "chain", 2)])
        self.assertEqual(answer["article"]["key"], "post")
        self.assertIsNone(answer["quote"])

    def test_taken_back_it_is_no_longer_told_of_the_record_but_still_has_its_page(self):
        curation.take_back(self.retraction, "It was true.", on=date(2024, 4, 1), by=None)
        self.assertEqual(self.ask(f"articles/{self.post.pk}/")["corrections"], [])
        self.assertEqual(self.ask(f"appearances/{self.first.pk}/")["affected_by"], [])
        answer = self.ask(f"corrections/{self.retraction.pk}/")
        self.assertEqual(answer["taken_back_on"], "2024-04-01")
        self.assertEqual(answer["taken_back_because"], "It was true.")
        self.assertEqual(answer["affects"], [])
        self.assertEqual(self.names("corrections/", taken_back="true"), ["retraction"])
        self.assertEqual(self.names("corrections/", taken_back="false"), [])

    def test_corrections_are_found_by_what_they_are_and_what_they_are_about(self):
        make_correction(self.quote, "fabricated", key="undated")
        for params, keys in (
            ({}, ["retraction", "undated"]),
            ({"kind": "fabricated"}, ["undated"]),
            ({"article": self.post.pk}, ["retraction"]),
            ({"quote": self.quote.pk}, ["undated"]),
            ({"appearance": self.first.pk}, []),
            ({"q": "never HAPPENED", "kind": "retracted"}, ["retraction"]),
            ({"made_after": "2024-03-04"}, ["retraction"]),
            ({"made_before": "2024-03-03"}, []),
            ({"ordering": "made_on"}, ["undated", "retraction"]),
        ):
            self.assertEqual(self.names("corrections/", **params), keys, params)

    def test_appearances_and_quotes_by_whether_they_are_affected(self):
        self.assertEqual(self.names("appearances/", affected="true"), ["first", "last"])
        self.assertEqual(self.names("appearances/", affected="false"), ["free"])
        make_appearance(make_quote(key="sound"))
        self.assertEqual(self.names("quotes/", affected="true"), ["closing"])
        self.assertEqual(sorted(self.names("quotes/", affected="false")), ["closing", "sound"])

    def test_a_merged_correction_leads_to_where_it_went(self):
        other = make_correction(self.post, "corrected")
        type(other).objects.filter(pk=other.pk).update(merged_into=self.retraction)
        answer = self.client.get(f"/api/v1/corrections/{other.pk}/")
        self.assertEqual(answer.status_code, 301)
        self.assertEqual(answer["Location"], f"/api/v1/corrections/{self.retraction.pk}/")
