"""What changed since: in the order of commits, with a cursor that is always given."""

from quotesdb import acts, curation
from quotesdb.models.history import Act
from quotesdb.vocabulary import Door
from tests.api.asking import Asking, question
from tests.factory import make_outlet, make_quote, make_speaker

FIRST = "http://testserver/api/v1"


class ChangesTests(Asking):
    def changes(self, **params):
        return self.ask("changes/", **params)

    def problem(self, **params):
        return self.ask("changes/", 400, **params)["detail"]

    def test_all_from_the_beginning(self):
        quote = make_quote(key="q")
        (told,) = self.changes()["results"]
        self.assertEqual(told.pop("at"), quote.history.get().history_date.isoformat())
        self.assertIsInstance(told.pop("id"), int)
        address = f"{FIRST}/quotes/{quote.pk}/"
        said = {"kind": "quote", "key": "q", "what": "created", "version": 1}
        self.assertEqual(told, said | {"merged_into": None, "url": address})

    def test_only_what_came_after(self):
        make_quote(key="first")
        cursor = self.changes()["cursor"]
        self.assertEqual(self.changes(after=cursor)["results"], [])
        make_quote(key="second")
        keys = [it["key"] for it in self.changes(after=cursor)["results"]]
        self.assertEqual(keys, ["second"])

    def test_pages_are_followed_to_the_end_and_beyond(self):
        for number in range(5):
            make_quote(key=f"q{number}")
        keys, answer = [], self.changes(page_size=2, kind="quote")
        while answer["results"]:
            keys += [it["key"] for it in answer["results"]]
            answer = self.ask("changes/", **question(answer["next"]))
        self.assertEqual(keys, [f"q{number}" for number in range(5)])
        self.assertEqual(question(answer["next"])["after"], str(answer["cursor"]))

    def test_a_cursor_is_given_where_there_is_nothing(self):
        answer = self.changes()
        self.assertEqual((answer["cursor"], answer["results"]), (0, []))
        self.assertEqual(answer["next"], f"{FIRST}/changes/?after=0")
        self.assertEqual(self.ask("changes/", after=0), answer)

    def test_speakers_and_outlets_have_their_slugs(self):
        make_outlet("Harbour Post")
        told = [(it["kind"], it["key"], it["url"]) for it in self.changes()["results"]]
        self.assertEqual(
            told,
            [
                ("speaker", "harbour-post", f"{FIRST}/speakers/harbour-post/"),
                ("outlet", "harbour-post", f"{FIRST}/outlets/harbour-post/"),
            ],
        )

    def test_what_is_deleted_has_no_address(self):
        curation.discard([make_quote(key="q")], by=None)
        told = self.changes()["results"][-1]
        self.assertEqual((told["key"], told["what"], told["url"]), ("q", "deleted", None))

    def test_what_is_merged_says_where_it_went(self):
        grace, other = make_speaker("Grace Hill"), make_speaker("G. Hill")
        with acts.whole(Act(Door.MERGE)):
            other.merged_into = grace
            acts.revise([other], ["merged_into_id"])
        told = self.changes()["results"][-1]
        self.assertEqual((told["what"], told["merged_into"]), ("merged", "grace-hill"))
        self.assertEqual(self.client.get(told["url"]).status_code, 301)

    def test_only_one_kind(self):
        make_quote(key="q", speaker="Grace Hill")
        keys = [it["key"] for it in self.changes(kind="quote")["results"]]
        self.assertEqual(keys, ["q"])
        self.assertIn('Did you mean "quote"?', self.problem(kind="quotes"))

    def test_an_unknown_cursor_is_refused(self):
        make_quote()
        cursor = self.changes()["cursor"]
        self.assertIn("another database's", self.problem(after=cursor + 1))
        self.assertIn("another database's", self.problem(after=10**18 - 1))
        for nonsense in ("yesterday", "-1", "1.5", "٣", 10**18):
            self.assertIn("Not a cursor of ours", self.problem(after=nonsense))

    def test_nobody_is_told_twice_that_nothing_changed(self):
        make_quote()
        answer = self.client.get("/api/v1/changes/")
        again = self.client.get("/api/v1/changes/", headers={"If-None-Match": answer["ETag"]})
        self.assertEqual(again.status_code, 304)

    def test_the_cost_is_the_same_at_any_length(self):
        for many in (1, 5):
            for _ in range(many):
                make_quote()
            with self.assertNumQueries(2):  # the edition, and the changes
                self.changes()
