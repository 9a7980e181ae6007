from quotesdb.models import Quote
from tests.api.writing.writer import Writing
from tests.factory import make_article, make_outlet, make_quote, make_speaker

CASES = {
    "speakers": (
        {"name": "Grace Hill", "kind": "person", "aliases": ["G. Hill", "Grace"]},
        {"description": "a harbour master"},
    ),
    "outlets": (
        {"name": "The Post", "domain": "post.example", "country": "GB", "aliases": ["Post"]},
        {"name": "The Harbour Post", "kind": "newspaper"},
    ),
    "articles": (
        {
            "key": "report",
            "title": "The harbour closes",
            "published_on": "2024-03-01",
            "outlet": "wire",
            "relies_on": [{"outlet": {"slug": "wire"}, "kind": "cites"}, {"article": "first"}],
        },
        {"relies_on": [{"article": {"key": "first"}, "kind": "republishes"}], "language": "en"},
    ),
    "quotes": (
        {"text": "The harbour will close.", "speaker": "tom-arden", "said_from": "2024-03-01"},
        {"occasion": "a dinner", "speaker": None},
    ),
    "appearances": (
        {
            "quote": "said",
            "article": {"key": "first"},
            "form": "direct",
            "segments": [{"exact": "We are"}, {"exact": "ready."}],
            "chain": [
                {"speaker": "tom-arden", "relation": "told"},
                {"speaker": {"slug": "wire"}, "relation": "reported", "article": "second"},
            ],
        },
        {"chain": [{"speaker": "wire", "relation": "reported"}], "cue": "told"},
    ),
    "corrections": (
        {"article": "first", "kind": "retracted", "reason": "It is made up.", "source": "page 2"},
        {"reason": "All of it is made up.", "made_on": "2024-04-01"},
    ),
}


class CycleTests(Writing):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        make_speaker("Tom Arden")
        make_outlet("Wire")
        make_article(key="first")
        make_article(key="second")
        make_quote("We are ready.", key="said")

    def test_each_is_created_where_its_answer_says(self):
        for name, (body, _) in CASES.items():
            with self.subTest(name):
                answer = self.post(f"{name}/", body)
                self.assertTrue(answer["Location"].startswith(f"http://testserver/api/v1/{name}/"))
                again = self.client.get(answer["Location"])
                self.assertEqual(again.json(), answer.json())
                self.assertEqual(again["ETag"], answer["ETag"])
                self.assertRegex(answer["ETag"], r'^"1\.')

    def test_each_is_changed_where_it_is(self):
        for name, (body, patch) in CASES.items():
            with self.subTest(name):
                created = self.post(f"{name}/", body)
                changed = self.patch(created["Location"], patch)
                again = self.client.get(created["Location"])
                self.assertEqual(again.json(), changed.json())
                self.assertEqual(again["ETag"], changed["ETag"])
                self.assertRegex(changed["ETag"], r'^"2\.')
                untouched = created.json().keys() - patch.keys() - {"attributed_differently"}
                self.assertEqual(
                    {it: created.json()[it] for it in untouched},
                    {it: changed.json()[it] for it in untouched},
                )

    def test_each_is_deleted_and_gone(self):
        for name, (body, _) in CASES.items():
            with self.subTest(name):
                address = self.post(f"{name}/", body)["Location"]
                self.assertEqual(self.delete(address).content, b"")
                self.assertEqual(self.client.get(address).status_code, 404)

    def test_what_was_read_may_be_sent_back_and_changes_nothing(self):
        for name, (body, _) in CASES.items():
            with self.subTest(name):
                created = self.post(f"{name}/", body)
                again = self.patch(created["Location"], created.json())
                self.assertEqual(again["ETag"], created["ETag"])

    def test_a_merge_patch_says_that_it_is_one(self):
        address = self.post("quotes/", CASES["quotes"][0])["Location"]
        self.patch(address, {"occasion": "x"}, content_type="application/merge-patch+json")

    def test_null_is_as_if_it_had_never_been_said(self):
        body = {**CASES["quotes"][0], "occasion": "a speech", "language": "en"}
        address = self.post("quotes/", body)["Location"]
        told = self.patch(address, {"occasion": None, "language": None, "said_from": None}).json()
        self.assertEqual([told["occasion"], told["language"], told["said_from"]], ["", "und", None])
        refused = self.patch(address, {"text": None}, expect=422)
        self.assertEqual(self.sentences(refused), {"/text": "text is missing."})

    def test_it_is_written_by_whoever_owns_the_key_through_the_api_for_the_given_reason(self):
        address = self.post("quotes/?why=heard+on+Friday", CASES["quotes"][0])["Location"]
        self.patch(f"{address}?why=ñ", {"occasion": "x"}, if_match="*")
        told = Quote.history.order_by("history_id").values_list(
            "history_user", "door", "history_change_reason"
        )
        [*_, first, second] = told
        self.assertEqual(first, (self.person.pk, "api", "heard on Friday"))
        self.assertEqual(second, (self.person.pk, "api", "ñ"))
