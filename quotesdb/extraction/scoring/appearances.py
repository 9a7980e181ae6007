"""Scores a reading against what a curator records: appearances with their speakers and chains."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from quotesdb.extraction.findings import Finding, Reading
from quotesdb.extraction.scoring.matching import ENOUGH, shared
from quotesdb.extraction.scoring.names import name_words
from quotesdb.extraction.scoring.rows import BadGold


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
    """What became of an expected appearance."""

    expected: Expected
    finding: Finding | None
    speaker: bool = False
    form: bool = False
    chain: bool = False


def read_expected(path: Path) -> dict[str, list[Expected]]:
    """The expected appearances by the name of their document."""
    try:
        documents = json.loads(path.read_text(encoding="utf-8"))["documents"]
        return {it["document"]: [_expected(quote) for quote in it["quotes"]] for it in documents}
    except (ValueError, KeyError, TypeError) as error:
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
    finding = next((it for it in reading.findings if _covers(it, expected)), None)
    if finding is None:
        return Outcome(expected, None)
    names = [hop.speaker.name for hop in finding.chain]
    return Outcome(
        expected,
        finding,
        speaker=finding.speaker is not None and same(expected.speaker, finding.speaker.name),
        form=finding.form == expected.form,
        chain=len(names) == len(expected.chain) and all(map(same, expected.chain, names)),
    )


def _covers(finding: Finding, expected: Expected) -> bool:
    """Every expected segment is one of the finding's."""
    return all(
        any(shared(span, (it.start, it.end)) >= ENOUGH for it in finding.segments)
        for span in expected.spans
    )


def same(expected: str, found: str) -> bool:
    """A surname, or every word of a description, in the singular or the plural."""
    if expected[:1].isupper():
        wanted, given = name_words(expected), name_words(found)
        return bool(wanted and given) and wanted[-1] == given[-1]
    return _singular(expected) <= _singular(found)


def _singular(description: str) -> set[str]:
    return {it.lower().rstrip("s") for it in description.split()}
