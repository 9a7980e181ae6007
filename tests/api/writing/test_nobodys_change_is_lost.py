from quotesdb import curation
from quotesdb.models import Curator, Quote, Segment
from tests.api.writing.writer import Writing
from tests.factory import make_appearance, make_quote, make_speaker


class ConditionTests(Writing):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.quote = make_quote("We are ready.", key="said")
        cls.address = f"quotes/{cls.quote.pk}/"

    def tag(self, address=None):
        return self.client.get(f"/api/v1/{address or self.address}")["ETag"]

    def change(self, **fields):
        """Somebody else is quicker."""
        quote = Quote.objects.get(pk=self.quote.pk)
        for name, value in fields.items():
            setattr(quote, name, value)
        by = Curator.objects.get_or_create(username="bo")[0]
        curation.keep_quote(quote, by=by, why="I know better")

    def stale(self, tag, method="PATCH", expect=412):
        return self.send(method, self.address, {"occasion": "x"}, expect=expect, if_match=tag)

    def test_without_a_version_nothing_is_changed(self):
        for method in ("PATCH", "DELETE"):
            answer = self.send(method, self.address, {"occasion": "x"}, expect=428)
            self.assertEqual(answer.json()["code"], "condition_required")
        self.assertEqual(Quote.objects.get().occasion, "")

    def test_whoever_has_seen_an_older_version_is_told_what_changed_since(self):
        tag = self.tag()
        self.change(occasion="a dinner")
        for method in ("PATCH", "DELETE"):
            told = self.stale(tag, method).json()
            self.assertEqual((told["code"], told["version"]), ("stale", 2))
            self.assertIn("You have seen version 1; it is of version 2 now", told["detail"])
            self.assertEqual(told["changed"], ["occasion"])
            [act] = told["acts"]
            self.assertEqual(
                [act[name] for name in ("version", "by", "door", "why")],
                [2, "bo", "admin", "I know better"],
            )
        self.assertEqual(Quote.objects.get().occasion, "a dinner")

    def test_a_write_elsewhere_makes_nothing_stale(self):
        tag = self.tag()
        make_appearance(self.quote, chain=[make_speaker()])
        self.assertNotEqual(self.tag(), tag)
        self.send("PATCH", self.address, {"occasion": "x"}, expect=200, if_match=tag)

    def test_the_part_behind_the_version_is_not_compared(self):
        for tag in ('"1"', '"1.anything"', '"9.x", "1.x"'):
            self.stale(tag, expect=200)
            Quote.objects.update(version=1)

    def test_any_version_will_do_for_whoever_says_so(self):
        self.change(occasion="a dinner")
        self.stale("*", expect=200)
        self.send("DELETE", self.address, expect=204, if_match="*")

    def test_there_is_no_any_of_what_is_not_there(self):
        self.send("PATCH", "quotes/999999/", {}, expect=404, if_match="*")

    def test_a_weak_tag_never_matches_and_is_told_why(self):
        told = self.stale(f"W/{self.tag()}").json()
        self.assertIn("weak tag, which If-Match never takes", told["detail"])
        self.assertEqual(told["version"], 1)

    def test_what_is_no_tag_matches_nothing(self):
        for tag in ('"x"', "7", '"0x1.y"', '""', '"12345678901.z"'):
            with self.subTest(tag):
                self.assertEqual(self.stale(tag).json()["version"], 1)

    def test_an_own_change_of_parts_moves_the_tag(self):
        appearance = make_appearance(self.quote)
        address = f"appearances/{appearance.pk}/"
        tag = self.tag(address)
        segments = [Segment(position=0, exact="We are")]
        curation.keep_appearance(appearance, segments=segments, by=None)
        told = self.send("PATCH", address, {"cue": "said"}, expect=412, if_match=tag).json()
        self.assertEqual(told["changed"], ["segments"])
