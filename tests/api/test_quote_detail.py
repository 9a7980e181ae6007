from datetime import date

from quotesdb.models import Hop
from tests.api.asking import Asking
from tests.factory import make_appearance, make_article, make_outlet, make_quote, make_speaker


class QuoteDetailTests(Asking):
    maxDiff = None

    @classmethod
    def setUpTestData(cls):
        wire = make_outlet("The Wire")
        official = make_speaker("an official", kind="anonymous", granted_by=wire)
        article = make_article(key="doc-1", published_on=date(2024, 5, 1))
        cls.quote = make_quote(
            "We are ready. Now.",
            key="ready",
            speaker=official,
            language="en",
            said_from=date(2024, 4, 1),
            said_until=date(2024, 4, 30),
        )
        cls.appearance = make_appearance(
            cls.quote,
            article,
            key="doc-1/ready",
            language="en",
            cue="told",
            segments=["We are ready.", "Now."],
            chain=[
                Hop(speaker=official, attributed_as="one official", relation="told"),
                Hop(speaker=wire.speaker, medium="interview", evidence="told The Wire"),
            ],
        )

    def test_it_says_who_said_what_and_through_whom_it_was_reported_where(self):
        official = {"slug": "an-official", "name": "an official", "kind": "anonymous"}
        segment = {"prefix": "", "suffix": "", "start": None, "end": None}
        self.assertEqual(
            self.ask(f"quotes/{self.quote.pk}/"),
            {
                "id": self.quote.pk,
                "key": "ready",
                "text": "We are ready. Now.",
                "language": "en",
                "speaker": official,
                "said_from": "2024-04-01",
                "said_until": "2024-04-30",
                "occasion": "",
                "attribution_status": "unverified",
                "record_source": "curator",
                "appearance_count": 1,
                "independent_origins": 1,
                "independent_origins_inferred": 1,
                "corrections": [],
                "appearances": [
                    {
                        "id": self.appearance.pk,
                        "key": "doc-1/ready",
                        "wording": "We are ready. Now.",
                        "language": "en",
                        "form": "direct",
                        "cue": "told",
                        "is_translation": False,
                        "nested_in": None,
                        "attributed_differently": False,
                        "segments": [
                            {"exact": "We are ready.", **segment},
                            {"exact": "Now.", **segment},
                        ],
                        "corrections": [],
                        "affected_by": [],
                        "article": {
                            "id": self.appearance.article_id,
                            "key": "doc-1",
                            "title": None,
                            "url": None,
                            "published_on": "2024-05-01",
                            "outlet": None,
                        },
                        "chain": [
                            {
                                "position": 0,
                                "speaker": official,
                                "attributed_as": "one official",
                                "relation": "told",
                                "medium": None,
                                "certainty": "stated",
                                "evidence": "",
                                "article": None,
                            },
                            {
                                "position": 1,
                                "speaker": {
                                    "slug": "the-wire",
                                    "name": "The Wire",
                                    "kind": "outlet",
                                },
                                "attributed_as": "",
                                "relation": "said",
                                "medium": "interview",
                                "certainty": "stated",
                                "evidence": "told The Wire",
                                "article": None,
                            },
                        ],
                    }
                ],
            },
        )

    def test_an_unknown_speaker_is_null(self):
        quote = make_quote("Nobody knows who said this.")
        self.assertIsNone(self.ask(f"quotes/{quote.pk}/")["speaker"])

    def test_an_article_that_names_another_speaker_is_marked(self):
        other = make_speaker("Somebody Else")
        make_appearance(self.quote, key="doc-2/ready", chain=[other])
        found = self.ask(f"quotes/{self.quote.pk}/")["appearances"]
        marked = {row["key"]: row["attributed_differently"] for row in found}
        self.assertEqual(marked, {"doc-1/ready": False, "doc-2/ready": True})

    def test_nothing_is_attributed_differently_from_an_unknown_speaker(self):
        quote = make_quote("Nobody knows who said this.")
        make_appearance(quote, chain=[make_speaker("Somebody Else")])
        found = self.ask(f"quotes/{quote.pk}/")["appearances"]
        self.assertEqual([row["attributed_differently"] for row in found], [False])
