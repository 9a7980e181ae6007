"""Quotes as rows: what people marked, and what a reader proposes, in one shape.

People mark fragments in two ways: the words between the marks alone, or all that is laid in the
speaker's mouth. `Ground` says which; the reader's findings hold both.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

from quotesdb.extraction.findings import Finding, Reading, Span
from quotesdb.vocabulary import Form


class Ground(Enum):
    """What a row spans where an article quotes a fragment."""

    MARKS = "marks"
    CONTENT = "content"


@dataclass(frozen=True, slots=True)
class Row:
    """One quote. `head` is the word or name that the speaker's mention turns on."""

    start: int
    end: int
    form: str = "direct"
    speaker: str = ""
    head: str = ""
    resolved: str = ""
    cue: str = ""
    ignored: bool = False
    rule: str = ""
    confidence: float = 0.0


@dataclass(frozen=True, slots=True)
class Marked:
    """An article and what people marked in it; `exhaustive` if they marked every quote."""

    key: str
    text: str
    rows: tuple[Row, ...]
    exhaustive: bool


class BadGold(Exception):
    """A file that is not what people marked, in the form that is read here."""


BROKEN = (ValueError, KeyError, TypeError, RecursionError)
"""What reading a file of another form may raise."""


def read_gold(path: Path) -> list[Marked]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [_marked(path, number, line) for number, line in enumerate(lines, 1) if line.strip()]


def _marked(path: Path, number: int, line: str) -> Marked:
    try:
        article = json.loads(line)
        quotes, text = article["quotes"], checked_text(article["text"])
        rows = tuple(_row(quote, text) for quote in quotes)
        return Marked(str(article["id"]), text, rows, bool(article.get("exhaustive", True)))
    except BROKEN as error:
        reason = f"no {error}" if isinstance(error, KeyError) else str(error)
        raise BadGold(f"{path}:{number}: {reason}") from error


def checked_text(told: Any) -> str:
    if not isinstance(told, str):
        raise TypeError("a text must be text")
    told.encode()
    return told


def checked_span(start: Any, end: Any, text: str) -> tuple[int, int]:
    """Places in the text, of at least one character."""
    if type(start) is not int or type(end) is not int or not 0 <= start < end <= len(text):
        raise ValueError(f"from {start} to {end} there are no words in the text")
    return start, end


def _row(quote: Any, text: str) -> Row:
    if not isinstance(quote, dict):
        raise TypeError("a quote must be an object")
    speaker = quote.get("speaker") or ""
    start, end = checked_span(quote["start"], quote["end"], text)
    return Row(
        start=start,
        end=end,
        form=quote.get("form") or "direct",
        speaker=speaker,
        head=quote.get("speaker_head") or speaker,
        resolved=quote.get("speaker_id") or "",
        cue=quote.get("cue") or "",
        ignored=bool(quote.get("ignore")),
    )


MARKS = frozenset("\"“”„'‘’«»‹›")


def ground_of(gold: Iterable[Marked]) -> Ground:
    """Marks, if the fragments that people marked stand in marks themselves."""
    mixed = [(it.text[row.start], row) for it in gold for row in it.rows if row.form == "mixed"]
    marked = sum(first in MARKS for first, _ in mixed)
    return Ground.MARKS if marked * 2 > len(mixed) else Ground.CONTENT


def rows_of(reading: Reading, ground: Ground) -> list[Row]:
    """The findings of a reading as rows. What stands inside another quote is left out."""
    found: dict[tuple[int, int], Row] = {}
    for finding in reading.findings:
        if finding.nested_in is None:
            for row in _rows_of(reading.text, finding, ground):
                found.setdefault((row.start, row.end), row)
    return list(found.values())


def _rows_of(text: str, finding: Finding, ground: Ground) -> Iterator[Row]:
    if ground is Ground.MARKS:
        spans = [it for it in finding.segments if _in_marks(text, it)]
        spans = [] if finding.form == Form.INDIRECT else spans
    else:
        spans = list(finding.content)
    form = counted_form(text, finding)
    speaker = finding.speaker
    for span in spans:
        yield Row(
            span.start,
            span.end,
            form,
            speaker=(speaker.mention.text if speaker.mention else speaker.head) if speaker else "",
            head=speaker.head if speaker else "",
            resolved=speaker.name if speaker else "",
            cue=finding.cue.text if finding.cue else "",
            rule=finding.rule,
            confidence=finding.confidence,
        )


def counted_form(text: str, finding: Finding) -> str:
    """The form as those who mark spans count it: direct is what lies in double marks entirely.

    A clause in marks after "that" is direct for us and mixed for them, and doubled apostrophes
    are no marks to them.
    """
    if finding.form == Form.INDIRECT or not any(_in_marks(text, it) for it in finding.segments):
        return Form.INDIRECT
    marked = sum(it.end - it.start + 4 for it in finding.segments)
    whole = sum(it.end - it.start for it in finding.content)
    return Form.MIXED if whole > marked else Form.DIRECT


def _in_marks(text: str, span: Span) -> bool:
    """Whether the words stand in marks of one character, the only ones that are counted."""
    return span.start > 0 and text[span.start - 2 : span.start] not in ("''", "``")


def written(key: str, rows: Iterable[Row]) -> str:
    """The rows of one article as a line of JSON, in the shape in which people's are read."""
    quotes = [
        {
            "start": row.start,
            "end": row.end,
            "form": row.form,
            "speaker": row.head or row.speaker,
            "speaker_id": row.resolved,
            "cue": row.cue,
            "rule": row.rule,
            "confidence": row.confidence,
        }
        for row in rows
    ]
    return json.dumps({"id": key, "quotes": quotes}) + "\n"
