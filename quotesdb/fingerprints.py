"""The fingerprints of articles' texts, as they are stored; and which reports of a quote share text.

What two reports share is found again with every write that touches the quote, from what is stored:
the prints of the latest version of each article's text, and what `recount` last found common.
"""

import sys
from array import array
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from quotesdb.models import Appearance, ArticleText, CommonPrint, SharedText
from quotesdb.portions import portions
from quotesdb.prepared import among
from quotesdb.provenance import winnowing
from quotesdb.provenance.shared_texts import MANY, Overlap, boilerplate, overlaps

MOST_PRINTS = 200_000
"""Of a longer text (some ten megabytes) only the lowest are kept."""

STORED = ("article", "pk", "prints", "counted")

STALE = "of the pairs of articles that share text, {wrong} wrong and {missing} missing"

Found = tuple[int, int, float]
"""Two texts, and how much they share."""


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """The prints of one version of an article's text.

    `counted` says whether the common prints were last counted with it.
    """

    text: int
    prints: frozenset[int]
    counted: bool


def packed(text: str) -> bytes:
    """The prints of a text as eight bytes each, the lowest byte and the lowest print first."""
    numbers = array("q", sorted(winnowing.fingerprint(text))[:MOST_PRINTS])
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers.tobytes()


def unpacked(stored: bytes | memoryview) -> frozenset[int]:
    numbers = array("q", bytes(stored))
    if sys.byteorder == "big":
        numbers.byteswap()
    return frozenset(numbers)


def refresh_shared_texts(quotes: Collection[int]) -> None:
    """Set anew which articles that print one of these quotes share text."""
    articles = _printing(quotes)
    latest = latest_fingerprints({one for some in articles.values() for one in some})
    held = _held(quotes)
    for quote in quotes:
        printing = [latest[article] for article in articles[quote] if article in latest]
        if len(printing) > 1 or held[quote]:
            _refresh(quote, printing, held[quote])


def stale_shared_texts(quotes: Collection[int]) -> dict[int, str]:
    """For each of these quotes of which other shared texts are kept than are found, a sentence."""
    articles = _printing(quotes)
    latest = latest_fingerprints({one for some in articles.values() for one in some})
    held = _held(quotes)
    told = {}
    for quote in quotes:
        found = _found([latest[article] for article in articles[quote] if article in latest])
        wrong, missing = held[quote].keys() - found.keys(), found.keys() - held[quote].keys()
        if wrong or missing:
            told[quote] = STALE.format(wrong=len(wrong), missing=len(missing))
    return told


def _printing(quotes: Collection[int]) -> Mapping[int, set[int]]:
    """By quote, the articles that print it."""
    printing: dict[int, set[int]] = defaultdict(set)
    rows = Appearance.objects.standing().filter(quote__in=among(quotes)).order_by()
    for quote, article in rows.values_list("quote", "article"):
        printing[quote].add(article)
    return printing


def latest_fingerprints(articles: Iterable[int]) -> dict[int, Fingerprint]:
    """By article, of those that have a text with any prints in it."""
    latest: dict[int, Fingerprint] = {}
    for some in portions(articles):
        newest = ArticleText.objects.in_newest_version().filter(article__in=among(some))
        texts = newest.exclude(prints=b"")
        for article, text, prints, counted in texts.order_by().values_list(*STORED):
            latest[article] = Fingerprint(text, unpacked(prints), counted)
    return latest


def _held(quotes: Collection[int]) -> Mapping[int, dict[Found, int]]:
    """By quote, what is stored already."""
    held: dict[int, dict[Found, int]] = defaultdict(dict)
    rows = SharedText.objects.filter(quote__in=among(quotes))
    for pk, quote, a, b, share in rows.values_list("pk", "quote", "a", "b", "share"):
        held[quote][a, b, share] = pk
    return held


def shared_texts_of(quotes: Collection[int]) -> list[tuple[int, int, int, float]]:
    """Which articles that print one of these quotes share text, found anew and not kept."""
    articles = _printing(quotes)
    latest = latest_fingerprints({one for some in articles.values() for one in some})
    return [
        (quote, *found)
        for quote, some in articles.items()
        for found in _found([latest[article] for article in some if article in latest])
    ]


def _refresh(quote: int, latest: Collection[Fingerprint], held: Mapping[Found, int]) -> None:
    found = _found(latest)
    SharedText.objects.filter(pk__in=[held[it] for it in held.keys() - found.keys()]).delete()
    new = [it for what, it in found.items() if what not in held]
    bodies = ArticleText.objects.in_bulk({it.a for it in new}) if new else {}
    SharedText.objects.bulk_create(
        SharedText(
            quote_id=quote,
            a_id=it.a,
            b_id=it.b,
            share=it.share,
            sample=winnowing.sample(bodies[it.a].body, it.prints),
        )
        for it in new
    )


def _found(latest: Collection[Fingerprint]) -> dict[Found, Overlap[int]]:
    prints = {it.text: it.prints for it in latest}
    return {(it.a, it.b, it.share): it for it in overlaps(prints, _boilerplate(latest))}


def _boilerplate(latest: Collection[Fingerprint]) -> frozenset[int]:
    """Of the prints that two of these share, those that many other articles hold."""
    several = boilerplate((it.prints for it in latest), many=2)
    here = Counter(number for it in latest if it.counted for number in it.prints & several)
    common = (
        row
        for some in portions(several)
        for row in CommonPrint.objects.filter(number__in=some).values_list("number", "articles")
    )
    return frozenset(number for number, articles in common if articles - here[number] >= MANY)
