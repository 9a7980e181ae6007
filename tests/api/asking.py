"""How tests ask the API: as a program outside would, by address."""

from urllib.parse import parse_qs, urlsplit

from django.test import TestCase

from quotesdb.models import Hop
from tests.factory import (
    make_appearance,
    make_article,
    make_correction,
    make_outlet,
    make_quote,
    make_speaker,
)

LISTS = ("speakers", "outlets", "articles", "quotes", "appearances", "corrections")


class Asking(TestCase):
    def ask(self, address, expect=200, **params):
        answer = self.client.get(f"/api/v1/{address}", params)
        self.assertEqual(answer.status_code, expect, answer.content)
        return answer.json()

    def names(self, address, name="key", **params):
        return [row[name] for row in self.ask(address, **params)["results"]]


def question(address):
    """The parameters of an address."""
    return {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}


def make_a_reported_quote(number=0):
    """A quote with a speaker, printed by one article of an outlet, through another's hands."""
    wire = make_outlet(f"Wire {number}", kind="wire")
    paper = make_outlet(f"Paper {number}", country="GB", aliases=[f"The Paper {number}"])
    source = make_speaker(f"an official {number}", kind="anonymous", granted_by=wire)
    article = make_article(
        key=f"article-{number}", title=f"Report {number}", outlet=paper, relies_on=[wire]
    )
    quote = make_quote(f"We are ready, number {number}.", key=f"quote-{number}", speaker=source)
    inner = make_quote(f"ready {number}", key=f"inner-{number}")
    chain = [
        Hop(speaker=source, attributed_as="an official", relation="told", evidence="told Wire"),
        Hop(speaker=wire.speaker, relation="reported", certainty="inferred"),
    ]
    outer = make_appearance(
        quote, article, key=f"printed-{number}", chain=chain, segments=["We are", "ready."]
    )
    make_appearance(inner, article, key=f"nested-{number}", nested_in=outer, form="mixed")
    make_correction(article, key=f"retracted-{number}")
    make_correction(outer, "corrected", source_article=article)
    return quote
