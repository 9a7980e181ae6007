from unittest import mock

from quotesdb import turns
from quotesdb.models import Appearance, Quote, Speaker
from tests.admin.test_a_busy_database_loses_nothing import waited_in_vain
from tests.api.writing.writer import Writing, key_of, person_of
from tests.factory import make_article, make_quote, make_speaker

APART = "bulk/?mode=item_by_item"
SPEAKER = {"method": "POST", "path": "speakers/", "body": {"name": "Tom Arden", "kind": "person"}}
QUOTE = {
    "method": "POST",
    "path": "/api/v1/quotes/",
    "body": {"key": "said", "text": "We are ready.", "speaker": "tom-arden"},
}
PRINTED = {
    "method": "POST",
    "path": "appearances/",
    "body": {
        "quote": "said",
        "article": "report",
        "form": "direct",
        "segments": [{"exact": "We are ready."}],
    },
}
NONSENSE = {"method": "POST", "path": "quotes/", "body": {"text": ""}}


class BulkTests(Writing):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        make_article(key="report")
        cls.quote = make_quote("Old words.")

    def bulk(self, items, expect=200, address="bulk/"):
        return self.post(address, {"items": items}, expect).json()

    def statuses(self, told):
        return [outcome["status"] for outcome in told["outcomes"]]

    def moments(self):
        models = (Speaker, Quote, Appearance)
        return [it.history.latest("history_id").history_date for it in models]

    def test_an_item_names_what_an_earlier_one_has_made_and_all_is_one_act(self):
        told = self.bulk([SPEAKER, QUOTE, PRINTED])
        self.assertEqual(self.statuses(told), [201, 201, 201])
        self.assertEqual(len(set(self.moments())), 1)
        quote = self.read(told["outcomes"][1]["location"])
        self.assertEqual((quote["speaker"]["slug"], quote["appearance_count"]), ("tom-arden", 1))

    def test_each_in_an_act_of_its_own(self):
        told = self.bulk([SPEAKER, QUOTE, PRINTED], address=APART)
        self.assertEqual(self.statuses(told), [201, 201, 201])
        self.assertEqual(len(set(self.moments())), 3)

    def test_if_one_is_refused_nothing_is_saved_and_all_that_is_wrong_is_told(self):
        nobody = {**QUOTE, "body": {"text": "x", "speaker": "nobody"}}
        told = self.bulk([SPEAKER, NONSENSE, QUOTE, nobody], 422)
        self.assertEqual(self.statuses(told), [424, 422, 424, 422])
        self.assertEqual(told["detail"], "2 of 4 items were refused, so nothing was saved.")
        errors = told["outcomes"][3]["problem"]["errors"]
        self.assertEqual(errors[0]["detail"], 'There is no speaker "nobody".')
        self.assertEqual((Speaker.objects.count(), Quote.objects.count()), (0, 1))

    def test_or_the_others_are(self):
        told = self.bulk([SPEAKER, NONSENSE, QUOTE], address=APART)
        self.assertEqual(self.statuses(told), [201, 422, 201])
        self.assertEqual(told["outcomes"][1]["problem"]["instance"], "quotes/")
        self.assertEqual((Speaker.objects.count(), Quote.objects.count()), (1, 2))

    def test_records_are_changed_and_deleted_by_their_versions(self):
        path = f"quotes/{self.quote.pk}/"
        for seen in (1, '"2"', '"3.x"', "*"):
            item = {"method": "PATCH", "path": path, "if_match": seen, "body": {"occasion": seen}}
            item["body"]["occasion"] = str(seen)
            [told] = self.bulk([item])["outcomes"]
        self.assertEqual((told["status"], told["version"]), (200, 5))
        self.assertEqual(
            self.statuses(self.bulk([{"method": "DELETE", "path": path, "if_match": 5}])), [204]
        )

    def test_a_condition_holds_for_each(self):
        change = {"method": "PATCH", "path": f"quotes/{self.quote.pk}/", "body": {"occasion": "x"}}
        told = self.bulk([change, {**change, "if_match": 9}, {**change, "if_match": 1}], 428)
        self.assertEqual(self.statuses(told), [428, 412, 424])
        self.assertEqual(told["outcomes"][1]["problem"]["version"], 1)

    def test_what_one_may_not_do_alone_one_may_not_do_here(self):
        self.secret = key_of(person_of("Curators"))
        delete = {"method": "DELETE", "path": f"quotes/{self.quote.pk}/", "if_match": "*"}
        told = self.bulk([SPEAKER, delete], 403)
        self.assertIn('"delete_quote"', told["outcomes"][1]["problem"]["detail"])
        self.assertEqual(self.statuses(self.bulk([SPEAKER, delete], address=APART)), [201, 403])
        self.secret = key_of(person_of("Readers"))
        self.assertEqual(self.statuses(self.bulk([SPEAKER], 403)), [403])

    def test_nonsense_is_an_outcome_too(self):
        items = [
            "x",
            {"method": "PUT", "path": "quotes/"},
            {"method": "POST", "path": "quotes/1/"},
            {"method": "DELETE", "path": "quotes/", "if_match": "*"},
            {"method": "POST", "path": "qoutes/"},
            {"method": "POST", "path": "quotes/?why=x"},
            {"method": "POST", "path": 7},
            {"method": "DELETE", "path": "quotes/x/", "if_match": "*"},
            {"method": "DELETE", "path": f"quotes/{self.quote.pk}/", "if_match": [1]},
            {"method": "POST", "path": "quotes/", "body": []},
            {"method": "POST", "path": "quotes/", "boddy": {}},
        ]
        told = self.bulk(items, address=APART)
        self.assertEqual(
            self.statuses(told), [400, 400, 400, 400, 404, 404, 404, 404, 400, 400, 400]
        )

    def test_what_is_no_list_of_items(self):
        for body in ({}, {"items": []}, {"items": {}}, {"itmes": []}):
            self.post("bulk/", body, 400)
        self.post("bulk/?mode=all", {"items": [SPEAKER]}, 400)
        told = self.post("bulk/", {"items": [SPEAKER] * 501}, 413)
        self.assertIn("501 items are too many: at most 500", told.json()["detail"])

    def test_where_there_is_no_turn_the_rest_is_not_tried(self):
        with mock.patch.object(turns, "_wait", side_effect=waited_in_vain()) as asked:
            told = self.bulk([SPEAKER, QUOTE, PRINTED], address=APART)
            self.assertEqual(self.statuses(told), [503, 503, 503])
            self.assertEqual(asked.call_count, 1)
            self.bulk([SPEAKER], 503)

    def test_speakers_are_told_apart_by_slug_and_a_clash_is_refused(self):
        make_speaker("Tom Arden")
        told = self.bulk(
            [SPEAKER, {**SPEAKER, "body": {**SPEAKER["body"], "slug": "tom-arden"}}], 422
        )
        self.assertEqual(self.statuses(told), [424, 422])
