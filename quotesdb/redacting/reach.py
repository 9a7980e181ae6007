"""What a redaction takes along, and what stands in its way."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import models

from quotesdb import changes
from quotesdb.models import Appearance, Article, Curated, Outlet, Part, Quote, Speaker

ALONG = {
    ("appearance", "quote"),
    ("appearance", "article"),
    ("appearance", "nested_in"),
    ("correction", "quote"),
    ("correction", "appearance"),
    ("correction", "article"),
    ("outlet", "speaker"),
}
"""The references that none of these records can be without, and that therefore lead to it."""

IN_THE_WAY = "{noun} {name} names it as its {field}: change that first, or redact it."
MOST_TOLD = 20

Numbers = Mapping[type[models.Model], set[int]]


@dataclass(slots=True)
class Reach:
    """The records that go, by model; and sentences about those that stand in the way."""

    going: dict[type[models.Model], set[int]] = field(default_factory=lambda: defaultdict(set))
    in_the_way: list[str] = field(default_factory=list)

    @property
    def records(self) -> int:
        """How many records go."""
        return sum(map(len, self.going.values()))

    def __iter__(self) -> Iterator[Any]:
        """The records that go, those that others need last."""
        for model in reversed(changes.NAMES):
            yield from model._base_manager.filter(pk__in=self.going.get(model, ())).order_by("pk")

    def add(self, record: Any) -> None:
        """Let a record go, and all that cannot be without it."""
        numbers = self.going[type(record)]
        if record.pk in numbers:
            return
        numbers.add(record.pk)
        for follower in _followers(record):
            self.add(follower)

    def look_around(self) -> None:
        """Find what stands in the way: whatever names one that goes, and stays."""
        for model, numbers in list(self.going.items()):
            for relation in _references_to(model):
                self.in_the_way += self._in_the_way(relation, numbers)

    def _in_the_way(self, relation: Any, numbers: set[int]) -> Iterator[str]:
        named, other = relation.field, relation.related_model
        rows = other._base_manager.filter(**{f"{named.name}__in": numbers}).order_by("pk")
        for row in rows:
            record = getattr(row, other.whole) if issubclass(other, Part) else row
            if record.pk not in self.going.get(type(record), ()):
                noun, called = record._meta.verbose_name, changes.name_of(record)
                yield IN_THE_WAY.format(
                    noun=noun.capitalize(), name=called, field=named.verbose_name
                )


def reach_of(record: Curated) -> Reach:
    """All that goes with a record. Several queries for each that does."""
    reach = Reach()
    reach.add(record)
    reach.look_around()
    return reach


def _followers(record: Any) -> Iterator[Any]:
    """The records that cannot be without this one, and those that were merged into it."""
    for relation in _references_to(type(record)):
        named, other = relation.field, relation.related_model
        is_along = (other._meta.model_name, named.name) in ALONG or named.name == "merged_into"
        if issubclass(other, Curated) and is_along:
            yield from other._base_manager.filter(**{named.name: record.pk}).order_by("pk")
    if isinstance(record, Outlet):
        yield record.speaker


def _references_to(model: type[models.Model]) -> Iterator[Any]:
    """The relations of records and their parts that name a record of this model."""
    for relation in model._meta.related_objects:
        other: Any = relation.related_model
        is_whole = getattr(other, "whole", None) == relation.field.name
        if issubclass(other, Curated | Part) and not is_whole:
            yield relation


def words_of(reach: Reach) -> set[str]:
    """What the records that go say, and how they are called: what shall be found nowhere."""
    going = reach.going
    quotes = Quote.objects.filter(pk__in=going.get(Quote, ()))
    printed = Appearance.objects.filter(pk__in=going.get(Appearance, ()))
    segments = printed.values_list("segments__exact", flat=True)
    return {
        *quotes.values_list("text", flat=True),
        *printed.values_list("wording", flat=True),
        *(exact for exact in segments if exact),
        *Speaker.objects.filter(pk__in=going.get(Speaker, ())).values_list("name", flat=True),
    }


def still_elsewhere(reach: Reach) -> list[str]:
    """The records that stay and have the same words, letter for letter: up to twenty."""
    found: dict[str, None] = {}
    for words in sorted(words_of(reach)):
        quotes = Quote.objects.with_words(words).exclude(pk__in=reach.going.get(Quote, ()))
        found.update((f"quote {key}", None) for key in quotes.values_list("key", flat=True)[:20])
        titles = Article.objects.filter(title__contains=words)
        titles = titles.exclude(pk__in=reach.going.get(Article, ()))
        found.update((f"article {key}", None) for key in titles.values_list("key", flat=True)[:20])
    return list(found)[:MOST_TOLD]
