"""Many records, portion by portion: each is one act, whole or not at all, in its own turn."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from django.db import DatabaseError

from quotesdb import acts, likeness, loading, turns
from quotesdb.ingest.bringing import Settle
from quotesdb.ingest.bulk import circles
from quotesdb.ingest.bulk.from_records import line_of
from quotesdb.ingest.bulk.portion import WRITTEN, Line, Portion
from quotesdb.ingest.bulk.report import BulkReport, Complaint
from quotesdb.models import Curator
from quotesdb.models.history import Act
from quotesdb.records import Record
from quotesdb.vocabulary import Door

AT_ONCE = 5_000
"""Lines in a portion: enough to pay for its queries, few enough not to keep curators waiting."""


@dataclass(frozen=True, slots=True)
class Located:
    """A record, and where it stands, for messages: "quotes-2015.json:17"."""

    record: Record
    place: str


class StoppedAt(Exception):
    """Something was refused, and the portion that it stood in was not written."""

    def __init__(self, refusals: list[Complaint]):
        self.refusals = refusals
        super().__init__("\n".join(map(str, refusals)))


@dataclass(frozen=True, slots=True)
class Errand:
    """How lines are brought in, and in whose name."""

    by: Curator | None = None
    why: str = ""
    settle: Settle = Settle.LIST
    keep_going: bool = False


def bring_many(
    records: Iterable[Located],
    *,
    by: Curator | None = None,
    why: str,
    settle: Settle = Settle.LIST,
    keep_going: bool = True,
    on_portion: Callable[[int], Any] = lambda many: None,
    at_once: int = AT_ONCE,
) -> BulkReport:
    """Bring in records as they come, holding one portion in memory.

    Each may name what is held or came before it. `why` stands in the history of each. What is
    refused is left out, with all that names it, and the rest goes on; without `keep_going`, the
    first portion with a refusal is not written. `on_portion` is called after each portion.

    Raises StoppedAt, and quotesdb.turns.Busy where other writers leave no turn; the portions
    before are kept, and bringing all again goes on from there.
    """
    report, errand = BulkReport(), Errand(by, why, settle, keep_going)
    lines = ((one.place, line_of(one.record)) for one in records)
    with circles.seldom_looked_for():
        for some in portions_of(lines, at_once):
            report.add(bring_portion(some, errand))
            on_portion(len(some))
    if sum(report.counts.values()) > at_once:
        end()
    return report


def end(on_quotes: Callable[[int], Any] = lambda quotes: None) -> None:
    """What comes after many portions: the index by which altered words are found is made quick.

    Others may write meanwhile. If they leave no turn, the end of the next import does it.
    `on_quotes` is told how many more quotes have been posted anew.
    """
    with suppress(turns.Busy):
        likeness.compact(on_progress=on_quotes)


def portions_of(lines: Iterable[Line], at_once: int = AT_ONCE) -> Iterator[list[Line]]:
    """The lines in portions. None begins with an appearance, for it belongs to what is before it.

    A quote with more printings than a portion holds is divided all the same.
    """
    some: list[Line] = []
    for line in lines:
        is_full = len(some) >= at_once and line[1]["type"] != "appearance"
        if is_full or len(some) >= 2 * at_once:
            yield some
            some = []
        some.append(line)
    if some:
        yield some


def bring_portion(lines: list[Line], errand: Errand) -> BulkReport:
    """Bring in one portion: an act, in its turn.

    Raises StoppedAt, quotesdb.turns.Busy, or DatabaseError; nothing of it is written then.
    """
    try:
        return _brought(lines, errand, slowly=False)
    except turns.Busy:
        raise
    except DatabaseError:
        # What no check foresaw: one by one, the record that is guilty says it with a sentence.
        return _brought(lines, errand, slowly=True)


def _brought(lines: list[Line], errand: Errand, *, slowly: bool) -> BulkReport:
    portion = Portion(errand.settle, slowly)
    with acts.whole(Act(Door.IMPORT, errand.by, errand.why)):
        portion.bring(lines)
        if portion.report.refusals and not errand.keep_going:
            raise StoppedAt(portion.report.refusals)
        loading.let_plan(WRITTEN)
    return portion.report
