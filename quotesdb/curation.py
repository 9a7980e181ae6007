"""What curators do: each act whole or not at all, and remembered with who, why and which door."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any, Required, TypedDict, Unpack

from django.db import IntegrityError, models, transaction
from django.db.models import ProtectedError
from django.utils import timezone

from quotesdb import acts
from quotesdb.faults import Parts
from quotesdb.models import (
    Alias,
    Appearance,
    Article,
    Correction,
    Curated,
    Curator,
    Hop,
    Outlet,
    Quote,
    Redaction,
    Reliance,
    Segment,
    Speaker,
)
from quotesdb.models.history import Act, is_acting
from quotesdb.models.speaker import slug_of
from quotesdb.refusals import Clash, InUse, NotTheirs, Refusal, Refused
from quotesdb.vocabulary import AttributionStatus, Door, SpeakerKind

SET_STATUS = "quotesdb.set_status_of_quote"

STALE = (
    "Somebody else has changed this record since you opened it. Nothing was saved: "
    "open it again to see what it says now."
)
IN_USE = "It cannot be deleted while it is in use by {users}. Nothing was deleted."
NOT_THEIRS_TO_SET = (
    "Only editors set the attribution status of a quote: it stays {held}. Nothing was saved."
)
JUST_TAKEN = (
    "Somebody else has just saved a record that clashes with this one. "
    "Nothing was saved: try again."
)


class Deed(TypedDict, total=False):
    """Whose act it is, through which door, why, and which version of the record they had open."""

    by: Required[Curator | None]
    door: Door
    why: str
    opened_version: int | None


@contextmanager
def together(*, by: Curator | None, door: Door = Door.ADMIN, why: str = "") -> Iterator[None]:
    """One act: all that is kept and discarded inside belongs to it.

    What clashes with another writer's is a refusal. Raises Refused, and quotesdb.turns.Busy.
    """
    with _clashing(), acts.whole(Act(door, by, why)):
        yield


@contextmanager
def piece() -> Iterator[None]:
    """A piece of the act under way, which is undone alone where it is refused."""
    with _clashing(), transaction.atomic():
        yield


@contextmanager
def _clashing() -> Iterator[None]:
    try:
        yield
    except IntegrityError as error:
        raise Clash([Refusal("record", "", (), JUST_TAKEN)]) from error


@contextmanager
def _act(
    record: Curated | None,
    *,
    by: Curator | None,
    door: Door = Door.ADMIN,
    why: str = "",
    opened_version: int | None = None,
) -> Iterator[None]:
    """One whole act, or a piece of the one under way."""
    whole = _clashing() if is_acting() else together(by=by, door=door, why=why)
    with whole:
        if record is not None:
            _refuse_stale(record, opened_version)
        yield


def keep_speaker(
    speaker: Speaker, *, aliases: Sequence[Alias] | None = None, **deed: Unpack[Deed]
) -> bool:
    """Record a speaker, new or changed, with all its aliases."""
    with _act(speaker, **deed):
        speaker.slug = speaker.slug or free_slug(speaker.name)
        return acts.keep(speaker, _given({"aliases": aliases}))


def keep_outlet(
    outlet: Outlet,
    speaker: Speaker,
    *,
    aliases: Sequence[Alias] | None = None,
    **deed: Unpack[Deed],
) -> bool:
    """Record an outlet, new or changed, together with the speaker that it is."""
    speaker.kind = SpeakerKind.OUTLET.value
    with _act(outlet, **deed):
        speaker.slug = speaker.slug or free_slug(speaker.name)
        return acts.keep_with_profile(speaker, outlet, _given({"aliases": aliases}))


def keep_article(
    article: Article, *, relies_on: Sequence[Reliance] | None = None, **deed: Unpack[Deed]
) -> bool:
    """Record an article, new or changed, with all that it relies on."""
    with _act(article, **deed):
        return acts.keep(article, _given({"relies_on": relies_on}))


def keep_quote(quote: Quote, **deed: Unpack[Deed]) -> bool:
    """Record a quote, new or changed. Its attribution status is for editors to set."""
    with _act(quote, **deed):
        refuse_status_of(quote, deed["by"])
        return acts.keep(quote)


def refuse_status_of(quote: Quote, by: Curator | None) -> None:
    """Raises Refused where the status is another and not theirs to set. Runs inside an act."""
    if by is None or by.has_perm(SET_STATUS):
        return
    rows = Quote.objects.filter(pk=quote.pk).order_by()
    held = rows.values_list("attribution_status", flat=True).first()
    held = held or AttributionStatus.UNVERIFIED.value
    if quote.attribution_status != held:
        sentence = NOT_THEIRS_TO_SET.format(held=held.replace("_", " "))
        raise NotTheirs([Refusal(*acts.name_of(quote), ("attribution_status",), sentence)])


def keep_appearance(
    appearance: Appearance,
    *,
    segments: Sequence[Segment] | None = None,
    chain: Sequence[Hop] | None = None,
    **deed: Unpack[Deed],
) -> bool:
    """Record an appearance, new or changed, with all its segments and its whole chain."""
    with _act(appearance, **deed):
        parts = {"segments": _with_places_that_hold(appearance, segments), "chain": chain}
        return acts.keep(appearance, _given(parts))


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


def keep_correction(correction: Correction, **deed: Unpack[Deed]) -> bool:
    """Record a correction, new or changed; the same act marks whom it affects."""
    with _act(correction, **deed):
        return acts.keep(correction)


def take_back(
    correction: Correction, because: str, *, on: date | None = None, **deed: Unpack[Deed]
) -> bool:
    """Let a correction affect nothing from now on; the record stays, and says why."""
    correction.taken_back_on = on or timezone.localdate()
    correction.taken_back_because = because
    return keep_correction(correction, **deed)


def discard(records: Sequence[models.Model], **deed: Unpack[Deed]) -> None:
    """Delete records, all or none. The history keeps them.

    Raises Refused where one of them is in use by a record that stays.
    """
    with _act(None, **deed):
        for record in records:
            discard_one(record)


def _given(parts: dict[str, Sequence[Any] | None]) -> Parts:
    return {name: wanted for name, wanted in parts.items() if wanted is not None}


def _refuse_stale(record: Curated, opened_version: int | None) -> None:
    if opened_version is None or record.pk is None:
        return
    rows = type(record)._base_manager.filter(pk=record.pk)
    held = rows.values_list("version", flat=True).first()
    if held != opened_version:
        raise Refused([Refusal(*acts.name_of(record), (), STALE)])


def discard_one(record: models.Model) -> None:
    """Delete a record. Runs inside an act.

    Raises Refused where it is in use by a record that stays.
    """
    try:
        acts.discard(record)
    except ProtectedError as error:
        users = sorted({str(row._meta.verbose_name) for row in error.protected_objects})
        sentence = IN_USE.format(users=" and ".join(f"at least one {user}" for user in users))
        raise InUse([Refusal(*acts.name_of(record), (), sentence)]) from error


def free_slug(name: str) -> str:
    """A slug for `name` that no speaker has or had."""
    stem = slug_of(name)[:190] or "speaker"
    taken = set(Speaker.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
    redacted = Redaction.objects.filter(kind="speaker", key__startswith=stem)
    taken.update(redacted.values_list("key", flat=True))
    number = 1
    while (slug := stem if number == 1 else f"{stem}-{number}") in taken:
        number += 1
    return slug
