"""From what is made to rows: for each model the columns that are given, and their values."""

from collections.abc import Iterator
from datetime import date
from itertools import count
from typing import Any

from django.db import models

from quotesdb.models import (
    Appearance,
    Article,
    CommonWord,
    Hop,
    Outlet,
    Quote,
    Reliance,
    Segment,
    Speaker,
)
from tests.benchmarks.many_quotes.records import Article as MadeArticle
from tests.benchmarks.many_quotes.records import Outlet as MadeOutlet
from tests.benchmarks.many_quotes.records import Quote as MadeQuote
from tests.benchmarks.many_quotes.records import Speaker as MadeSpeaker
from tests.benchmarks.many_quotes.world import World

Row = tuple[Any, ...]
Model = type[models.Model]

COLUMNS: dict[Model, tuple[str, ...]] = {
    Speaker: ("id", "slug", "name", "kind", "wikidata_id"),
    Outlet: ("id", "speaker_id", "kind", "domain", "country", "language"),
    Article: ("id", "key", "title", "url", "outlet_id", "published_on", "language"),
    Reliance: ("id", "article_id", "outlet_id", "source_id"),
    Quote: (
        *("id", "key", "text", "language", "speaker_id", "said_from", "said_until", "occasion"),
        *("attribution_status", "record_source", "sort_date", "appearance_count"),
        *("independent_origins", "independent_origins_inferred"),
    ),
    Appearance: (
        *("id", "key", "quote_id", "article_id", "wording", "language", "form", "cue"),
        "is_translation",
    ),
    Segment: ("id", "appearance_id", "position", "exact", "prefix", "suffix"),
    Hop: (
        *("id", "appearance_id", "position", "speaker_id", "attributed_as", "relation"),
        *("medium", "certainty", "evidence"),
    ),
    CommonWord: ("id", "language", "word"),
}
"""Of the other columns every row has the default."""

Rows = dict[Model, list[Row]]


class Numbers:
    """The ids of what is made without a number of its own."""

    def __init__(self) -> None:
        self.appearances, self.segments, self.hops, self.reliances = (count(1) for _ in range(4))


def of_speaker(it: MadeSpeaker) -> Row:
    return it.number, it.slug, it.name, it.kind, it.wikidata_id


def of_outlet(it: MadeOutlet) -> Row:
    number = it.speaker.number
    return number, number, it.kind, it.domain, it.country, it.language


def of_article(it: MadeArticle) -> Row:
    return it.number, it.key, it.title, it.url, it.outlet, it.published_on, it.language


def of_reliances(it: MadeArticle, numbers: Numbers) -> Iterator[Row]:
    if it.relies_on_outlet or it.relies_on_article:
        number = next(numbers.reliances)
        yield number, it.number, it.relies_on_outlet, it.relies_on_article


def of_quote(it: MadeQuote, world: World, origins: tuple[int, int]) -> Row:
    return (
        *(it.number, it.key, it.text, it.language, it.speaker, it.said_from, it.said_until),
        *(it.occasion, it.attribution_status, "dataset", sort_date(it, world)),
        *(len(it.appearances), *origins),
    )


def sort_date(it: MadeQuote, world: World) -> date:
    """Said from, else the earliest publication, else 0001-01-01."""
    if it.said_from:
        return it.said_from
    published = (world.article(printed.article).published_on for printed in it.appearances)
    return min((day for day in published if day), default=date.min)


def add_appearances(rows: Rows, it: MadeQuote, numbers: Numbers) -> None:
    """The rows of a quote's appearances, with their segments and chains."""
    for printed in it.appearances:
        number = next(numbers.appearances)
        rows[Appearance].append(
            (
                *(number, printed.key, it.number, printed.article, printed.wording),
                *(printed.language, printed.form.value, printed.cue, printed.is_translation),
            )
        )
        rows[Segment] += (
            (next(numbers.segments), number, position, part.exact, part.prefix, part.suffix)
            for position, part in enumerate(printed.segments)
        )
        rows[Hop] += (
            (
                *(next(numbers.hops), number, position, hop.speaker, hop.attributed_as),
                *(hop.relation.value, hop.medium, hop.certainty.value, hop.evidence),
            )
            for position, hop in enumerate(printed.chain)
        )
