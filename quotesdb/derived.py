"""The columns that follow from others, and are set by the same act that moves those."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django.db import models
from django.db.models import F, Min, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce

from quotesdb import changes, downstream, kept_answers, likeness, outlets_of_quotes, search
from quotesdb.facts import Reference, facts_of_each, quotes_naming, quotes_touched_by
from quotesdb.fingerprints import refresh_shared_texts
from quotesdb.models import (
    Alias,
    Appearance,
    Article,
    ArticleText,
    Correction,
    Outlet,
    Quote,
    Speaker,
)
from quotesdb.models.history import current_act
from quotesdb.models.quote import COUNTS
from quotesdb.models.speaker import slug_of
from quotesdb.naming import keeping as names
from quotesdb.portions import portions
from quotesdb.printed_words import Words, words_of
from quotesdb.provenance.origins import counts

Mended = tuple[str, str]
"""The key of a quote, and a sentence about what was kept with it and is wrong."""

FOLLOWED = ("text", "language", "said_from", "said_until", "merged_into_id")
"""The columns of a quote from which others follow."""

AT_ONCE = 200
"""Quotes of which the facts are held in memory at one time."""

NEW_AT_ONCE = 1_000
"""The same, of quotes that were just made: most are printed a few times at most."""


def prepare(record: Any, parts: dict[str, Sequence[Any]]) -> None:
    """Fill in what follows from the record's own fields and parts, before it is checked."""
    match record:
        case Appearance() if "segments" in parts:
            in_order = sorted(parts["segments"], key=lambda segment: segment.position)
            record.wording = " ".join(segment.exact for segment in in_order)
    for alias in parts.get("aliases", ()):
        fill_alias(alias)


def fill_alias(alias: Alias) -> None:
    alias.slug = slug_of(alias.name)


def note(record: Any, before: Any) -> None:
    """Remember that a record was written, so that `settle` sets what follows in other rows."""
    act, moved = current_act(), current_act().moved
    if isinstance(record, Speaker) and before is not None and record.name != before.name:
        act.renamed.add(before.name)
    _note_names(record, before)
    match record:
        case Quote() if before is None or _differ(record, before):
            moved.add((Quote, record.pk))
        case Article():
            moved.add((Article, record.pk))
        case Appearance():
            moved.update((Quote, row.quote_id) for row in (record, before) if row is not None)
        case ArticleText():
            moved.add((Article, record.article_id))
        case Correction():
            moved.update(_marked(row) for row in (record, before) if row is not None)
        case Speaker() if before is not None and record.kind != before.kind:
            moved.add((Speaker, record.pk))


def _differ(quote: Quote, before: Quote) -> bool:
    """Whether they differ in anything from which something follows: who said it is not."""
    return any(getattr(quote, name) != getattr(before, name) for name in FOLLOWED)


def _note_names(record: Any, before: Any) -> None:
    """Remember whose names were written, and who is quoted more, or less, than before."""
    act = current_act()
    match record:
        case Speaker():
            act.named.add(record.pk)
        case Outlet():
            act.named.add(record.speaker_id)
        case Quote():
            speakers = (row.speaker_id for row in (record, before) if row is not None)
            act.quoted.update(speaker for speaker in speakers if speaker is not None)


def _marked(correction: Correction) -> tuple[type[models.Model], int]:
    """The record from which all that a correction affects is found."""
    about: Any = correction.about
    record = about.quote if isinstance(about, Appearance) else about
    return type(record), record.pk


def settle() -> None:
    """Set what follows from all that the act has written: once, however much that was."""
    act, moved = current_act(), current_act().moved
    touched = (
        _of(Quote, moved)
        | quotes_touched_by(_of(Article, moved))
        | quotes_naming(_of(Speaker, moved))
        | kept_answers.quotes_naming(act.renamed)
    )
    moved.clear()
    act.renamed.clear()
    recount(touched)
    names.renew(act.named)
    names.reweigh(act.quoted - act.named)
    act.named.clear()
    act.quoted.clear()


def _of(model: type[models.Model], moved: Iterable[tuple[type[models.Model], int]]) -> set[int]:
    return {pk for kind, pk in moved if kind is model}


def recount(quotes: Iterable[int]) -> list[Mended]:
    """Set anew what follows for these quotes: dates, shared texts, counts, whom corrections affect,
    and by which words they are found.

    Gives what was wrong with any of these but the dates and the texts.
    """
    return [wrong for some in portions(quotes, AT_ONCE) for wrong in _recounted(some)]


def _recounted(quotes: Sequence[int]) -> Iterable[Mended]:
    _refresh_sort_dates(quotes)
    refresh_shared_texts(quotes)
    facts = facts_of_each(quotes)
    marked = downstream.renew(facts)
    stale = kept_answers.renew(facts) | marked | _let_find(quotes)
    rows = Quote.objects.filter(pk__in=quotes).order_by("pk").values_list("pk", "key", *COUNTS)
    for number, key, *held in list(rows):
        found = (len(facts[number].appearances), *counts(facts[number]))
        if number in marked or found != tuple(held):
            changes.note_recounted(number)
        if found != tuple(held):
            Quote.objects.filter(pk=number).update(**dict(zip(COUNTS, found, strict=True)))
            yield key, f"{_told(held)}, and is {_told(found)}"
        if number in stale:
            yield key, stale[number]


def counts_of_new(references: Sequence[Reference]) -> dict[int, tuple[int, int, int]]:
    """The counts of quotes that are about to be written, after their printings were.

    Which of their reports share text is kept on the way.
    """
    found = {}
    for some in portions(references, NEW_AT_ONCE):
        quotes = [quote for quote, *_ in some]
        refresh_shared_texts(quotes)
        for quote, facts in facts_of_each(quotes, some).items():
            found[quote] = (len(facts.appearances), *counts(facts))
    return found


def settle_new(printed: Mapping[int, int], words: Words) -> None:
    """Set what follows from new quotes in other rows. `printed`: how often each is.

    Their dates and counts are right. No correction can be about any of them, but one may be about
    an article behind them.
    """
    outlets_of_quotes.add(list(printed))
    search.add(words)
    likeness.add(words)
    is_corrected = Correction.objects.in_force().exclude(article=None).exists()
    least = 1 if is_corrected else kept_answers.OFTEN
    for some in portions((it for it, times in printed.items() if times >= least), NEW_AT_ONCE):
        facts = facts_of_each(some)
        kept_answers.renew(facts)
        downstream.renew(facts)


def _let_find(quotes: Sequence[int]) -> dict[int, str]:
    """Keep right what quotes are found by; gives what was wrong with that of any."""
    words = words_of(quotes)
    return outlets_of_quotes.renew(quotes) | search.renew(words) | likeness.renew(words)


def _told(counts: Sequence[int]) -> str:
    printed, declared, inferred = counts
    return f"printed {printed} times, {declared} origins declared, {inferred} inferred"


def _refresh_sort_dates(quotes: Sequence[int]) -> None:
    """Said from, else the earliest publication, else 0001-01-01."""
    earliest = (
        Appearance.objects.standing()
        .filter(quote=OuterRef("pk"))
        .order_by()
        .values("quote")
        .annotate(first=Min("article__published_on"))
        .values("first")
    )
    Quote.objects.filter(pk__in=quotes).update(
        sort_date=Coalesce(F("said_from"), Subquery(earliest), Value(date.min))
    )
