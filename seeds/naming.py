"""Which records the files name, and which names are given twice."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from seeds.located import Fields, Items, Node, Place, Scalar, line_of
from seeds.mistakes import Mistake
from seeds.showing import shown

LONGEST_KEY = 200

LISTS = {
    "speakers": ("speaker", "slug"),
    "outlets": ("outlet", "slug"),
    "quotes": ("quote", "key"),
}


@dataclass(frozen=True, slots=True)
class Named:
    """A record as a file names it; `by` is the field that does."""

    kind: str
    key: str
    file: Path
    node: Fields
    by: str

    @property
    def place(self) -> Place:
        return Place(self.file, line_of(self.node, (self.by,)))

    @property
    def space(self) -> tuple[str, str]:
        """What no other record may be called. Speakers and outlets share their slugs."""
        return ("speaker" if self.kind == "outlet" else self.kind), self.key


def appearance_key(article: str, appearance: dict[str, Any]) -> str:
    return str(appearance.get("key") or f"{article}/{appearance['quote']}")


def named_in(file: Path, root: Node) -> Iterator[Named]:
    """The records of one file, as far as they have names: it may be full of mistakes."""
    if not isinstance(root, Fields):
        return
    for listed, (kind, by) in LISTS.items():
        for node in _items(root.nodes.get(listed)):
            yield from _named(kind, file, node, by)
    article = root.nodes.get("article")
    if isinstance(article, Fields):
        yield from _named("article", file, article, "key")
        yield from _appearances(file, article)


def _items(node: Node | None) -> Iterator[Fields]:
    if isinstance(node, Items):
        yield from (item for item in node.nodes if isinstance(item, Fields))


def _named(kind: str, file: Path, node: Fields, by: str) -> Iterator[Named]:
    if key := _text(node, by):
        yield Named(kind, key, file, node, by)


def _appearances(file: Path, article: Fields) -> Iterator[Named]:
    for node in _items(article.nodes.get("appearances")):
        of, quote = _text(article, "key"), _text(node, "quote")
        if "key" in node.nodes:
            yield from _named("appearance", file, node, "key")
        elif of and quote:
            yield Named("appearance", f"{of}/{quote}", file, node, "quote")


def _text(fields: Fields, name: str) -> str:
    match fields.nodes.get(name):
        case Scalar(value=str() as text):
            return text
    return ""


def repeated(records: Iterable[Named]) -> Iterator[Mistake]:
    """Every name that is taken already, at its second place."""
    first: dict[tuple[str, str], Named] = {}
    copied: set[Path] = set()
    for record in records:
        taken = first.setdefault(record.space, record)
        if taken is record:
            yield from _too_long(record)
        elif record.kind != "appearance" or record.file not in copied:
            yield Mistake(record.place.file, record.place.line, _is_taken(record, taken))
            # An article that stands in two files repeats its appearances too; once will do.
            copied |= {record.file} if record.kind == "article" else set()


def _is_taken(record: Named, taken: Named) -> str:
    if record.by == "quote" and taken.file == record.file:
        return (
            f"a second appearance of {shown(_text(record.node, 'quote'))} in this article, "
            f"the first on line {taken.place.line}; give this one a key of its own"
        )
    what = (
        "slug"
        if record.by == "slug"
        else f"key of {'an' if record.kind[0] == 'a' else 'a'} {record.kind}"
    )
    return f"the {what} {shown(record.key)} is taken: see {taken.place}"


def _too_long(record: Named) -> Iterator[Mistake]:
    if record.by == "quote" and len(record.key) > LONGEST_KEY:
        yield Mistake(
            record.place.file,
            record.place.line,
            f"the keys of article and quote make one of {len(record.key):,} characters, "
            f"more than {LONGEST_KEY}; give this appearance a key",
        )
