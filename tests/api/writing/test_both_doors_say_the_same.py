"""What the desk refuses, the API refuses, in the same sentences; and the other way round."""

from typing import Any

from quotesdb.models import Curator
from tests.admin import desk
from tests.api.writing.writer import Writing
from tests.factory import (
    make_appearance,
    make_article,
    make_outlet,
    make_quote,
    make_speaker,
)

BLANK = "\u200b"
"""Which a form does not strip."""

NEW = (
    (
        "a Wikidata id",
        "speaker",
        {"name": "Ada", "kind": "person", "wikidata_id": "42"},
        {"name": "Ada", "kind": "person", "wikidata_id": "42"},
    ),
    (
        "a grant to a person",
        "speaker",
        {"name": "Ada", "kind": "person", "granted_by": "{outlet.pk}"},
        {"name": "Ada", "kind": "person", "granted_by": "wire"},
    ),
    (
        "the domain of another",
        "outlet",
        {"name": "Post", "domain": "wire.example"},
        {"name": "Post", "domain": "wire.example"},
    ),
    ("a country", "outlet", {"name": "P", "country": "gb"}, {"name": "P", "country": "gb"}),
    (
        "the address of another",
        "article",
        {"url": "https://wire.example/1"},
        {"url": "https://wire.example/1"},
    ),
    ("a language", "article", {"language": "English"}, {"language": "English"}),
    (
        "the end before the beginning",
        "quote",
        {"text": "x", "said_from": "2024-02-01", "said_until": "2024-01-01"},
        {"text": "x", "said_from": "2024-02-01", "said_until": "2024-01-01"},
    ),
    ("no words", "quote", {"text": BLANK}, {"text": BLANK}),
    (
        "about nothing, and from nowhere",
        "correction",
        {"kind": "retracted", "reason": "It is made up."},
        {"kind": "retracted", "reason": "It is made up."},
    ),
)
CHANGED: tuple[Any, ...] = (
    ("no segment", {"segments__0__DELETE": "on"}, {"segments": []}),
    (
        "blank words",
        {"segments__0__exact": BLANK},
        {"segments": [{"exact": BLANK}]},
    ),
    ("nested elsewhere", {"nested_in": "{other.pk}"}, {"nested_in": "{other.key}"}),
    (
        "its own article",
        {"chain__0__article": "{article.pk}"},
        {"chain": [{"speaker": "grace-hill", "article": "{article.key}"}]},
    ),
)


class BothDoorsTests(Writing):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        article = make_article(key="report", url="https://wire.example/1")
        cls.world = {
            "outlet": make_outlet("Wire", domain="wire.example"),
            "article": article,
            "other": make_appearance(),
        }
        cls.appearance = make_appearance(
            make_quote("Something."), article, chain=[make_speaker("Grace Hill")]
        )

    def setUp(self):
        Curator.objects.update(is_superuser=True, is_staff=True)
        self.client.force_login(self.person)

    def filled(self, value):
        match value:
            case str():
                return value.format(**self.world)
            case list():
                return [self.filled(it) for it in value]
            case dict():
                return {name: self.filled(it) for name, it in value.items()}
        return value

    def compare(self, at_the_desk, through_the_api):
        said = {error["detail"] for error in through_the_api.json()["errors"]}
        shown = desk.refused(at_the_desk)
        self.assertTrue(said)
        self.assertEqual(set(shown), said)

    def test_of_what_is_new(self):
        for about, noun, typed, body in NEW:
            with self.subTest(about):
                form = desk.send(self.client, f"/admin/quotesdb/{noun}/add/", **self.filled(typed))
                self.compare(form, self.post(f"{noun}s/", self.filled(body), 422))

    def test_of_what_is_changed(self):
        address = f"appearances/{self.appearance.pk}/"
        for about, typed, body in CHANGED:
            with self.subTest(about):
                form = desk.send(self.client, desk.url(self.appearance), **self.filled(typed))
                self.compare(form, self.patch(address, self.filled(body), 422))
