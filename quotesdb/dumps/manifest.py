"""What a dump says of itself: which files it has, of which bytes, taken when and of what."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from quotesdb.lines.exporting import VERSION as LINES_VERSION

NAME = "MANIFEST.json"
TYPE = "quotesdb-dump"
VERSION = 1

NO_MANIFEST = f"{{dump}} is no dump: it has no {NAME}."
NOT_ONE = f"{{dump}}/{NAME} is not the manifest of a dump: {{why}}."
OTHER_VERSION = (
    "{dump} is of version {found}, with lines of version {lines}; this program knows version "
    f"{VERSION}, with lines of version {LINES_VERSION}."
)


class BadDump(Exception):
    """A dump that cannot be brought back; the message says why."""


@dataclass(frozen=True, slots=True)
class File:
    """One file of a dump. `lines_sha256` is of what was compressed."""

    name: str
    lines: int
    bytes: int
    sha256: str
    lines_sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """`edition` is the mark of the data that were dumped, `migration` the last that was applied."""

    taken_at: str
    private: bool
    edition: str | None
    migration: str
    changes_after: str | None
    """The cursor from which a mirror follows on; None where nothing has changed yet."""

    files: Sequence[File]

    def written(self) -> bytes:
        document = {
            "type": TYPE,
            "version": VERSION,
            "lines_version": LINES_VERSION,
            "taken_at": self.taken_at,
            "private": self.private,
            "edition": self.edition,
            "migration": self.migration,
            "changes_after": self.changes_after,
            "files": self.files,
        }
        return orjson.dumps(document, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def manifest_of(dump: Path) -> Manifest:
    """The manifest of a dump.

    Raises BadDump where there is none, or none that is known here.
    """
    try:
        told = orjson.loads((dump / NAME).read_bytes())
    except (FileNotFoundError, NotADirectoryError) as error:
        raise BadDump(NO_MANIFEST.format(dump=dump)) from error
    except orjson.JSONDecodeError as error:
        raise BadDump(NOT_ONE.format(dump=dump, why=f"it is not JSON ({error})")) from error
    if not isinstance(told, dict) or told.get("type") != TYPE:
        raise BadDump(NOT_ONE.format(dump=dump, why=f'its type is not "{TYPE}"'))
    found, lines = told.get("version"), told.get("lines_version")
    if (found, lines) != (VERSION, LINES_VERSION):
        raise BadDump(OTHER_VERSION.format(dump=dump, found=found, lines=lines))
    try:
        return _read(told)
    except (KeyError, TypeError) as error:
        raise BadDump(NOT_ONE.format(dump=dump, why=f"{error} is missing or wrong")) from error


def _read(told: dict[str, Any]) -> Manifest:
    files = [File(**file) for file in told["files"]]
    names = ("taken_at", "private", "edition", "migration", "changes_after")
    return Manifest(**{name: told[name] for name in names}, files=files)
