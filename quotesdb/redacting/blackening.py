"""Words blackened in the texts that stay, sign for sign, so that all places still hold."""

from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from quotesdb import acts
from quotesdb.fingerprints import packed
from quotesdb.models import Appearance, Article, ArticleText, Candidate

from .reach import Reach

BLACK = "█"

Span = tuple[int, int]


def blacken(reach: Reach) -> set[int]:
    """Blacken what the appearances that go print, in the texts of articles that stay.

    Gives the candidates that stand in what was blackened. Runs inside an act.
    """
    candidates: set[int] = set()
    for article, words in _printed(reach).items():
        for text in ArticleText.objects.filter(article=article).order_by("pk"):
            spans = list(_spans(text.body, words))
            if spans:
                _write(text, spans)
                candidates |= set(_standing_in(text, spans))
    return candidates


def _printed(reach: Reach) -> dict[int, set[str]]:
    """By article that stays, what the appearances that go print in it."""
    printed: dict[int, set[str]] = {}
    rows = Appearance.objects.filter(pk__in=reach.going.get(Appearance, ()))
    rows = rows.exclude(article__in=reach.going.get(Article, ()))
    for article, exact, quote in rows.values_list("article", "segments__exact", "quote__text"):
        printed.setdefault(article, set()).update(it for it in (exact, quote) if it)
    return printed


def _spans(body: str, words: set[str]) -> Iterator[Span]:
    for one in words:
        start = body.find(one)
        while start >= 0:
            yield start, start + len(one)
            start = body.find(one, start + len(one))


def _write(text: Any, spans: list[Span]) -> None:
    signs = list(text.body)
    for start, end in spans:
        signs[start:end] = BLACK * (end - start)
    text.body = "".join(signs)
    text.sha256 = sha256(text.body.encode()).hexdigest()
    text.prints = packed(text.body)
    acts.revise([text], ["body", "sha256", "prints"])


def _standing_in(text: Any, spans: list[Span]) -> Iterator[int]:
    rows = Candidate.objects.filter(text=text).order_by("pk").values_list("pk", "segments")
    for number, segments in rows:
        if any(start < last and first < end for start, end in segments for first, last in spans):
            yield number
