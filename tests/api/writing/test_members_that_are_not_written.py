from quotesdb.models import Segment, Speaker
from tests.api.writing.writer import Writing
from tests.factory import (
    make_appearance,
    make_article,
    make_outlet,
    make_quote,
    make_speaker,
    make_text,
)


class MembersTests(Writing):
    def test_an_unknown_one_is_refused_with_the_nearest(self):
        answer = self.post("quotes/", {"text": "x", "speeker": "y", "spoken": 1}, 422)
        told = self.sentences(answer)
        self.assertEqual(
            told["/speeker"], 'There is no member "speeker" here. Did you mean "speaker"?'
        )
        self.assertIn("/spoken", told)

    def test_also_inside_lists_and_names(self):
        article, quote = make_article(), make_quote()
        body = {
            "quote": quote.key,
            "article": {"key": article.key, "titel": "x"},
            "form": "direct",
            "segments": [{"exact": "x", "exakt": "y"}],
        }
        told = self.sentences(self.post("appearances/", body, 422))
        self.assertEqual(sorted(told), ["/article/titel", "/segments/0/exakt"])

    def test_the_rows_own_bookkeeping_is_no_member(self):
        for name in ("version", "updated_at", "merged_into", "type", "sort_date", "text_version"):
            with self.subTest(name):
                answer = self.post("quotes/", {"text": "x", name: 1}, 422)
                self.assertIn("There is no member", self.sentences(answer)[f"/{name}"])

    def test_what_follows_is_not_given_with_something_new(self):
        for name in ("id", "appearance_count", "independent_origins", "corrections"):
            with self.subTest(name):
                answer = self.post("quotes/", {"text": "x", name: 1}, 422)
                self.assertIn("leave it out", self.sentences(answer)[f"/{name}"])

    def test_what_follows_may_be_sent_back_as_it_stands_and_no_other_way(self):
        address = f"quotes/{make_quote().pk}/"
        self.patch(address, {"appearance_count": 0, "corrections": [], "occasion": "a"})
        answer = self.patch(address, {"appearance_count": 7, "id": 0, "occasion": "b"}, 422)
        self.assertEqual(sorted(self.sentences(answer)), ["/appearance_count", "/id"])
        self.assertEqual(self.read(address)["occasion"], "a")

    def test_a_key_and_a_slug_are_for_ever(self):
        for address in (f"quotes/{make_quote().pk}/", "speakers/grace-hill/"):
            make_speaker() if "speakers" in address else None
            name = "slug" if "speakers" in address else "key"
            answer = self.patch(address, {name: "another"}, 422)
            self.assertIn("is permanent", self.sentences(answer)[f"/{name}"])

    def test_values_of_another_sort_are_refused_each_with_its_place(self):
        body = {"text": 7, "language": [], "speaker": 7, "said_from": "2024-13-01", "occasion": {}}
        told = self.sentences(self.post("quotes/", body, 422))
        self.assertEqual(
            sorted(told), ["/language", "/occasion", "/said_from", "/speaker", "/text"]
        )
        self.assertIn('must be a day such as "2023-12-24"', told["/said_from"])

    def test_also_in_the_items_of_lists(self):
        article, quote = make_article(), make_quote()
        segment = {"exact": 7, "prefix": [], "start": 1.5, "end": "x"}
        hop = {"speaker": 1.5, "position": -1, "medium": 7}
        body = {
            "quote": quote.key,
            "article": article.key,
            "form": "direct",
            "segments": [segment, "x"],
            "chain": [hop, 7, None],
        }
        told = set(self.sentences(self.post("appearances/", body, 422)))
        expected = {f"/segments/0/{name}" for name in segment} | {"/segments/1"}
        expected |= {f"/chain/0/{name}" for name in hop} | {"/chain/1", "/chain/2"}
        self.assertEqual(told, expected)


class PlacesTests(Writing):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.article = make_article(key="report")
        make_text(cls.article, "He said: We are ready. We were not.")
        cls.appearance = make_appearance(
            article=cls.article,
            segments=[Segment(position=0, exact="We are ready.", start=9, end=22)],
        )
        cls.address = f"appearances/{cls.appearance.pk}/"

    def places(self):
        return [(it["start"], it["end"]) for it in self.read(self.address)["segments"]]

    def test_a_place_stays_with_its_words(self):
        self.patch(self.address, {"segments": [{"exact": "We are ready."}], "cue": "said"})
        self.assertEqual(self.places(), [(9, 22)])

    def test_and_goes_with_them(self):
        self.patch(self.address, {"segments": [{"exact": "We are", "start": 9, "end": 22}]})
        self.assertEqual(self.places(), [(None, None)])

    def test_none_is_taken_on_trust(self):
        segments = [{"exact": "We are ready.", "start": 1, "end": 14}]
        answer = self.patch(self.address, {"segments": segments}, 422)
        self.assertIn("Places are found in", self.sentences(answer)["/segments/0/start"])
        body = {"quote": make_quote().key, "article": "report", "form": "direct"}
        self.post("appearances/", {**body, "segments": segments}, 422)


class HiddenIdentityTests(Writing):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.named = make_speaker("Tom Arden")
        make_speaker("an official", kind="anonymous", granted_by=make_outlet("Wire"))
        cls.address = "speakers/an-official/"

    def identity(self):
        speaker = Speaker.objects.get(slug="an-official")
        return speaker.identified_as_id, speaker.identity_is_public

    def test_it_is_written_and_not_told(self):
        told = self.patch(self.address, {"identified_as": "tom-arden"})
        self.assertIsNone(told.json()["identified_as"])
        self.assertNotIn(b"tom-arden", told.content)
        self.assertEqual(self.identity(), (self.named.pk, False))

    def test_what_was_read_does_not_take_it_away(self):
        self.patch(self.address, {"identified_as": "tom-arden"})
        self.patch(self.address, self.read(self.address) | {"description": "knows much"})
        self.assertEqual(self.identity(), (self.named.pk, False))

    def test_whoever_means_to_says_that_it_is_not_public(self):
        self.patch(self.address, {"identified_as": "tom-arden"})
        self.patch(self.address, {"identified_as": None, "identity_is_public": False})
        self.assertEqual(self.identity(), (None, False))

    def test_made_public_it_is_told(self):
        told = self.patch(self.address, {"identified_as": "tom-arden", "identity_is_public": True})
        self.assertEqual(told.json()["identified_as"]["slug"], "tom-arden")
