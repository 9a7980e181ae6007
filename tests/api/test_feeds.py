"""What is recorded comes to whoever subscribes: by speaker, by outlet, or by any search."""

from xml.etree import ElementTree

from django.test import TestCase

from quotesdb import curation
from tests.api.asking import make_a_reported_quote
from tests.factory import make_quote, make_speaker

ATOM = "{http://www.w3.org/2005/Atom}"


class FeedTests(TestCase):
    def feed(self, address, **params):
        answer = self.client.get(f"/api/v1/{address}feed/", params)
        self.assertEqual(answer.status_code, 200, answer.content)
        self.assertEqual(answer["Content-Type"], "application/atom+xml; charset=utf-8")
        return ElementTree.fromstring(answer.content)  # noqa: S314

    def titles(self, address, **params):
        entries = self.feed(address, **params).findall(f"{ATOM}entry")
        return [entry.findtext(f"{ATOM}title") for entry in entries]

    def test_what_a_speaker_said_the_last_recorded_first(self):
        hill = make_speaker("Grace Hill")
        make_quote("We will close.", speaker=hill, said_from="2024-05-01")
        make_quote("We will open.", speaker=hill, said_from="2023-05-01")
        make_quote("Nobody asked me.")
        told = ["Grace Hill: “We will open.”", "Grace Hill: “We will close.”"]
        self.assertEqual(self.titles("speakers/grace-hill/"), told)

    def test_what_an_outlet_prints(self):
        make_a_reported_quote(1)
        make_a_reported_quote(2)
        told = ["Speaker unknown: “ready 1”", "an official 1: “We are ready, number 1.”"]
        self.assertEqual(self.titles("outlets/paper-1/"), told)

    def test_what_a_search_finds_under_all_filters(self):
        make_quote("Talks will go on.", language="en")
        make_quote("Talks will end.", language="de")
        make_quote("Nothing will be.", language="en")
        told = ["Speaker unknown: “Talks will go on.”"]
        self.assertEqual(self.titles("quotes/", q="talk", language="en"), told)

    def test_an_unknown_filter_is_refused_as_a_problem(self):
        answer = self.client.get("/api/v1/quotes/feed/", {"speeker": "x"})
        self.assertEqual(answer.status_code, 400)
        self.assertIn("speaker", answer.json()["errors"][0]["detail"])

    def test_nobody_is_named_plainly_once_it_is_doubted(self):
        make_quote(
            "Let them talk.", speaker=make_speaker("Grace Hill"), attribution_status="fabricated"
        )
        told = ["Attributed to Grace Hill (fabricated): “Let them talk.”"]
        self.assertEqual(self.titles("quotes/"), told)

    def test_an_entry_moves_when_its_quote_does(self):
        quote = make_quote("We will close.")
        before = self.feed("quotes/").find(f"{ATOM}entry")
        quote.occasion = "a press conference"
        curation.keep_quote(quote, by=None)
        after = self.feed("quotes/").find(f"{ATOM}entry")
        self.assertEqual(before.findtext(f"{ATOM}id"), after.findtext(f"{ATOM}id"))
        self.assertLess(before.findtext(f"{ATOM}updated"), after.findtext(f"{ATOM}updated"))

    def test_words_stay_words_whatever_is_in_them(self):
        make_quote("A <b>bold</b> & \x0b new ]]> thing", language="en")
        entry = self.feed("quotes/").find(f"{ATOM}entry")
        self.assertEqual(
            entry.findtext(f"{ATOM}title"), "Speaker unknown: “A <b>bold</b> & � new ]]> thing”"
        )
        self.assertIn("&lt;b&gt;bold&lt;/b&gt; &amp; �", entry.findtext(f"{ATOM}summary"))

    def test_a_feed_that_is_empty_is_a_feed(self):
        make_speaker("Grace Hill")
        self.assertEqual(self.titles("speakers/grace-hill/"), [])

    def test_an_alias_leads_on(self):
        make_speaker("Grace Hill", aliases=["G Hill"])
        answer = self.client.get("/api/v1/speakers/g-hill/feed/")
        self.assertEqual(answer.status_code, 301)
        self.assertEqual(answer["Location"], "/api/v1/speakers/grace-hill/feed/")

    def test_a_reader_that_has_it_is_told_so(self):
        make_quote("We will close.")
        first = self.client.get("/api/v1/quotes/feed/")
        again = self.client.get("/api/v1/quotes/feed/", headers={"If-None-Match": first["ETag"]})
        self.assertEqual(again.status_code, 304)

    def test_two_statements_however_many_entries(self):
        for _ in range(7):
            make_quote("We will close.", speaker=make_speaker("Grace Hill"))
        with self.assertNumQueries(2):
            self.feed("quotes/")
