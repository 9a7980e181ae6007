"""From rows to the facts that `provenance` and `wording` reason about, one quote at a time."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Q

from quotesdb.models import Appearance, Article, Hop, Quote, Reliance, Segment
from quotesdb.provenance import facts
from quotesdb.provenance.facts import Agent, Facts
from quotesdb.vocabulary import Certainty, Form, Relation, RelianceKind, SpeakerKind
from quotesdb.wording import DirectWording

PRINTED = ("id", "article_id", "article__key", "form", "wording", "language", "is_translation")
PASSED = ("appearance_id", "speaker__slug", "speaker__name", "speaker__kind", "relation")
RELIED = ("article_id", "outlet__speaker__slug", "outlet__speaker__name", "source_id")
PUBLISHED = ("id", "key", "title", "outlet__speaker__slug", "outlet__speaker__name", "published_on")


def facts_of(quote: int) -> Facts:
    """What is held of a quote's appearances: four queries, and one for each step of reliance."""
    printed = Appearance.objects.standing().filter(quote=quote).values_list(*PRINTED)
    rows = list(printed.order_by("id"))
    chains = _chains([row[0] for row in rows])
    reference = Quote.objects.values_list("text", "language").get(pk=quote)
    return Facts(
        appearances=tuple(_appearance(row, chains[row[0]]) for row in rows),
        articles=_articles({row[1] for row in rows}),
        reference=reference[0],
        language=reference[1],
    )


def _appearance(row: tuple[Any, ...], chain: list[facts.Hop]) -> facts.Appearance:
    number, _, article, form, words, language, is_translation = row
    return facts.Appearance(
        number, article, tuple(chain), Form(form), words, language, is_translation
    )


def _chains(appearances: list[int]) -> Mapping[int, list[facts.Hop]]:
    hops = Hop.objects.filter(appearance__in=appearances).order_by("appearance", "position")
    chains: dict[int, list[facts.Hop]] = defaultdict(list)
    for number, slug, name, kind, relation, certainty, article in hops.values_list(
        *PASSED, "certainty", "article__key"
    ):
        agent = Agent(slug, name, SpeakerKind(kind))
        chains[number].append(facts.Hop(agent, Relation(relation), Certainty(certainty), article))
    return chains


def _articles(first: Iterable[int]) -> dict[str, facts.Article]:
    """These articles, those that they rely on, those that these rely on, and so on."""
    relied = _reliances(set(first))
    rows = Article.objects.filter(pk__in=relied).values_list(*PUBLISHED)
    keys = {row[0]: row[1] for row in rows}
    return {
        key: facts.Article(
            key,
            title,
            _outlet(slug, name),
            published_on,
            tuple(_reliance(row, keys) for row in relied[number]),
        )
        for number, key, title, slug, name, published_on in rows
    }


def _reliances(frontier: set[int]) -> dict[int, list[tuple[Any, ...]]]:
    """The rows of reliance by article, for all articles that the first ones lead to."""
    relied: dict[int, list[tuple[Any, ...]]] = {}
    while frontier:
        relied |= {number: [] for number in frontier}
        rows = Reliance.objects.filter(article__in=frontier).order_by("id")
        frontier = set()
        for row in rows.values_list(*RELIED, "kind", "certainty"):
            relied[row[0]].append(row)
            if row[3] is not None and row[3] not in relied:
                frontier.add(row[3])
    return relied


def _reliance(row: tuple[Any, ...], keys: Mapping[int, str]) -> facts.Reliance:
    _, slug, name, source, kind, certainty = row
    article = keys[source] if source is not None else None
    return facts.Reliance(_outlet(slug, name), article, RelianceKind(kind), Certainty(certainty))


def _outlet(slug: str | None, name: str | None) -> Agent | None:
    return Agent(slug, name or slug, SpeakerKind.OUTLET) if slug else None


def quotes_touched_by(article: int) -> set[int]:
    """The quotes whose origins may change with this article.

    Those that it prints, those that articles print which rely on it, through third ones too, and
    those on whose chain it stands for a hop.
    """
    reached, frontier = set(), {article}
    while frontier:
        reached |= frontier
        relying = Reliance.objects.filter(source__in=frontier).values_list("article", flat=True)
        frontier = set(relying) - reached
    printed = Appearance.objects.filter(Q(article__in=reached) | Q(chain__article__in=reached))
    return set(printed.values_list("quote", flat=True))


def segments_of(appearances: Iterable[int]) -> Mapping[int, list[str]]:
    """The printed words of each appearance, run by run."""
    words: dict[int, list[str]] = defaultdict(list)
    rows = Segment.objects.filter(appearance__in=list(appearances))
    for number, exact in rows.order_by("appearance", "position").values_list(
        "appearance_id", "exact"
    ):
        words[number].append(exact)
    return words


def direct_wordings(
    appearances: Iterable[facts.Appearance], segments: Mapping[int, list[str]]
) -> list[DirectWording]:
    """What the direct appearances print inside the marks."""
    return [
        DirectWording(str(one.id), tuple(segments[one.id]), one.language, one.is_translation)
        for one in appearances
        if one.form is Form.DIRECT
    ]
