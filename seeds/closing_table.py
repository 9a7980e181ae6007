"""What an import did, told to a person."""

import json
import os
from collections.abc import Iterator
from typing import Any

from quotesdb.ingest import Conflict, Gone, Report
from seeds.mistakes import Mistake, printable
from seeds.reader import Seeds

KINDS = {
    "outlet": "outlets",
    "speaker": "speakers",
    "article": "articles",
    "quote": "quotes",
    "appearance": "appearances",
}
OUTCOMES = ("new", "changed", "unchanged")
LONGEST = 60
RUN_UP = 20
"""Characters that are shown before the first difference of two long values."""

HOW_TO_SETTLE = (
    "--theirs takes what the files say; --ours keeps what the database says and lists it no more."
)
SETTLED_WHOLE = {
    "": "left so",
    "ours": "left so, and not listed again",
    "theirs": "made again",
}
SETTLED = {"": "kept", "ours": "kept, and not listed again", "theirs": "the file's was taken"}


def table(report: Report, *, with_texts: bool) -> Iterator[str]:
    """A row for every kind."""
    yield _row("", *OUTCOMES, "conflicts")
    for kind, plural in KINDS.items():
        counts = [report.counts[kind, outcome] for outcome in OUTCOMES]
        yield _row(plural, *counts, sum(it.kind == kind for it in report.conflicts))
    if with_texts:
        yield _row("texts", report.texts["new"], "", report.texts["unchanged"], "")


def _row(name: str, *cells: Any) -> str:
    return (f"{name:<12}" + "".join(f"{cell:>11}" for cell in cells)).rstrip()


def conflicts(report: Report, seeds: Seeds) -> Iterator[str]:
    """Every conflict with its place, and how to settle those that are not."""
    for conflict in report.conflicts:
        yield _placed(conflict, seeds)
    if any(not conflict.settled_for for conflict in report.conflicts):
        yield HOW_TO_SETTLE


def _placed(conflict: Conflict, seeds: Seeds) -> str:
    sentence = f"{conflict.kind} {conflict.key}: {_said(conflict)}"
    place = seeds.places.find(conflict.kind, conflict.key, (conflict.field,))
    return sentence if place is None else str(Mistake(place.file, place.line, sentence))


def _said(conflict: Conflict) -> str:
    if not conflict.field:
        outcome = SETTLED_WHOLE[conflict.settled_for]
        return f"the file has it, in the database it was {conflict.held} by hand ({outcome})"
    outcome = SETTLED[conflict.settled_for]
    file, held = shortened(conflict.files, conflict.held)
    told = f"the file says {file}, the database says {held} (changed by hand; {outcome})"
    return f"{conflict.field}: {told}"


def shortened(one: Any, other: Any) -> tuple[str, str]:
    """Two values, cut down to where they differ."""
    texts = (_as_text(one), _as_text(other))
    start = max(0, len(os.path.commonprefix(texts)) - RUN_UP)
    if max(map(len, texts)) <= LONGEST:
        start = 0
    first, second = (_cut(text, start) for text in texts)
    return first, second


def _as_text(value: Any) -> str:
    if value is None or value == "" or value == []:
        return "nothing"
    if isinstance(value, str):
        return f'"{value}"'
    return json.dumps(value, ensure_ascii=False)


def _cut(text: str, start: int) -> str:
    shown = text[start : start + LONGEST]
    return ("…" if start else "") + shown + ("…" if start + LONGEST < len(text) else "")


def gone(report: Report) -> Iterator[str]:
    """What the files had once and have no more."""
    for it in report.gone:
        yield f"{_told(it)} is gone from {it.file}; it was not deleted from the database."


def _told(it: Gone) -> str:
    return f"{it.kind} {it.key}"


def absent(articles: list[str], folder: Any) -> Iterator[str]:
    """The articles without a text."""
    if articles:
        yield f"No text in {printable(folder)} of: {', '.join(articles)}."
