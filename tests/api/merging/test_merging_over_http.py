from django.db import connection
from django.test.utils import CaptureQueriesContext

from quotesdb.merging.duplicates import find_duplicates
from quotesdb.models import Merge, Outlet, Quote, Speaker
from quotesdb.vocabulary import Scope
from tests.api.merging.asking import AskingWithKeys
from tests.factory import make_appearance, make_article, make_outlet, make_quote, make_speaker


class MergingTests(AskingWithKeys):
    def setUp(self):
        self.one = make_speaker("Grace Hill", wikidata_id="Q1")
        self.other = make_speaker("Grace B. Hill", wikidata_id="Q2")
        self.quote = make_quote("We may talk.", speaker=self.one)

    def merge(self, **body):
        whole = {"into": "grace-b-hill", "why": "one person", "keep": {"wikidata_id": "survivor"}}
        return self.post("speakers/grace-hill/merge/", {**whole, **body})

    def test_it_is_shown_before(self):
        told = self.get("speakers/grace-hill/merge-preview/?into=grace-b-hill")
        self.assertEqual((told["merged"], told["into"]), ("grace-hill", "grace-b-hill"))
        self.assertEqual(told["refusals"], [])
        choice = next(it for it in told["choices"] if it["name"] == "wikidata_id")
        self.assertIsNone(choice["default"])
        self.assertEqual([it["value"] for it in choice["options"]], ["Q2", "Q1"])
        moves = {it["what"]: it for it in told["moves"]}
        self.assertEqual(moves["quote.speaker"]["count"], 1)
        self.assertEqual(
            moves["quote.speaker"]["first"], [{"id": self.quote.pk, "name": "We may talk."}]
        )
        self.assertFalse(Merge.objects.exists())

    def test_it_is_merged_listed_and_undone(self):
        merge = self.merge()
        self.assertEqual((merge["merged"], merge["into"]), ("grace-hill", "grace-b-hill"))
        self.assertEqual((merge["by"], merge["door"]), ("Editors curate", "api"))
        self.assertEqual([it["id"] for it in self.get("merges/")["results"]], [merge["id"]])
        self.assertEqual(self.get(f"merges/{merge['id']}/"), merge)
        undone = self.post(f"merges/{merge['id']}/undo/", {"why": "two cousins"})
        self.assertEqual(undone["undone_why"], "two cousins")
        self.assertRegex(undone["undone_at"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\Z")
        self.quote.refresh_from_db()
        self.assertEqual(self.quote.speaker, self.one)
        self.assertEqual(self.get("merges/?undone=false")["results"], [])
        self.post("merges/999/undo/", expect=404)

    def test_what_is_refused_is_told_with_its_place(self):
        body = {"into": "grace-b-hill", "why": ""}
        told = self.post("speakers/grace-hill/merge/", {**body, "keep": {"nam": "loser"}}, 422)
        places = {it["pointer"] for it in told["errors"]}
        self.assertEqual(places, {"/why"})
        told = self.post("speakers/grace-hill/merge/", {**body, "why": "one"}, 422)
        self.assertEqual([it["pointer"] for it in told["errors"]], ["/keep/wikidata_id"])
        merge = self.merge()
        self.post(f"merges/{merge['id']}/undo/")
        told = self.post(f"merges/{merge['id']}/undo/", expect=422)
        self.assertIn("undone already", told["detail"])

    def test_outlets_and_quotes_go_the_same_way(self):
        make_outlet("Post"), make_outlet("Harbour Post")
        body = {"into": "harbour-post", "why": "renamed"}
        self.assertEqual(self.post("outlets/post/merge/", body)["kind"], "outlet")
        one, other = make_quote(), make_quote()
        told = self.post(f"quotes/{one.pk}/merge/", {"into": other.pk, "why": "one act"})
        self.assertEqual((told["kind"], told["into"]), ("quote", other.key))

    def test_only_editors_with_a_key_that_reaches(self):
        for role, scope in (("Curators", Scope.CURATE), ("Editors", Scope.PROPOSE)):
            key = self.key_of(role, scope)
            for address in ("speakers/grace-hill/merge/", "speakers/grace-hill/split/"):
                self.post(address, {}, 403, key)
            self.post("merges/1/undo/", {}, 403, key)
            self.post("duplicates/1/decide/", {}, 403, key)
            self.get("speakers/grace-hill/merge-preview/?into=grace-b-hill", 403, key)
        for address in ("merges/", "duplicates/", "speakers/grace-hill/merge-preview/?into=x"):
            self.get(address, 401, key="")
            self.get(address.split("?")[0] if "?" in address else address, 401, key="")
        self.get("merges/", 200, self.key_of("Curators", Scope.READ))
        self.get("merges/", 403, self.key_of("Readers", Scope.READ))
        self.assertFalse(Merge.objects.exists())

    def test_nonsense_is_a_400(self):
        address = "speakers/grace-hill/merge/"
        for body in (
            {},
            {"into": None},
            {"into": ["grace-b-hill"]},
            {"into": "nobody"},
            {"into": True},
            {"in": "grace-b-hill"},
            {"into": "grace-b-hill", "why": 1},
            {"into": "grace-b-hill", "why": "a\x00b"},
            {"into": "grace-b-hill", "keep": []},
            {"into": "grace-b-hill", "keep": {"name": 1}},
            [],
        ):
            self.post(address, body or {"x": 1}, 400)
        self.get("speakers/grace-hill/merge-preview/", 400)
        self.get("speakers/grace-hill/merge-preview/?into=nobody", 400)
        self.get("speakers/grace-hill/merge-preview/?int=grace-b-hill", 400)
        self.get(f"quotes/{self.quote.pk}/merge-preview/?into={'9' * 30}", 400)
        self.post("speakers/nobody/merge/", {"into": "grace-hill", "why": "x"}, 404)

    def test_a_preview_costs_the_same_however_much_moves(self):
        def cost():
            with CaptureQueriesContext(connection) as queries:
                self.get("speakers/grace-hill/merge-preview/?into=grace-b-hill")
            return len(queries)

        cost()
        before = cost()
        for number in range(7):
            make_appearance(make_quote(f"Words {number}", speaker=self.one), chain=[self.one])
        self.assertEqual(cost(), before)


class LeadingTests(AskingWithKeys):
    def test_old_addresses_and_names_lead_on_as_long_as_the_merges_stand(self):
        one, other, third = (make_speaker(f"Grace {it}") for it in "ABC")
        quote = make_quote(speaker=one)
        first = self.post("speakers/grace-a/merge/", {"into": "grace-b", "why": "one"})
        second = self.post("speakers/grace-b/merge/", {"into": "grace-c", "why": "one"})
        for name in ("grace-a", "grace-b"):
            answer = self.get(f"speakers/{name}/?fields=slug", 301)
            self.assertEqual(answer["Location"], "/api/v1/speakers/grace-c/?fields=slug")
            self.assertEqual(answer["Cache-Control"], "no-store")
            found = self.get(f"quotes/?speaker={name}")["results"]
            self.assertEqual([it["id"] for it in found], [quote.pk])
        self.post(f"merges/{second['id']}/undo/")
        self.assertEqual(
            self.get("speakers/grace-a/", 301)["Location"], "/api/v1/speakers/grace-b/"
        )
        self.get("speakers/grace-b/")
        self.post(f"merges/{first['id']}/undo/")
        self.assertEqual(self.get("speakers/grace-a/")["slug"], "grace-a")
        self.assertEqual((other.name, third.name), ("Grace B", "Grace C"))

    def test_so_do_the_addresses_below_a_quote_and_lists_by_its_id_and_key(self):
        one, other = make_quote(key="one"), make_quote(key="other")
        printed = make_appearance(one, make_article())
        self.post(f"quotes/{one.pk}/merge/", {"into": other.pk, "why": "one act"})
        for below in ("", "origins/", "wordings/", "graph/?format=svg", "merge-preview/?into=1"):
            answer = self.get(f"quotes/{one.pk}/{below}", 301)
            self.assertEqual(answer["Location"], f"/api/v1/quotes/{other.pk}/{below}")
        found = self.get(f"appearances/?quote={one.pk}")["results"]
        self.assertEqual([it["id"] for it in found], [printed.pk])
        self.assertEqual([it["key"] for it in self.get("quotes/?key=one")["results"]], ["other"])

    def test_an_outlets_old_name_leads_on_too(self):
        outlet, other = make_outlet("Post"), make_outlet("Harbour Post")
        make_appearance(make_quote(key="q"), make_article(key="a", outlet=outlet))
        self.post("outlets/post/merge/", {"into": "harbour-post", "why": "renamed"})
        for kind in ("outlets", "speakers"):
            answer = self.get(f"{kind}/post/", 301)
            self.assertEqual(answer["Location"], f"/api/v1/{kind}/harbour-post/")
        self.assertEqual([it["key"] for it in self.get("quotes/?outlet=post")["results"]], ["q"])
        self.assertEqual([it["key"] for it in self.get("articles/?outlet=post")["results"]], ["a"])
        self.assertEqual(Outlet.objects.standing().get(), other)


class SplittingTests(AskingWithKeys):
    def test_a_speaker_an_outlet_and_a_quote(self):
        speaker = make_speaker("Grace Hill")
        quote = make_quote(speaker=speaker)
        body = {"new": {"name": "Grace Hill", "description": "The younger."}, "why": "two"}
        told = self.post(
            "speakers/grace-hill/split/", {**body, "rows": {"quote.speaker": [quote.pk]}}
        )
        self.assertEqual((told["slug"], told["kind"]), ("grace-hill-2", "person"))
        outlet = make_outlet("Post")
        article = make_article(outlet=outlet)
        body = {"new": {"name": "Other Post", "domain": "other.example"}, "why": "two"}
        rows = {"article.outlet": [article.pk]}
        self.assertEqual(
            self.post("outlets/post/split/", {**body, "rows": rows})["domain"], "other.example"
        )
        printed = make_appearance(quote)
        body = {"new": {"text": "We may.", "said_from": "2024-01-31"}, "why": "two"}
        rows = {"appearance.quote": [printed.pk]}
        told = self.post(f"quotes/{quote.pk}/split/", {**body, "rows": rows})
        self.assertEqual((told["text"], told["said_from"]), ("We may.", "2024-01-31"))
        self.assertEqual(told["appearance_count"], 1)

    def test_nonsense_is_a_400(self):
        quote = make_quote()
        for body in (
            {"new": {"text": "We."}},
            {"new": {"text": 1}, "rows": {}},
            {"new": {"txt": "We."}, "rows": {}},
            {"new": [], "rows": {}},
            {"new": {"text": "We.", "said_from": "soon"}, "rows": {}},
            {"new": {"text": "We."}, "rows": {"appearance.quote": "1"}},
            {"new": {"text": "We."}, "rows": {"appearance.quote": [True]}},
        ):
            self.post(f"quotes/{quote.pk}/split/", {"why": "two", **body}, 400)
        self.assertEqual(Quote.objects.count(), 1)


class DuplicatesTests(AskingWithKeys):
    def test_pairs_are_listed_and_decided(self):
        make_speaker("Ada Byron"), make_speaker("Ada Byron")
        find_duplicates()
        (pair,) = self.get("duplicates/?told_apart=false&kind=speaker")["results"]
        self.assertEqual(
            (pair["a"], pair["b"], pair["alike"]), ("ada-byron", "ada-byron-2", "name")
        )
        address = f"duplicates/{pair['id']}/"
        self.assertEqual(self.get(address), pair)
        told = self.post(f"{address}decide/", {"same": False, "why": "mother and daughter"})
        self.assertEqual(told["why"], "mother and daughter")
        self.assertEqual(self.get("duplicates/?told_apart=false")["results"], [])
        self.assertEqual(len(self.get("duplicates/?told_apart=true")["results"]), 1)
        self.post(f"{address}decide/", {"same": None})
        self.assertEqual(len(self.get("duplicates/?told_apart=false")["results"]), 1)

    def test_nonsense_is_refused(self):
        self.post("duplicates/999/decide/", {"same": False}, 404)
        for body in ({}, {"same": True}, {"same": 0}, {"sam": False}):
            self.post("duplicates/1/decide/", body or {"x": 1}, 400)
        self.assertFalse(Speaker.objects.exists())
