from django.core.management import call_command

from quotesdb import curation
from quotesdb.models import Hop, Quote, Reliance
from tests.api.asking import Asking
from tests.factory import make_appearance, make_article, make_outlet, make_quote, make_speaker


class SeedOriginsTests(Asking):
    """How many sources the five documents really have, by what their curator recorded."""

    @classmethod
    def setUpTestData(cls):
        call_command("import_seeds", verbosity=0)

    def origins(self, key, **params):
        quote = Quote.objects.get(key=key)
        return self.ask(f"quotes/{quote.pk}/origins/", **params)

    def names(self, grouping):
        return [group["origin"]["name"] for group in grouping["groups"]]

    def test_four_retellings_have_one_origin(self):
        for key in (
            "ready-to-negotiate",
            "stop-at-current-positions",
            "theses-incorrect",
            "putin-ready-for-talks",
        ):
            answer = self.origins(key)
            self.assertEqual(self.names(answer["declared"]), ["The New York Times"], key)
            self.assertGreater(len(answer["declared"]["groups"][0]["appearances"]), 2)

    def test_the_other_report_stands_alone(self):
        self.assertEqual(
            self.names(self.origins("fight-as-long-as-necessary")["declared"]), ["Reuters"]
        )

    def test_two_that_declare_nothing_may_have_it_from_the_paper_both_rely_on(self):
        answer = self.origins("what-is-ours")
        self.assertEqual((answer["declared"]["count"], answer["inferred"]["count"]), (2, 1))
        (joining,) = answer["inferred"]["groups"][0]["joined_because"]
        self.assertEqual(joining["rule"], "hidden_parent")
        self.assertIn("both rely on The New York Times", joining["sentence"])
        self.assertEqual([warning["kind"] for warning in answer["warnings"]], ["hidden_parent"])

    def test_a_rule_can_be_switched_off(self):
        answer = self.origins("what-is-ours", without="hidden_parent,shared_error")
        self.assertEqual(answer["inferred"]["count"], 2)

    def test_an_unknown_rule_is_refused_and_the_nearest_named(self):
        detail = self.origins("what-is-ours", expect=400, without="hiden_parent")["detail"]
        self.assertIn('Did you mean "hidden_parent"?', detail)


class OriginsTests(Asking):
    def test_a_quote_that_nobody_printed_has_none(self):
        answer = self.ask(f"quotes/{make_quote().pk}/origins/")
        self.assertEqual(answer["declared"], {"count": 0, "groups": []})

    def test_reliance_is_followed_through_articles_that_do_not_print_the_quote(self):
        quote = make_quote("We will talk.")
        first = make_article(key="first", outlet=make_outlet("Wire"))
        between = make_article(key="between", relies_on=[first])
        last = make_article(key="last", relies_on=[between])
        for article in (first, last):
            make_appearance(quote, article)
        declared = self.ask(f"quotes/{quote.pk}/origins/")["declared"]
        self.assertEqual([group["origin"]["name"] for group in declared["groups"]], ["Wire"])

    def test_an_article_that_stands_for_a_hop_is_known_by_its_title_and_followed(self):
        quote, ministry = make_quote("We will talk."), make_speaker("Ministry", kind="organization")
        first = make_article(key="first", outlet=make_outlet("Wire"))
        statement = make_article(title="The ministry's statement")
        for key in ("one", "other"):
            told = Hop(speaker=ministry, article=statement)
            make_appearance(quote, make_article(key=key), chain=[told])
        (group,) = self.ask(f"quotes/{quote.pk}/origins/")["declared"]["groups"]
        self.assertEqual(group["origin"]["name"], "The ministry's statement")
        make_appearance(quote, first)
        curation.keep_article(statement, relies_on=[Reliance(source=first)], by=None)
        (group,) = self.ask(f"quotes/{quote.pk}/origins/")["declared"]["groups"]
        self.assertEqual(group["origin"]["name"], "Wire")

    def test_it_costs_as_many_queries_for_ninety_appearances_as_for_one(self):
        quote = make_quote("We will talk.")
        make_appearance(quote, make_article(key="a0"))
        for page in ("origins", "graph", "wordings"):
            with self.subTest(page), self.assertNumQueries(8):
                self.ask(f"quotes/{quote.pk}/{page}/")
        for number in range(1, 90):
            make_appearance(quote, make_article(key=f"a{number}"))
        for page in ("origins", "graph", "wordings"):
            with self.subTest(page), self.assertNumQueries(8):
                self.ask(f"quotes/{quote.pk}/{page}/")

    def test_a_merged_quote_leads_to_the_survivors_origins(self):
        survivor, merged = make_quote("Once."), make_quote("Twice.")
        Quote.objects.filter(pk=merged.pk).update(merged_into=survivor)
        answer = self.client.get(f"/api/v1/quotes/{merged.pk}/origins/")
        self.assertEqual(
            (answer.status_code, answer.url), (301, f"/api/v1/quotes/{survivor.pk}/origins/")
        )
