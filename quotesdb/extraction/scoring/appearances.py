"""Scores a reading against what a curator records: appearances with their speakers and chains."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from quotesdb.extraction.findings import Finding, Reading
from quotesdb.extraction.scoring.matching import ENOUGH, shared
from quotesdb.extraction.scoring.names import name_words
from quotesdb.extraction.scoring.rows import BROKEN, BadGold

RELATIVE = re.compile(r"\s(?:who|whom|which|that|close|familiar|informed)\b")


@dataclass(frozen=True, slots=True)
class Expected:
    """One appearance as a curator records it."""

    key: str
    spans: tuple[tuple[int, int], ...]
    form: str
    speaker: str
    chain: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an expected appearance: the findings that hold its segments."""

    expected: Expected
    findings: tuple[Finding, ...] = ()
    speaker: bool = False
    form: bool = False
    chain: bool = False


def read_expected(path: Path) -> dict[str, list[Expected]]:
    """The expected appearances by the name of their document."""
    try:
        documents = json.loads(path.read_text(encoding="utf-8"))["documents"]
        return {str(it["document"]): list(map(_expected, it["quotes"])) for it in documents}
    except BROKEN as error:
        raise BadGold(f"{path}: {error}") from error


def _expected(quote: dict[str, object]) -> Expected:
    spans = quote["spans"]
    chain = quote["chain"]
    if not isinstance(spans, list) or not isinstance(chain, list):
        raise TypeError("spans and chain are lists")
    return Expected(
        str(quote["family"]),
        tuple((int(start), int(end)) for start, end in spans),
        str(quote["form"]),
        str(quote["speaker"]),
        tuple(map(str, chain)),
    )


def compare(expected: Sequence[Expected], reading: Reading) -> list[Outcome]:
    return [_outcome(it, reading) for it in expected]


def _outcome(expected: Expected, reading: Reading) -> Outcome:
    """Segments may lie in several findings, where the article says anew whose they are."""
    found = [_holding(span, reading) for span in expected.spans]
    findings = tuple(it for it in found if it)
    if len(findings) < len(expected.spans):
        return Outcome(expected)
    return Outcome(
        expected,
        findings,
        speaker=all(it.speaker and same(expected.speaker, it.speaker.name) for it in findings),
        form=all(it.form == expected.form for it in findings),
        chain=all(_same_chain(expected, it) for it in findings),
    )


def _holding(span: tuple[int, int], reading: Reading) -> Finding | None:
    """The finding with the segment that shares most with this one."""
    likely = [
        (shared(span, (segment.start, segment.end)), -number)
        for number, finding in enumerate(reading.findings)
        for segment in finding.segments
    ]
    most, number = max(likely, default=(0.0, 0))
    return reading.findings[-number] if most >= ENOUGH else None


def _same_chain(expected: Expected, finding: Finding) -> bool:
    names = [hop.speaker.name for hop in finding.chain]
    return len(names) == len(expected.chain) and all(map(same, expected.chain, names))


def same(expected: str, found: str) -> bool:
    """A surname; of a description, all the words of one among the other's, and two at least."""
    if expected[:1].isupper():
        wanted, given = name_words(expected), name_words(found)
        return bool(wanted and given) and wanted[-1] == given[-1]
    wanted_words, given_words = _described(expected), _described(found)
    both = wanted_words & given_words
    return both in (wanted_words, given_words) and len(both) > 1


def _described(description: str) -> set[str]:
    """The words of a description in the singular, up to "who" or "close to"."""
    return {it.lower().rstrip("s") for it in RELATIVE.split(description)[0].split()}
