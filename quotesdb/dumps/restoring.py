"""Bringing a dump back: looked through first, then whole or not at all, then proved."""

from collections.abc import Callable, Iterator
from hashlib import file_digest
from itertools import chain, zip_longest
from pathlib import Path
from typing import Any

from django.db import connection

from quotesdb import turns
from quotesdb.dumps.files import in_file, in_order, names_of_files
from quotesdb.dumps.manifest import BadDump, File, Manifest, manifest_of
from quotesdb.ingest.bulk.many import Errand, bring_portion, portions_of
from quotesdb.ingest.bulk.report import BulkReport
from quotesdb.lines.exporting import packed, records
from quotesdb.lines.kinds import KINDS, OUTLET
from quotesdb.models import Curator
from quotesdb.redacting.remembering import redacted, remember

OnLine = Callable[[int], Any]

MISSING = "{file} is missing."
CUT = "{file} has {found:,} bytes, and the manifest says {told:,}: it was cut off or changed."
CHANGED = "{file} has another SHA-256 than the manifest says: it was damaged or changed."
UNTOLD = "The manifest does not tell of {file}, which every such dump has."
NOT_EMPTY = (
    "The database is not empty: it has {many:,} records. A dump is brought back into an empty one; "
    "with --add it is brought in beside what is held, as import_records would."
)
OTHERWISE = "{place}: brought in, this line comes out otherwise."
MORE = "The database tells {more} than the dump does, from here on: {line}"


class NotProved(Exception):
    """What was brought in does not come out as it is in the dump; nothing of it was kept."""


class NotEmpty(Exception):
    """There are records already."""


def checked(dump: Path) -> Manifest:
    """The manifest of a dump whose files are all there, to the last byte.

    Raises BadDump, with all that is wrong.
    """
    manifest = manifest_of(dump)
    told = {file.name for file in manifest.files}
    wanted = names_of_files(private=manifest.private)
    found = [UNTOLD.format(file=name) for name in wanted if name not in told]
    found += [sentence for file in manifest.files for sentence in _against(dump, file)]
    if found:
        raise BadDump("\n".join(found))
    return manifest


def _against(dump: Path, file: File) -> Iterator[str]:
    path = dump / file.name
    if not path.is_file() or path.parent != dump:
        yield MISSING.format(file=file.name)
    elif (size := path.stat().st_size) != file.bytes:
        yield CUT.format(file=file.name, found=size, told=file.bytes)
    else:
        with path.open("rb") as raw:
            if file_digest(raw, "sha256").hexdigest() != file.sha256:
                yield CHANGED.format(file=file.name)


def restore(
    dump: Path,
    manifest: Manifest,
    *,
    by: Curator | None = None,
    add: bool = False,
    on_lines: OnLine = lambda lines: None,
) -> BulkReport:
    """Bring in all of a checked dump in one transaction, and prove it before that ends.

    With `add` there may be records already; what is held by hand stays, and is reported.

    Raises NotEmpty, NotProved, BadDump, StoppedAt for what is refused, and quotesdb.turns.Busy;
    nothing is written then.
    """
    errand = Errand(by, f"restored from the dump of {manifest.taken_at}")
    report = BulkReport()
    with turns.taken():
        if not add:
            _refuse_what_is_held()
        lines = ((place, values) for place, _, values in in_order(dump, private=manifest.private))
        for some in portions_of(lines):
            report.add(bring_portion(some, errand))
            _ease()
            on_lines(len(some))
        remember(values for _, _, values in in_file(dump, "redaction"))
        if not add:
            prove(dump, manifest, on_lines)
    return report


def _refuse_what_is_held() -> None:
    # An outlet is a speaker, too.
    if many := sum(kind.model.objects.count() for kind in KINDS.values() if kind is not OUTLET):
        raise NotEmpty(NOT_EMPTY.format(many=many))


def _ease() -> None:
    """PostgreSQL keeps in memory what it has yet to look at: let it look portion by portion."""
    if connection.vendor == "postgresql":
        connection.check_constraints()


def prove(dump: Path, manifest: Manifest, on_lines: OnLine = lambda lines: None) -> None:
    """Whether the database tells what the dump does, line by line and byte by byte.

    Raises NotProved for the first line that is not so.
    """
    told = chain(in_order(dump, private=manifest.private), in_file(dump, "redaction"))
    for one, line in zip_longest(told, chain(records(private=manifest.private), redacted())):
        on_lines(1)
        if one is None:
            raise NotProved(MORE.format(more="more", line=packed(line).decode().strip()))
        if line is None:
            raise NotProved(MORE.format(more="less", line=one[0]))
        if one[1] != packed(line):
            raise NotProved(OTHERWISE.format(place=one[0]))
