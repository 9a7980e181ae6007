"""The way of a dataset into the database: read, recognise, write, in portions that are kept.

Each portion is one transaction, so that a run that was stopped has kept what it told, and the next
one finds it and goes on.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from django.db import transaction

from quotesdb import turns
from quotesdb.models import Curator
from quotesdb.portions import portions
from seeds.dataset_door import Name, Passed, pass_in
from seeds.datasets.found import Found
from seeds.datasets.ledger import Fate, Ledger
from seeds.datasets.lines import Broken, Source, opened
from seeds.datasets.table import NoTable
from seeds.mistakes import Mistake, printable
from seeds.planning import Line, planned

PORTION = 500
"""Lines in one transaction. With more, curators would wait."""

Read = Callable[[Source, Ledger], Iterator[Found | None]]
OnMove = Callable[[int], Any]


@dataclass(slots=True)
class Run:
    """One import: how it is to be done, and what came of it."""

    read: Read
    why: str
    by: Curator | None = None
    limit: int | None = None
    only_check: bool = False
    on_move: OnMove = lambda _: None
    """Called with the bytes of all files that were read so far."""
    ledger: Ledger = field(default_factory=Ledger)
    records: Counter[tuple[str, str]] = field(default_factory=Counter)
    broken: list[Mistake] = field(default_factory=list)


def bring(files: Sequence[Path], run: Run) -> None:
    """Bring the files in, one after the other; of each, what comes before it breaks.

    Raises quotesdb.turns.Busy where other writers leave no turn; the portions before are kept.
    """
    lines = islice(_lines(files, run), run.limit)
    for some in portions(lines, PORTION):
        found = [line for line in some if line is not None]
        if found:
            _bring(found, run)


def _lines(files: Iterable[Path], run: Run) -> Iterator[Found | None]:
    done = 0
    for file in files:
        run.ledger.file, run.ledger.line = printable(file), 0
        try:
            with opened(file) as source:
                for found in run.read(source, run.ledger):
                    run.on_move(done + source.position)
                    yield found
            done += file.stat().st_size
        except (Broken, NoTable) as error:
            run.broken.append(Mistake(file, run.ledger.line + 1, str(error)))
        except OSError as error:
            run.broken.append(Mistake(file, 1, f"this cannot be read: {error.strerror}"))


def _bring(found: Sequence[Found], run: Run) -> None:
    """One portion: what is held is looked up in the turn in which the rest is written."""
    file, line = run.ledger.file, run.ledger.line
    with turns.taken():
        plan = planned(found, run.ledger)
        passed = pass_in(plan.in_order(), by=run.by, why=run.why)
        transaction.set_rollback(run.only_check)
    run.records += passed.counts
    for each in plan.lines:
        _settle(each, passed, run.ledger)
    run.ledger.file, run.ledger.line = file, line


def _settle(line: Line, passed: Passed, ledger: Ledger) -> None:
    found = line.found
    ledger.file, ledger.line = found.file, found.line
    if reason := _said_of(line, passed.refused):
        ledger.refuse(reason, found.name)
    elif line.fate is Fate.IMPORTED and (kept := _said_of(line, passed.by_hand)):
        ledger.lose(kept, found.name)
        ledger.settle(Fate.SAME)
    else:
        ledger.settle(line.fate)


def _said_of(line: Line, said: Mapping[Name, str]) -> str:
    """The first that was said of any record of the line; empty where nothing was."""
    return next((sentence for name, sentence in said.items() if name in line.names), "")
