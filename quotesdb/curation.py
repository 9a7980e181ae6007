"""What curators do: each act whole or not at all, and remembered with who, why and which door."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.db import IntegrityError, models, transaction
from django.db.models import ProtectedError

from quotesdb import acts
from quotesdb.faults import Parts
from quotesdb.models import (
    Alias,
    Appearance,
    Article,
    Curated,
    Curator,
    Hop,
    Outlet,
    Quote,
    Reliance,
    Segment,
    Speaker,
)
from quotesdb.models.history import Act, acting
from quotesdb.models.speaker import slug_of
from quotesdb.refusals import Refusal, Refused
from quotesdb.vocabulary import Door, SpeakerKind

STALE = (
    "Somebody else has changed this record since you opened it. Nothing was saved: "
    "open it again to see what it says now."
)
IN_USE = "It cannot be deleted while it is in use by {users}. Nothing was deleted."
JUST_TAKEN = (
    "Somebody else has just saved a record that clashes with this one. "
    "Nothing was saved: try again."
)


@contextmanager
def _act(door: Door, by: Curator | None, why: str) -> Iterator[Act]:
    """One transaction and one act, in which a race with another writer is a refusal."""
    try:
        with transaction.atomic(), acting(Act(door, by, why)) as act:
            yield act
    except IntegrityError as error:
        raise Refused([Refusal("record", "", (), JUST_TAKEN)]) from error


def keep_speaker(
    speaker: Speaker,
    *,
    aliases: Sequence[Alias] | None = None,
    opened_version: int | None = None,
    by: Curator | None,
    door: Door = Door.ADMIN,
    why: str = "",
) -> bool:
    """Record a speaker, new or changed, with all its aliases."""
    speaker.slug = speaker.slug or free_slug(speaker.name)
    return _keep(speaker, {"aliases": aliases}, opened_version, door, by, why)


def keep_outlet(
    outlet: Outlet,
    speaker: Speaker,
    *,
    aliases: Sequence[Alias] | None = None,
    opened_version: int | None = None,
    by: Curator | None,
    door: Door = Door.ADMIN,
    why: str = "",
) -> bool:
    """Record an outlet, new or changed, together with the speaker that it is."""
    speaker.kind = SpeakerKind.OUTLET.value
    speaker.slug = speaker.slug or free_slug(speaker.name)
    with _act(door, by, why):
        _refuse_stale(outlet, opened_version)
        return acts.keep_with_profile(speaker, outlet, _given({"aliases": aliases}))


def keep_article(
    article: Article,
    *,
    relies_on: Sequence[Reliance] | None = None,
    opened_version: int | None = None,
    by: Curator | None,
    door: Door = Door.ADMIN,
    why: str = "",
) -> bool:
    """Record an article, new or changed, with all that it relies on."""
    return _keep(article, {"relies_on": relies_on}, opened_version, door, by, why)


def keep_quote(
    quote: Quote,
    *,
    opened_version: int | None = None,
    by: Curator | None,
    door: Door = Door.ADMIN,
    why: str = "",
) -> bool:
    """Record a quote, new or changed."""
    return _keep(quote, {}, opened_version, door, by, why)


def keep_appearance(
    appearance: Appearance,
    *,
    segments: Sequence[Segment] | None = None,
    chain: Sequence[Hop] | None = None,
    opened_version: int | None = None,
    by: Curator | None,
    door: Door = Door.ADMIN,
    why: str = "",
) -> bool:
    """Record an appearance, new or changed, with all its segments and its whole chain."""
    parts = {"segments": _with_places_that_hold(appearance, segments), "chain": chain}
    with _act(door, by, why):
        _take_turns_in(appearance)
        _refuse_stale(appearance, opened_version)
        return acts.keep(appearance, _given(parts))


def _take_turns_in(appearance: Appearance) -> None:
    """Two curators who nest appearances of one article in one another must not make a loop."""
    Article.objects.select_for_update().filter(pk=appearance.article_id).first()


def _with_places_that_hold(
    appearance: Appearance, segments: Sequence[Segment] | None
) -> Sequence[Segment] | None:
    """A place holds for the words, and in the article's text, that it was counted for."""
    held = list(appearance.segments.all()) if appearance.pk else []
    words = {(segment.start, segment.end): segment.exact for segment in held}
    moved = appearance.text is not None and appearance.text.article_id != appearance.article_id
    if moved:
        appearance.text = None
        segments = held if segments is None else segments
    for segment in segments or ():
        if moved or words.get((segment.start, segment.end), segment.exact) != segment.exact:
            segment.start = segment.end = None
    return segments


def discard(
    records: Sequence[models.Model], *, by: Curator | None, door: Door = Door.ADMIN, why: str = ""
) -> None:
    """Delete records, all or none. The history keeps them.

    Raises Refused where one of them is in use by a record that stays.
    """
    with _act(door, by, why):
        for record in records:
            _discard(record)


def _keep(
    record: Curated,
    parts: dict[str, Sequence[Any] | None],
    opened_version: int | None,
    door: Door,
    by: Curator | None,
    why: str,
) -> bool:
    with _act(door, by, why):
        _refuse_stale(record, opened_version)
        return acts.keep(record, _given(parts))


def _given(parts: dict[str, Sequence[Any] | None]) -> Parts:
    return {name: wanted for name, wanted in parts.items() if wanted is not None}


def _refuse_stale(record: Curated, opened_version: int | None) -> None:
    if opened_version is None or record.pk is None:
        return
    rows = type(record)._base_manager.select_for_update().filter(pk=record.pk)
    held = rows.values_list("version", flat=True).first()
    if held != opened_version:
        raise Refused([Refusal(*acts.name_of(record), (), STALE)])


def _discard(record: models.Model) -> None:
    try:
        acts.discard(record)
    except ProtectedError as error:
        users = sorted({str(row._meta.verbose_name) for row in error.protected_objects})
        sentence = IN_USE.format(users=" and ".join(f"at least one {user}" for user in users))
        raise Refused([Refusal(*acts.name_of(record), (), sentence)]) from error


def free_slug(name: str) -> str:
    """A slug for `name` that no speaker has."""
    stem = slug_of(name)[:190] or "speaker"
    taken = set(Speaker.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
    number = 1
    while (slug := stem if number == 1 else f"{stem}-{number}") in taken:
        number += 1
    return slug
