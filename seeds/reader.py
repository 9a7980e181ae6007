"""Reads seed files into records, or says everything that is wrong with them at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from quotesdb.records import Record, identity
from quotesdb.refusals import Refusal
from seeds.composing import Composer
from seeds.files import find_files, read_bytes
from seeds.located import Node, Place, Steps, line_of, plain
from seeds.mistakes import BadSeeds, Mistake, first
from seeds.naming import Named, named_in, repeated
from seeds.schema import mistakes_in
from seeds.text import decode
from seeds.to_records import records_of

__all__ = ["BadSeeds", "Places", "Seeds", "read_seeds"]

ORDER = ("speaker", "outlet", "quote", "article", "appearance")


@dataclass(frozen=True, slots=True)
class Places:
    """Where every record stands, and every value in it."""

    named: Mapping[tuple[str, str], Named]

    def find(self, kind: str, key: str, path: Steps = ()) -> Place | None:
        """The line of the value, or of the nearest one around it that is in the file."""
        record = self.named.get((kind, key))
        return None if record is None else Place(record.file, line_of(record.node, path))


@dataclass(frozen=True, slots=True)
class Seeds:
    """What seed files say: records that pass the schema, and where each of them stands."""

    records: tuple[Record, ...]
    places: Places
    files: tuple[Path, ...]

    def mistake(self, refusal: Refusal) -> Mistake:
        """What a writer refuses, as a mistake in the file that asked for it."""
        place = self.places.find(refusal.kind, refusal.key, refusal.path)
        if place is None:
            return Mistake(self.files[0], 1, str(refusal))
        return Mistake(place.file, place.line, refusal.sentence)


def read_seeds(paths: Sequence[Path]) -> Seeds:
    """The records of these files and of all seed files in these folders."""
    files, mistakes = find_files(paths)
    roots: dict[Path, Node] = {}
    for file in files:
        root, wrong = _read_file(file)
        mistakes += first(wrong)
        if root is not None:
            roots[file] = root
    named = [record for file, root in roots.items() for record in named_in(file, root)]
    mistakes += repeated(named)
    if mistakes:
        raise BadSeeds(mistakes)
    places = Places({(record.kind, record.key): record for record in named})
    return Seeds(_records(roots), places, tuple(files))


def _read_file(file: Path) -> tuple[Node | None, list[Mistake]]:
    data = read_bytes(file)
    if isinstance(data, Mistake):
        return None, [data]
    text, mistakes = decode(file, data)
    return (None, mistakes) if mistakes else _compose(file, text)


def _compose(file: Path, text: str) -> tuple[Node | None, list[Mistake]]:
    composer = Composer(file)
    composer.compose(text)
    if composer.whole is not None:
        return composer.whole, composer.mistakes + mistakes_in(file, composer.whole)
    empty = [Mistake(file, 1, "the file is empty; expected format, version and what it holds")]
    return None, composer.mistakes or empty


def _records(roots: Mapping[Path, Node]) -> tuple[Record, ...]:
    """All of a kind together, so that what is named comes before what names it."""
    records = [record for root in roots.values() for record in records_of(plain(root))]
    return tuple(sorted(records, key=lambda record: ORDER.index(identity(record)[0])))
