from datetime import date

from tests.api.asking import Asking
from tests.factory import make_appearance, make_article, make_outlet, make_quote, make_speaker


class FilterTests(Asking):
    @classmethod
    def setUpTestData(cls):
        cls.wire = make_outlet("Wire", aliases=["The Wire"], country="GB", domain="wire.example")
        grace = make_speaker("Grace Hill", aliases=["Gracie"], wikidata_id="Q1")
        source = make_speaker("an official", kind="anonymous", granted_by=cls.wire)
        make_quote(
            "In May.",
            key="may",
            speaker=grace,
            said_from=date(2024, 5, 1),
            said_until=date(2024, 5, 31),
        )
        make_quote(
            "From June on.", key="june", speaker=source, said_from=date(2024, 6, 1), language="en"
        )
        make_quote(
            "By April.", key="april", said_until=date(2024, 4, 30), attribution_status="disputed"
        )
        quote = make_quote("Undated.", key="undated", record_source="dataset")
        article = make_article(
            key="doc", title="Talks go on", outlet=cls.wire, relies_on=[cls.wire]
        )
        make_appearance(
            quote, article, key="doc/undated", segments=["Printed otherwise"], cue="said"
        )

    def quotes(self, **params):
        return sorted(self.names("quotes/", **params))

    def test_said_matches_on_overlap_inclusive_and_never_the_undated(self):
        self.assertEqual(self.quotes(said_after="2024-05-31"), ["june", "may"])
        self.assertEqual(self.quotes(said_after="2024-06-01"), ["june"])
        self.assertEqual(self.quotes(said_before="2024-05-01"), ["april", "may"])
        self.assertEqual(
            self.quotes(said_after="2024-04-30", said_before="2024-05-01"), ["april", "may"]
        )

    def test_by_speaker_by_slug_and_by_alias(self):
        self.assertEqual(self.quotes(speaker="grace-hill"), ["may"])
        self.assertEqual(self.quotes(speaker="gracie"), ["may"])
        self.assertEqual(self.quotes(speaker="nobody-of-that-name"), [])

    def test_by_kind_of_speaker_status_source_language_and_key(self):
        self.assertEqual(self.quotes(speaker_kind="anonymous"), ["june"])
        self.assertEqual(self.quotes(status="disputed"), ["april"])
        self.assertEqual(self.quotes(record_source="dataset"), ["undated"])
        self.assertEqual(self.quotes(language="en"), ["june"])
        self.assertEqual(self.quotes(key="may"), ["may"])

    def test_words_are_looked_for_in_the_reference_and_in_every_printing(self):
        self.assertEqual(self.quotes(q="from june"), ["june"])
        self.assertEqual(self.quotes(q="otherwise"), ["undated"])
        self.assertEqual(self.quotes(q="100%"), [])

    def test_filters_combine(self):
        self.assertEqual(
            self.quotes(q="otherwise", outlet="the-wire", record_source="dataset"), ["undated"]
        )
        self.assertEqual(self.quotes(q="otherwise", outlet="the-wire", status="disputed"), [])

    def test_articles(self):
        for params in (
            {"outlet": "wire"},
            {"relies_on": "the-wire"},
            {"q": "talks"},
            {"key": "doc"},
        ):
            self.assertEqual(self.names("articles/", **params), ["doc"], params)
        self.assertEqual(self.names("articles/", published_after="2000-01-01"), [])

    def test_speakers(self):
        for params in ({"q": "graci"}, {"wikidata_id": "Q1"}, {"kind": "person"}):
            self.assertEqual(self.names("speakers/", "slug", **params), ["grace-hill"], params)
        self.assertEqual(self.names("speakers/", "slug", granted_by="the-wire"), ["an-official"])

    def test_outlets(self):
        for params in ({"q": "the wi"}, {"country": "gb"}, {"domain": "wire.example"}):
            self.assertEqual(self.names("outlets/", "slug", **params), ["wire"], params)

    def test_appearances(self):
        article = self.ask("articles/", key="doc")["results"][0]["id"]
        for params in ({"article": article}, {"q": "otherwise"}, {"key": "doc/undated"}):
            self.assertEqual(self.names("appearances/", **params), ["doc/undated"], params)
