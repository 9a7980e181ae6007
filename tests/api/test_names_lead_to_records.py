from quotesdb.models import Outlet, Quote, Speaker
from tests.api.asking import Asking
from tests.factory import make_outlet, make_quote, make_speaker


class NamesTests(Asking):
    """A merged name, or an alias, leads to the record; `curation` will merge, here rows are set."""

    @classmethod
    def setUpTestData(cls):
        cls.grace = make_speaker("Grace Hill", aliases=["G. Hill", "Hill"])
        make_speaker("Ada Hill", aliases=["Hill"])
        cls.merge(make_speaker("Gracy Hill"), cls.grace)
        wire = make_outlet("Wire", aliases=["The Wire"])
        cls.merge(make_outlet("Wire Service"), wire)
        cls.quote, cls.double = make_quote("Once."), make_quote("Twice.")
        cls.merge(cls.double, cls.quote)

    @classmethod
    def merge(cls, record, survivor):
        type(record).objects.filter(pk=record.pk).update(merged_into=survivor)
        if isinstance(record, Outlet):
            Speaker.objects.filter(pk=record.speaker_id).update(merged_into=survivor.speaker)

    def redirected(self, address):
        answer = self.client.get(address)
        self.assertEqual(answer.status_code, 301, answer.content)
        self.assertEqual(answer["Cache-Control"], "no-store")
        return answer["Location"]

    def test_a_merged_record_answers_301_to_where_it_went(self):
        self.assertEqual(
            self.redirected("/api/v1/speakers/gracy-hill/"), "/api/v1/speakers/grace-hill/"
        )
        self.assertEqual(self.redirected("/api/v1/outlets/wire-service/"), "/api/v1/outlets/wire/")
        survivor = f"/api/v1/quotes/{self.quote.pk}/"
        self.assertEqual(self.redirected(f"/api/v1/quotes/{self.double.pk}/"), survivor)

    def test_the_question_goes_along(self):
        target = self.redirected("/api/v1/speakers/gracy-hill/?fields=name")
        self.assertEqual(self.client.get(target).json(), {"name": "Grace Hill"})

    def test_an_alias_finds_its_record(self):
        self.assertEqual(
            self.redirected("/api/v1/speakers/g-hill/"), "/api/v1/speakers/grace-hill/"
        )
        self.assertEqual(self.redirected("/api/v1/outlets/the-wire/"), "/api/v1/outlets/wire/")

    def test_an_alias_of_two_names_both(self):
        detail = self.ask("speakers/hill/", expect=404)["detail"]
        self.assertIn("grace-hill", detail)
        self.assertIn("ada-hill", detail)

    def test_a_merged_slug_filters_as_its_survivor(self):
        make_quote("Said by her.", key="hers", speaker=self.grace)
        self.assertEqual(self.names("quotes/", speaker="gracy-hill"), ["hers"])

    def test_lists_leave_the_merged_out(self):
        self.assertEqual(self.names("quotes/", "text"), ["Once."])
        self.assertEqual(self.names("outlets/", "slug"), ["wire"])
        self.assertEqual(Quote.objects.count(), 2)

    def test_what_is_not_there_is_not_found(self):
        for address in (
            "speakers/nobody/",
            "quotes/999999/",
            "articles/1/",
            "quotes/" + "9" * 18 + "/",
        ):
            self.ask(address, expect=404)

    def test_a_forgotten_slash_is_added(self):
        answer = self.client.get("/api/v1/quotes?key=x")
        self.assertEqual((answer.status_code, answer.url), (301, "/api/v1/quotes/?key=x"))
