"""From rows to the facts that `provenance` and `wording` reason about."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import Any

from django.db.models import Q

from quotesdb.models import (
    Appearance,
    Article,
    CommonWord,
    Hop,
    Quote,
    Reliance,
    Segment,
    SharedText,
)
from quotesdb.portions import portions
from quotesdb.prepared import among
from quotesdb.provenance import facts
from quotesdb.provenance.facts import Agent, Facts
from quotesdb.vocabulary import Certainty, Form, Relation, RelianceKind, SpeakerKind

OUTLET = ("outlet__speaker__slug", "outlet__speaker__name")
PRINTED = ("quote", "article", "id", "article__key", "form", "wording", "language")
PASSED = ("appearance__quote", "article", "appearance", "article__key", "relation", "certainty")
PUBLISHED = ("id", "key", "title", "published_on", *OUTLET)
RELIED = tuple(
    f"relies_on__{name}" for name in ("source", "kind", "certainty", "source__key", *OUTLET)
)
SHARED = ("quote", "a__article__key", "b__article__key", "share", "sample")

Row = tuple[Any, ...]

Reference = tuple[int, str, str]
"""A quote by its id, its reference wording, and the language of that."""


def facts_of(quote: int) -> Facts:
    """What is held of a quote's appearances."""
    return facts_of_each([quote])[quote]


def facts_of_each(
    quotes: Collection[int], references: Iterable[Reference] | None = None
) -> dict[int, Facts]:
    """The facts of several quotes, for as many queries as those of one: six.

    `references` are the wordings of quotes that are about to be written, after their printings.
    """
    printed = _Printed()
    printed.read(quotes)
    articles = _Articles(quotes)
    shared = _shared_texts(quotes)
    frequent = _frequent_words()
    if references is None:
        rows = Quote.objects.filter(pk__in=among(quotes))
        references = rows.values_list("pk", "text", "language")
    return {
        quote: Facts(
            appearances=tuple(printed.appearances[quote]),
            articles=articles.from_(printed.leads_to[quote]),
            reference=text,
            language=language,
            shared_texts=tuple(shared[quote]),
            frequent=frequent.get(language, frozenset()),
        )
        for quote, text, language in references
    }


@dataclass(slots=True)
class _Printed:
    """By quote: its standing appearances, and the articles that they name."""

    appearances: dict[int, list[facts.Appearance]] = field(
        default_factory=lambda: defaultdict(list)
    )
    leads_to: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))

    def read(self, quotes: Collection[int]) -> None:
        printed = Appearance.objects.standing().filter(quote__in=among(quotes)).order_by("id")
        chains = self._chains(quotes)
        forms = {form.value: form for form in Form}
        for row in printed.values_list(*PRINTED, "is_translation"):
            quote, article, number, key, form, words, language, is_translation = row
            self.leads_to[quote].add(article)
            self.appearances[quote].append(
                facts.Appearance(
                    number,
                    key,
                    tuple(chains.get(number, ())),
                    forms[form],
                    words,
                    language,
                    is_translation,
                )
            )

    def _chains(self, quotes: Collection[int]) -> Mapping[int, list[facts.Hop]]:
        chains: dict[int, list[facts.Hop]] = defaultdict(list)
        hops = Hop.objects.filter(appearance__quote__in=among(quotes))
        standing = hops.filter(appearance__merged_into=None)
        rows = standing.order_by("appearance", "position").values_list(
            *PASSED, "speaker__slug", "speaker__name", "speaker__kind"
        )
        hop = cache(_hop)
        for quote, article, appearance, *told in rows:
            if article is not None:
                self.leads_to[quote].add(article)
            chains[appearance].append(hop(*told))
        return chains


def _hop(
    article: str | None, relation: str, certainty: str, slug: str, name: str, kind: str
) -> facts.Hop:
    agent = Agent(slug, name, SpeakerKind(kind))
    return facts.Hop(agent, Relation(relation), Certainty(certainty), article)


class _Articles:
    """All articles behind some quotes, with what they rely on."""

    def __init__(self, quotes: Collection[int]):
        self.relied: dict[int, list[int]] = defaultdict(list)
        self.articles: dict[int, facts.Article] = {}
        rows = Article.objects.behind(quotes).order_by("id", "relies_on__id")
        reliance = cache(_reliance)
        for number, some in groupby(rows.values_list(*PUBLISHED, *RELIED), itemgetter(0)):
            entries = list(some)
            key, title, published_on, slug, name = entries[0][1:6]
            relies_on = tuple(reliance(*entry[7:]) for entry in entries if entry[7])
            outlet = _outlet(slug, name)
            self.articles[number] = facts.Article(key, title, outlet, published_on, relies_on)
            self.relied[number] = [entry[6] for entry in entries if entry[6] is not None]

    def from_(self, first: Iterable[int]) -> dict[str, facts.Article]:
        """By key: those to which these lead."""
        reached: dict[str, facts.Article] = {}
        waiting = list(first)
        while waiting:
            number = waiting.pop()
            article = self.articles[number]
            if article.key not in reached:
                reached[article.key] = article
                waiting += self.relied[number]
        return reached


def _reliance(
    kind: str, certainty: str, article: str | None, slug: str | None, name: str
) -> facts.Reliance:
    return facts.Reliance(_outlet(slug, name), article, RelianceKind(kind), Certainty(certainty))


def _outlet(slug: str | None, name: str) -> Agent | None:
    return Agent(slug, name, SpeakerKind.OUTLET) if slug else None


def _shared_texts(quotes: Collection[int]) -> Mapping[int, list[facts.SharedText]]:
    shared: dict[int, list[facts.SharedText]] = defaultdict(list)
    rows = SharedText.objects.filter(quote__in=among(quotes)).order_by(
        "a__article__key", "b__article__key"
    )
    for quote, *told in rows.values_list(*SHARED):
        shared[quote].append(facts.SharedText(*told))
    return shared


def _frequent_words() -> Mapping[str, frozenset[str]]:
    """By language, the words that are too common for an alteration in them to be telling."""
    words: dict[str, set[str]] = defaultdict(set)
    for language, word in CommonWord.objects.order_by().values_list("language", "word"):
        words[language].add(word)
    return {language: frozenset(some) for language, some in words.items()}


def quotes_touched_by(articles: Iterable[int]) -> set[int]:
    """The quotes whose origins may change with any of these articles.

    Those that they print, those that articles print which rely on them, through third ones too, and
    those on whose chain one of all these stands for a hop.
    """
    reached: set[int] = set()
    frontier = set(articles)
    while frontier:
        reached |= frontier
        frontier = _relying_on(frontier) - reached
    quotes: set[int] = set()
    for some in portions(reached):
        printed = Appearance.objects.filter(Q(article__in=some) | Q(chain__article__in=some))
        quotes |= set(printed.order_by().values_list("quote", flat=True))
    return quotes


def _relying_on(articles: Iterable[int]) -> set[int]:
    return {
        article
        for some in portions(articles)
        for article in Reliance.objects.filter(source__in=some).values_list("article", flat=True)
    }


def quotes_naming(speakers: Collection[int]) -> set[int]:
    """The quotes on whose chains these speakers stand."""
    hops = Hop.objects.filter(speaker__in=speakers).order_by()
    return set(hops.values_list("appearance__quote", flat=True)) if speakers else set()


def segments_of(appearances: Iterable[int]) -> Mapping[int, list[str]]:
    """The printed words of each appearance, run by run."""
    words: dict[int, list[str]] = defaultdict(list)
    for some in portions(appearances):
        rows = Segment.objects.filter(appearance__in=some).order_by("appearance", "position")
        for number, exact in rows.values_list("appearance_id", "exact"):
            words[number].append(exact)
    return words
