"""What may be the same is kept, so that a page of it costs no more than its rows."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from quotesdb import turns
from quotesdb.merging.alike import Pair, speakers_alike
from quotesdb.merging.permission import require
from quotesdb.merging.places import kind_of
from quotesdb.merging.quotes_alike import quotes_alike
from quotesdb.models import Curated, Curator, Duplicate, Outlet, Quote, Speaker
from quotesdb.portions import portions
from quotesdb.refusals import Refusal, Refused

SPEAKERS_AT_ONCE = 500
QUOTES_AT_ONCE = 100

OTHER_SORT = "Two records of one sort are told apart, and not a {a} from a {b}."
ONE = "This is one record: it cannot be told from itself."


def find_duplicates(
    since: datetime | None = None, on_progress: Callable[[int], Any] = lambda done: None
) -> int:
    """Keep what may be the same of all speakers, outlets and quotes; gives how many pairs.

    With `since`, only of those changed since then. Without, whatever is not found any more is
    forgotten, but for what somebody has decided. Reads outside of any turn; each portion is
    written in a turn of its own.
    """
    begun, found = timezone.now(), 0
    for done, pairs in _looked_through(since):
        with turns.taken():
            found += keep(pairs, begun)
        on_progress(done)
    if since is None:
        with turns.taken():
            Duplicate.objects.filter(decided_at=None, found_at__lt=begun).delete()
    return found


def _looked_through(since: datetime | None) -> Iterator[tuple[int, list[Pair]]]:
    for some in portions(_numbers(Speaker.objects.standing(), since), SPEAKERS_AT_ONCE):
        yield len(some), list(speakers_alike(some))
    for some in portions(_numbers(Quote.objects.standing(), since), QUOTES_AT_ONCE):
        yield len(some), list(quotes_alike(some))


def _numbers(rows: QuerySet[Any], since: datetime | None) -> Iterable[int]:
    changed = rows.filter(updated_at__gte=since) if since else rows
    return list(changed.order_by("pk").values_list("pk", flat=True))


def keep(pairs: Sequence[Pair], at: datetime) -> int:
    """Remember pairs that were found at this moment; what was decided about one stays."""
    new = [
        Duplicate(
            kind=it.kind.value,
            a=it.a,
            b=it.b,
            alike=it.alike.value,
            similarity=it.similarity,
            found_at=at,
        )
        for it in pairs
    ]
    Duplicate.objects.bulk_create(
        new,
        update_conflicts=True,
        unique_fields=["kind", "a", "b"],
        update_fields=["alike", "similarity", "found_at"],
    )
    return len(new)


def like(record: Curated) -> list[Pair]:
    """The records that this one may be the same as, found now; not those that it was told from."""
    match record:
        case Speaker():
            found = speakers_alike([record.pk])
        case Outlet():
            found = speakers_alike([record.speaker_id])
        case _:
            found = quotes_alike([record.pk])
    kind = kind_of(record)
    told = Duplicate.objects.told_apart().filter(kind=kind.value)
    apart = set(told.filter(a=record.pk).values_list("a", "b"))
    apart |= set(told.filter(b=record.pk).values_list("a", "b"))
    pairs = (it for it in found if it.kind is kind and record.pk in (it.a, it.b))
    return sorted((it for it in pairs if (it.a, it.b) not in apart), key=lambda it: -it.similarity)


def tell_apart(one: Curated, other: Curated, *, by: Curator | None, why: str = "") -> Duplicate:
    """Say that two records are not the same: they are not proposed again.

    Raises PermissionDenied where they may not say so, and Refused where it cannot be said.
    """
    require(by)
    _refuse(one, other)
    a, b = sorted((one.pk, other.pk))
    said = {"decided_by": by, "decided_at": timezone.now(), "why": why[:500]}
    new = {"found_at": timezone.now(), "alike": "name"}
    with turns.taken():
        row, _ = Duplicate.objects.update_or_create(
            kind=kind_of(one).value, a=a, b=b, defaults=said, create_defaults=said | new
        )
    return row


def _refuse(one: Curated, other: Curated) -> None:
    kinds = [str(it._meta.verbose_name) for it in (one, other)]
    if type(one) is not type(other):
        sentence = OTHER_SORT.format(a=kinds[0], b=kinds[1])
    elif one.pk == other.pk:
        sentence = ONE
    else:
        return
    raise Refused([Refusal(kinds[0], str(one.pk), (), sentence)])


def ask_again(duplicate: int, *, by: Curator | None) -> None:
    """Take back that two are not the same."""
    require(by)
    with turns.taken():
        Duplicate.objects.filter(pk=duplicate).update(decided_by=None, decided_at=None, why="")
