"""From rows to all that the formats of others can carry of one quote, in five queries."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import accumulate, pairwise
from typing import Any

from quotesdb.interchange import facts
from quotesdb.models import Appearance, Hop, Quote, Reliance, Segment
from quotesdb.vocabulary import (
    AttributionStatus,
    Certainty,
    Form,
    Medium,
    OutletKind,
    Relation,
    RelianceKind,
    SpeakerKind,
)

Row = tuple[Any, ...]


def under(path: str, names: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"{path}__{name}" for name in names)


NAMED = ("slug", "name", "kind", "wikidata_id")
SPEAKER = (
    *NAMED,
    "description",
    "granted_by__speaker__name",
    "identity_is_public",
    *under("identified_as", NAMED),
)
PUBLISHED = ("key", "title", "url", "published_on", "language", "outlet__kind")
ARTICLE = (*PUBLISHED, *under("outlet__speaker", NAMED))

SAID = ("id", "key", "text", "language", "said_from", "said_until", "occasion")
PRINTED = ("key", "wording", "language", "form", "is_translation", "nested_in__key")
PLACED = ("exact", "prefix", "suffix", "start", "end")
PASSED = ("relation", "certainty", "attributed_as", "medium", "evidence")
RELIED = ("kind", "certainty", "evidence")

Articles = dict[str, facts.Article]


def whole_quote(number: int) -> facts.Quote:
    """A quote with its appearances, their chains, and all the articles these name."""
    columns = (*SAID, "attribution_status", *under("speaker", SPEAKER))
    row = Quote.objects.values_list(*columns).get(pk=number)
    said, (status,), speaker = _cut(row, len(SAID), 1)
    articles: Articles = {}
    appearances = _appearances(number, articles)
    return facts.Quote(
        **dict(zip(SAID, said, strict=True)),
        speaker=_speaker(speaker) if speaker[0] else None,
        status=AttributionStatus(status),
        appearances=tuple(appearances),
        articles=articles,
    )


def _cut(row: Row, *lengths: int) -> list[Row]:
    """The row in parts of these lengths, and what is left."""
    ends = list(accumulate(lengths))
    return [row[start:end] for start, end in pairwise([0, *ends, len(row)])]


def _appearances(quote: int, articles: Articles) -> list[facts.Appearance]:
    """In the order of ids. The articles met on the way are put among `articles`."""
    columns = ("id", "article", *PRINTED, "text__retrieved_at", *under("article", ARTICLE))
    printed = Appearance.objects.standing().filter(quote=quote).order_by("id")
    rows = [_cut(row, 2, len(PRINTED), 1) for row in printed.values_list(*columns)]
    numbers = [number for (number, _), *_ in rows]
    segments, chains = _segments(numbers), _chains(numbers, articles)
    relied = _reliances({article for (_, article), *_ in rows}, articles)
    found = []
    for (number, at), words, (retrieved_at,), published in rows:
        article = _article(published, relied[at])
        articles[article.key] = article
        parts = retrieved_at, tuple(segments[number]), tuple(chains[number])
        found.append(_appearance(words, article.key, *parts))
    return found


def _appearance(words: Row, article: str, *parts: Any) -> facts.Appearance:
    key, wording, language, form, is_translation, nested_in = words
    told = key, article, wording, language, Form(form), is_translation, nested_in
    return facts.Appearance(*told, *parts)


def _segments(appearances: list[int]) -> Mapping[int, list[facts.Segment]]:
    runs: dict[int, list[facts.Segment]] = defaultdict(list)
    rows = Segment.objects.filter(appearance__in=appearances).order_by("appearance", "position")
    for number, *placed in rows.values_list("appearance", *PLACED):
        runs[number].append(facts.Segment(*placed))
    return runs


def _chains(appearances: list[int], articles: Articles) -> Mapping[int, list[facts.Hop]]:
    chains: dict[int, list[facts.Hop]] = defaultdict(list)
    columns = ("appearance", *PASSED, *under("speaker", SPEAKER), *under("article", ARTICLE))
    hops = Hop.objects.filter(appearance__in=appearances).order_by("appearance", "position")
    for row in hops.values_list(*columns):
        (number,), passed, speaker, published = _cut(row, 1, len(PASSED), len(SPEAKER))
        chains[number].append(_hop(_speaker(speaker), passed, _met(published, articles)))
    return chains


def _hop(agent: facts.Agent, passed: Row, article: str | None) -> facts.Hop:
    relation, certainty, attributed_as, medium, evidence = passed
    return facts.Hop(
        agent,
        Relation(relation),
        Certainty(certainty),
        attributed_as,
        Medium(medium) if medium else None,
        evidence,
        article,
    )


def _reliances(printing: set[int], articles: Articles) -> Mapping[int, list[facts.Reliance]]:
    """What the printing articles rely on; what those rely on in turn is not told."""
    relied: dict[int, list[facts.Reliance]] = defaultdict(list)
    columns = ("article", *RELIED, *under("outlet__speaker", NAMED), *under("source", ARTICLE))
    rows = Reliance.objects.filter(article__in=printing).order_by("id")
    for row in rows.values_list(*columns):
        (number,), words, outlet, published = _cut(row, 1, len(RELIED), len(NAMED))
        kind, certainty, evidence = words
        how = RelianceKind(kind), Certainty(certainty), evidence
        relied[number].append(facts.Reliance(_named(outlet), _met(published, articles), *how))
    return relied


def _met(row: Row, articles: Articles) -> str | None:
    """The key of an article, if there is one, which is put among `articles`."""
    if row[0] is None:
        return None
    article = _article(row, [])
    articles[article.key] = article
    return article.key


def _article(row: Row, relies_on: list[facts.Reliance]) -> facts.Article:
    (key, title, url, published_on, language, kind), outlet = _cut(row, len(PUBLISHED))
    publisher = _named(outlet), OutletKind(kind) if kind else None
    return facts.Article(key, title, url, published_on, language, *publisher, tuple(relies_on))


def _speaker(row: Row) -> facts.Agent:
    named, (description, granted_by, is_public), identity = _cut(row, len(NAMED), 3)
    slug, name, kind, wikidata_id = named
    # Who it turned out to be goes no further than this line unless it is public.
    revealed = _named(identity) if is_public else None
    told = wikidata_id, description, granted_by or "", revealed
    return facts.Agent(slug, name, SpeakerKind(kind), *told)


def _named(row: Row) -> facts.Agent | None:
    if row[0] is None:
        return None
    slug, name, kind, wikidata_id = row
    return facts.Agent(slug, name, SpeakerKind(kind), wikidata_id)
