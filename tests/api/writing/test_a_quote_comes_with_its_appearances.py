from django.contrib.auth.models import Permission

from quotesdb.models import Appearance, Quote
from tests.api.writing.writer import Writing, key_of, person_of
from tests.factory import make_article, make_outlet, make_speaker

PRINTED = {
    "key": "printed",
    "article": "report",
    "form": "direct",
    "segments": [{"exact": "We are ready."}],
    "chain": [
        {"speaker": "tom-arden", "relation": "told", "attributed_as": "an official"},
        {"speaker": {"slug": "wire"}, "relation": "reported", "certainty": "inferred"},
    ],
}
QUOTE = {"key": "said", "text": "We are ready.", "speaker": "tom-arden"}


class InOneRequestTests(Writing):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        make_speaker("Tom Arden")
        make_outlet("Wire")
        make_article(key="report", outlet=make_outlet("Post"))
        make_article(key="another")

    def test_with_chains_and_counts_in_one_act(self):
        nested = {**PRINTED, "key": "nested", "article": "report", "nested_in": "printed"}
        elsewhere = {**PRINTED, "key": "elsewhere", "article": {"key": "another"}, "chain": []}
        told = self.post("quotes/", QUOTE | {"appearances": [PRINTED, nested, elsewhere]}).json()
        self.assertEqual(told["appearance_count"], 3)
        self.assertEqual(
            (told["independent_origins"], told["independent_origins_inferred"]), (2, 2)
        )
        printed, inner, _ = told["appearances"]
        self.assertEqual(inner["nested_in"], printed["id"])
        hands = [(hop["speaker"]["slug"], hop["certainty"]) for hop in printed["chain"]]
        self.assertEqual(hands, [("tom-arden", "stated"), ("wire", "inferred")])
        moments = {
            *Quote.history.values_list("history_date", flat=True),
            *Appearance.history.values_list("history_date", flat=True),
        }
        self.assertEqual(len(moments), 1)

    def test_what_is_wrong_with_any_is_said_with_its_place_and_nothing_is_kept(self):
        broken = {**PRINTED, "key": "b", "form": "loud", "segments": []}
        nobody = {**PRINTED, "key": "c", "chain": [{"speaker": "nobody"}]}
        answer = self.post("quotes/", QUOTE | {"appearances": [PRINTED, broken, nobody]}, 422)
        self.assertEqual(
            self.sentences(answer),
            {
                "/appearances/1/form": "Form must be direct, indirect or mixed.",
                "/appearances/1/segments": "An appearance needs at least one segment: the words "
                "as they are printed.",
                "/appearances/2/chain/0/speaker": 'There is no speaker "nobody".',
            },
        )
        self.assertEqual((Quote.objects.count(), Appearance.objects.count()), (0, 0))

    def test_an_appearance_needs_not_and_may_not_name_its_quote(self):
        answer = self.post("quotes/", QUOTE | {"appearances": [{**PRINTED, "quote": "said"}]}, 422)
        [pointer] = self.sentences(answer)
        self.assertEqual(pointer, "/appearances/0/quote")

    def test_what_is_no_list_of_objects_is_refused(self):
        for listed in ("x", {"0": PRINTED}, [PRINTED, "x"], 7):
            answer = self.post("quotes/", QUOTE | {"appearances": listed}, 422)
            self.assertEqual(list(self.sentences(answer)), ["/appearances"])

    def test_whoever_may_add_quotes_only_adds_no_appearances(self):
        person = person_of(None)
        person.user_permissions.set(permissions("add_quote"))
        self.secret = key_of(person)
        self.post("quotes/", QUOTE)
        refused = self.post("quotes/", {"text": "x", "appearances": [PRINTED]}, 403)
        self.assertIn('"add_appearance"', refused.json()["detail"])

    def test_later_each_is_changed_at_its_own_address(self):
        address = self.post("quotes/", QUOTE | {"appearances": [PRINTED]})["Location"]
        listed = self.read(address)["appearances"]
        self.patch(address, {"appearances": listed, "occasion": "a dinner"})
        refused = self.patch(address, {"appearances": []}, 422)
        self.assertIn("cannot be written here", self.sentences(refused)["/appearances"])
        self.patch(f"appearances/{listed[0]['id']}/", {"chain": []})
        self.assertEqual(self.read(address)["appearances"][0]["chain"], [])


def permissions(*names):
    return Permission.objects.filter(codename__in=names)
