from unittest import mock

from quotesdb import turns
from quotesdb.curation import JUST_TAKEN
from quotesdb.models import Quote, Speaker
from tests.admin.test_a_busy_database_loses_nothing import waited_in_vain
from tests.api.writing.writer import Writing, key_of, person_of
from tests.factory import (
    make_appearance,
    make_article,
    make_correction,
    make_outlet,
    make_quote,
    make_speaker,
)


class RefusalTests(Writing):
    def test_what_is_in_use_is_not_deleted(self):
        appearance = make_appearance(article=make_article(outlet=make_outlet("Wire")))
        for address, user in (
            (f"quotes/{appearance.quote_id}/", "appearance"),
            (f"articles/{appearance.article_id}/", "appearance"),
            ("outlets/wire/", "article"),
            ("speakers/wire/", "outlet"),
        ):
            with self.subTest(address):
                told = self.delete(address, 409).json()
                self.assertEqual(told["code"], "in_use")
                self.assertIn(f"in use by at least one {user}. Nothing was deleted", told["detail"])

    def test_what_was_merged_is_not_changed_and_says_into_what(self):
        gone, stays = make_quote("a"), make_quote("b")
        Quote.objects.filter(pk=gone.pk).update(merged_into=stays)
        for method in ("PATCH", "DELETE"):
            answer = self.send(method, f"quotes/{gone.pk}/", {}, expect=409, if_match="*")
            self.assertEqual(answer.json()["code"], "merged")
            self.assertIn(f"into another, {stays.pk},", answer.json()["detail"])

    def test_whoever_names_what_was_merged_means_what_it_became(self):
        gone, stays = make_speaker("Ada B."), make_speaker("Ada Byron")
        Speaker.objects.filter(pk=gone.pk).update(merged_into=stays)
        told = self.post("quotes/", {"text": "x", "speaker": "ada-b"}).json()
        self.assertEqual(told["speaker"]["slug"], "ada-byron")

    def test_what_is_not_there_is_not_found(self):
        for address in ("quotes/999999/", "speakers/nobody/"):
            for method in ("PATCH", "DELETE"):
                self.send(method, address, {}, expect=404, if_match='"1.x"')

    def test_nobody_but_editors_sets_the_status(self):
        self.secret = key_of(person_of("Curators"))
        body = {"text": "x", "attribution_status": "verified"}
        refused = self.post("quotes/", body, 403).json()
        self.assertIn("Only editors set the attribution status", refused["detail"])
        self.assertEqual(refused["errors"][0]["pointer"], "/attribution_status")
        self.assertEqual(Quote.objects.count(), 0)

    def test_whoever_finds_no_turn_may_try_again(self):
        with mock.patch.object(turns, "_wait", side_effect=waited_in_vain()):
            answer = self.post("quotes/", {"text": "x"}, 503)
        self.assertEqual((answer["Retry-After"], answer.json()["code"]), ("60", "busy"))
        self.assertIn("Nothing was saved", answer.json()["detail"])

    def test_a_clash_with_another_writer_is_a_conflict(self):
        make_quote(key="taken")
        with mock.patch("quotesdb.acts.complaints", return_value=[]):
            answer = self.post("quotes/", {"text": "x", "key": "taken"}, 409)
        self.assertEqual(answer.json()["code"], "clash")
        self.assertEqual(answer.json()["detail"], JUST_TAKEN)

    def test_a_name_that_cannot_be_kept_is_nobodys(self):
        told = self.post("quotes/", {"text": "x", "speaker": "a\0b", "key": "a\0b"}, 422)
        self.assertEqual(self.sentences(told)["/speaker"], 'There is no speaker "a\0b".')

    def test_a_speaker_that_is_no_outlet_is_called_so(self):
        make_speaker("Tom Arden")
        told = self.post("articles/", {"outlet": "tom-arden"}, 422)
        self.assertIn("is a speaker, but not an outlet", self.sentences(told)["/outlet"])

    def test_a_place_is_named_as_the_body_names_it(self):
        article = make_article(key="report")
        body = {"relies_on": [{"article": "report", "kind": "sings"}, {"kind": "cites"}]}
        told = self.sentences(self.patch(f"articles/{article.pk}/", body, 422))
        self.assertEqual(sorted(told), ["/relies_on/0", "/relies_on/0/kind", "/relies_on/1"])

    def test_a_correction_is_taken_back_today_where_no_day_is_said(self):
        address = f"corrections/{make_correction(make_quote()).pk}/"
        told = self.patch(address, {"taken_back_because": "It did happen."}).json()
        self.assertIsNotNone(told["taken_back_on"])
        self.assertEqual(
            self.patch(address, {"taken_back_because": None, "taken_back_on": None}).json()[
                "taken_back_on"
            ],
            None,
        )
