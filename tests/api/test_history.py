"""What became of a record: an act an entry, with what it changed, and without what is private."""

from pathlib import Path
from tempfile import TemporaryDirectory

from quotesdb import curation
from quotesdb.models import Alias, Appearance, Curator, Hop, Speaker
from quotesdb.vocabulary import Door
from tests.api.asking import LISTS, Asking, make_a_reported_quote, question
from tests.api.known import key_of
from tests.factory import (
    make_appearance,
    make_article,
    make_correction,
    make_outlet,
    make_quote,
    make_speaker,
)
from tests.ingest.bulk.files import ALL, bring, whole


def told(entry):
    """What an entry says of each row: what was done, to what, and from what to what."""
    return {
        (it["what"], it["of"], it["place"]): {
            one["field"]: (one["from"], one["to"]) for one in it["values"]
        }
        for it in entry["changes"]
    }


class HistoryTests(Asking):
    def history(self, address, **params):
        return self.ask(f"{address}/history/", **params)["results"]

    def test_an_act_an_entry_the_last_first(self):
        ada = Curator.objects.create_user("ada")
        quote = make_quote("Rivers do.", key="q")
        quote.text, quote.language = "Rivers do not.", "en"
        curation.keep_quote(quote, by=ada, why="a word was missing", door=Door.API)
        last, first = self.history(f"quotes/{quote.pk}")
        self.assertEqual(last["at"], quote.history.first().history_date.isoformat())
        self.assertEqual((last["why"], last["door"]), ("a word was missing", "api"))
        self.assertEqual((last["version"], first["version"]), (2, 1))
        self.assertEqual(
            told(last),
            {
                ("changed", "quote", None): {
                    "text": ("Rivers do.", "Rivers do not."),
                    "language": ("und", "en"),
                }
            },
        )
        made = told(first)["added", "quote", None]
        self.assertEqual((made["key"], made["text"]), ((None, "q"), (None, "Rivers do.")))

    def test_who_it_was_is_told_to_those_who_are_known(self):
        quote = make_quote()
        quote.text = "Other words."
        curation.keep_quote(quote, by=Curator.objects.create_user("grace"))
        address = f"/api/v1/quotes/{quote.pk}/history/"
        for headers, who in (({}, "a curator"), (key_of("ada"), "grace")):
            answer = self.client.get(address, headers=headers)
            by = [entry["by"] for entry in answer.json()["results"]]
            self.assertEqual(by, [who, None])
            self.assertIn("Authorization", answer["Vary"])

    def test_parts_and_what_they_refer_to_by_name(self):
        ada, grace = make_speaker("Ada"), make_speaker("Grace")
        appearance = make_appearance(chain=[ada])
        curation.keep_appearance(appearance, chain=[Hop(position=0, speaker=grace)], by=None)
        (change,) = self.history(f"appearances/{appearance.pk}")[0]["changes"]
        self.assertEqual((change["what"], change["of"], change["place"]), ("changed", "hop", "0"))
        before, after = ({"kind": "speaker", "key": key} for key in ("ada", "grace"))
        self.assertEqual(change["values"], [{"field": "speaker", "from": before, "to": after}])

    def test_what_is_referred_to_has_its_name_when_it_is_gone(self):
        wire = make_outlet("Wire")
        article = make_article(relies_on=[wire])
        curation.keep_article(article, relies_on=[], by=None)
        curation.discard([wire], by=None)
        change = told(self.history(f"articles/{article.pk}")[0])["removed", "reliance", None]
        self.assertEqual(change["outlet"], ({"kind": "outlet", "key": "wire"}, None))

    def test_an_outlet_has_the_history_of_the_speaker_that_it_is(self):
        outlet = make_outlet("The Harbour Post")
        speaker = outlet.speaker
        speaker.name = "The Harbour Times"
        curation.keep_outlet(outlet, speaker, aliases=[Alias(name="Times")], by=None)
        last = told(self.history("outlets/the-harbour-post")[0])
        self.assertEqual(
            last["changed", "speaker", None]["name"], ("The Harbour Post", "The Harbour Times")
        )
        self.assertIn(("added", "alias", "Times"), last)

    def test_what_was_deleted_still_has_its_history(self):
        outlet = make_outlet("Wire")
        curation.discard([outlet], by=None, why="recorded twice")
        for address in ("outlets/wire", "speakers/wire"):
            last = self.history(address)[0]
            self.assertEqual(last["why"], "recorded twice")
            self.assertIn("removed", {change["what"] for change in last["changes"]})

    def test_what_never_was_has_none(self):
        for address in ("quotes/12345", "speakers/nobody", "outlets/nobody"):
            self.assertIn("never was one", self.ask(f"{address}/history/", 404)["detail"])

    def test_pages_are_followed_to_the_first_act(self):
        speaker = make_speaker("Name 0")
        for number in range(1, 6):
            speaker.name = f"Name {number}"
            curation.keep_speaker(speaker, by=None, aliases=[Alias(name=f"Alias {number}")])
        answer = self.ask("speakers/name-0/history/", page_size=2)
        versions = [entry["version"] for entry in answer["results"]]
        while answer["next"]:
            asked = question(answer["next"])
            answer = self.ask("speakers/name-0/history/", **asked)
            versions += [entry["version"] for entry in answer["results"]]
        self.assertEqual(versions, [6, 5, 4, 3, 2, 1])
        self.ask("speakers/name-0/history/", 400, before="yesterday")
        self.ask("speakers/name-0/history/", 400, before=10**17 * 9)
        self.ask("speakers/name-0/history/", 400, page=2)

    def test_a_page_tells_what_the_whole_tells(self):
        speaker = make_speaker("Name 0")
        for number in range(1, 6):
            speaker.name = f"Name {number}"
            curation.keep_speaker(speaker, by=None, aliases=[Alias(name=f"Alias {number % 2}")])
        whole = self.history("speakers/name-0")
        piece, asked = [], {}
        for _ in whole:
            answer = self.ask("speakers/name-0/history/", page_size=1, **asked)
            piece += answer["results"]
            asked = {"before": piece[-1]["act"]}
        self.assertEqual(piece, whole)

    def test_every_resource_has_it_at_a_fixed_cost(self):
        make_a_reported_quote()
        for name in LISTS:
            row = self.ask(f"{name}/")["results"][0]
            address = f"/api/v1/{name}/{row.get('slug', row.get('id'))}/history/"
            with self.subTest(name), self.assertNumQueries(FIXED[name]):
                self.client.get(address)

    def test_the_cost_is_the_same_however_many_acts(self):
        speaker = make_speaker("Name")
        for number in range(12):
            speaker.name = f"Name {number}"
            curation.keep_speaker(speaker, by=None, aliases=[Alias(name=f"Alias {number}")])
            if number in (1, 11):
                with self.assertNumQueries(FIXED["speakers"]):
                    self.history("speakers/name")

    def test_what_has_not_changed_is_not_told_again(self):
        quote = make_quote()
        address = f"/api/v1/quotes/{quote.pk}/history/"
        tag = self.client.get(address)["ETag"]
        again = self.client.get(address, headers={"If-None-Match": tag})
        self.assertEqual(again.status_code, 304)


FIXED = {
    "speakers": 8,
    "outlets": 13,
    "articles": 8,
    "quotes": 5,
    "appearances": 12,
    "corrections": 7,
}


class PrivateTests(Asking):
    """Who an anonymous source turned out to be is in no history, until it is public."""

    def setUp(self):
        self.grace = make_speaker("Grace Hill")
        self.source = make_speaker("an official", kind="anonymous")

    def identify(self, as_whom, *, public, why="it was Grace Hill"):
        source = Speaker.objects.get(pk=self.source.pk)
        source.identified_as, source.identity_is_public = as_whom, public
        curation.keep_speaker(source, by=None, why=why)

    def answer(self, **headers):
        return self.client.get("/api/v1/speakers/an-official/history/", headers=headers)

    def assert_nothing_is_told(self):
        for headers in ({}, key_of("ada")):
            text = self.answer(**headers).content.decode().lower()
            self.assertNotIn("grace", text)
            self.assertNotIn("identi", text)

    def test_while_it_is_private(self):
        self.identify(self.grace, public=False)
        self.assert_nothing_is_told()
        self.assertEqual(self.answer().json()["results"][0]["changes"], [])

    def test_where_it_was_known_from_the_beginning(self):
        make_speaker("a source", kind="anonymous", identified_as=self.grace)
        answer = self.client.get("/api/v1/speakers/a-source/history/").content.decode().lower()
        self.assertNotIn("grace", answer)

    def test_where_it_was_wrong_and_forgotten(self):
        self.identify(self.grace, public=False)
        self.identify(None, public=False, why="it was not Grace Hill")
        self.assert_nothing_is_told()

    def test_where_it_is_private_again(self):
        self.identify(self.grace, public=True)
        self.identify(self.grace, public=False)
        self.assert_nothing_is_told()

    def test_where_the_source_was_deleted(self):
        self.identify(self.grace, public=True)
        curation.discard([Speaker.objects.get(pk=self.source.pk)], by=None)
        self.assert_nothing_is_told()

    def test_another_who_was_suspected_before(self):
        ada = make_speaker("Ada Byron")
        self.identify(ada, public=False, why="it was Ada Byron")
        self.identify(self.grace, public=True)
        text = self.answer().content.decode()
        self.assertNotIn("ada", text.lower())
        self.assertIn("grace-hill", text)

    def test_once_it_is_public(self):
        self.identify(self.grace, public=True)
        (last, _) = self.answer().json()["results"]
        self.assertEqual(last["why"], "it was Grace Hill")
        values = told(last)["changed", "speaker", None]
        grace = {"kind": "speaker", "key": "grace-hill"}
        self.assertEqual(values["identified_as"], (None, grace))

    def test_other_notes_about_the_source_are_told(self):
        self.identify(self.grace, public=False)
        source = Speaker.objects.get(pk=self.source.pk)
        source.name = "a high official"
        curation.keep_speaker(source, by=None, why="so the paper says")
        self.assertEqual(self.answer().json()["results"][0]["why"], "so the paper says")


class BulkTests(Asking):
    def test_what_came_with_many_others(self):
        with TemporaryDirectory() as folder:
            bring(Path(folder), whole(*ALL), why="the mirror of Tuesday")
        for address in ("speakers/grace-hill", "outlets/harbour-post"):
            (entry,) = self.ask(f"{address}/history/")["results"]
            told_of = entry["door"], entry["why"], entry["version"]
            self.assertEqual(told_of, ("import", "the mirror of Tuesday", 1))
        (entry,) = self.ask(f"appearances/{Appearance.objects.get().pk}/history/")["results"]
        self.assertEqual(
            list(told(entry)),
            [("added", "appearance", None), ("added", "segment", "0"), ("added", "hop", "0")],
        )


class CorrectionTests(Asking):
    def test_a_correction_says_what_it_is_about(self):
        correction = make_correction(make_quote(key="q"), key="c")
        (entry,) = self.ask(f"corrections/{correction.pk}/history/")["results"]
        values = told(entry)["added", "correction", None]
        self.assertEqual(values["quote"], (None, {"kind": "quote", "key": "q"}))
