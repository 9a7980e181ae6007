"""Which dumps still have a record, by its name."""

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from quotesdb.dumps.files import FILES, in_file
from quotesdb.dumps.manifest import BadDump
from quotesdb.dumps.taking import held

Name = tuple[str, str]
"""Kind, and key or slug."""


def dumps_with(names: Collection[Name], folders: Iterable[Path]) -> Iterator[Path]:
    """The dumps in these folders that have one of the records; also those that cannot be read."""
    for folder in folders:
        for place, _ in held(folder):
            if _has(place, names):
                yield place


def _has(dump: Path, names: Collection[Name]) -> bool:
    # An outlet's speaker is told in the outlet's line.
    kinds = {kind for kind, _ in names} | (
        {"outlet"} if any(it[0] == "speaker" for it in names) else set()
    )
    wanted = {name for _, name in names}
    try:
        return any(
            (line.get("key") or line.get("slug")) in wanted
            for kind in kinds & FILES.keys()
            for _, _, line in in_file(dump, kind)
        )
    except BadDump:
        return True
