"""From the names that records give (slugs, keys) to the rows that they mean."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet

from quotesdb.models import Appearance, Article, Outlet, Quote, Speaker
from quotesdb.refusals import Refusal

Path = tuple[str | int, ...]


@dataclass(slots=True)
class Names:
    """Finds rows by name, follows merges, and collects the names that nobody has.

    `about` is the kind and key of the record whose names are being looked up.
    """

    about: tuple[str, str] = ("record", "")
    refusals: list[Refusal] = field(default_factory=list)
    _rows: dict[str, dict[str, Any]] = field(default_factory=dict)

    def load(self, mentioned: Mapping[str, Iterable[str]]) -> None:
        """Read what is held of the names that are mentioned; `learn` adds what is made."""
        self._rows = {kind: _survivors(kind, mentioned.get(kind, ())) for kind in _SOURCES}

    def learn(self, kind: str, name: str, row: Any) -> None:
        """Remember a row that was just made."""
        self._rows[kind][name] = row
        if kind == "outlet":
            self._rows["speaker"][name] = row.speaker

    def canonical(self, kind: str, name: Any) -> Any:
        """The survivor's name, where `name` was merged away."""
        row = self._rows[kind].get(name)
        return name if row is None else _named(row, _SOURCES[kind][1])

    def speaker(self, slug: str | None, path: Path) -> Any:
        return self._find("speaker", slug, path)

    def outlet(self, slug: str | None, path: Path) -> Any:
        return self._find("outlet", slug, path)

    def article(self, key: str | None, path: Path) -> Any:
        return self._find("article", key, path)

    def quote(self, key: str | None, path: Path) -> Any:
        return self._find("quote", key, path)

    def appearance(self, key: str | None, path: Path) -> Any:
        return self._find("appearance", key, path)

    def _find(self, kind: str, name: str | None, path: Path) -> Any:
        if name is None:
            return None
        row = self._rows[kind].get(name) or self._fetch(kind, name)
        if row is None:
            self.refusals.append(Refusal(*self.about, path, unknown(kind, name)))
        return row

    def _fetch(self, kind: str, name: str) -> Any:
        """A name that no file mentions, but that a curator has put into a record."""
        self._rows[kind].update(_survivors(kind, [name]))
        return self._rows[kind].get(name)


def unknown(kind: str, name: str) -> str:
    return f'{kind} "{name}" is neither in the files nor in the database.'


def _survivors(kind: str, names: Iterable[str]) -> dict[str, Any]:
    rows, name = _SOURCES[kind]
    found = rows().filter(**{f"{name.replace('.', '__')}__in": list(names)})
    return {_named(row, name): row.merged_into or row for row in found}


def _named(row: Any, name: str) -> str:
    for step in name.split("."):
        row = getattr(row, step)
    return str(row)


_SOURCES: dict[str, tuple[Callable[[], QuerySet[Any]], str]] = {
    "speaker": (lambda: Speaker.objects.select_related("merged_into"), "slug"),
    "outlet": (
        lambda: Outlet.objects.select_related("speaker", "merged_into__speaker"),
        "speaker.slug",
    ),
    "article": (lambda: Article.objects.select_related("merged_into"), "key"),
    "quote": (lambda: Quote.objects.select_related("merged_into"), "key"),
    "appearance": (lambda: Appearance.objects.select_related("merged_into"), "key"),
}

_NAMED_IN = {
    "speaker": "speaker",
    "granted_by": "outlet",
    "outlet": "outlet",
    "article": "article",
    "quote": "quote",
    "nested_in": "appearance",
}
"""The fields of records that name another record, and its kind."""


def mentioned(values: Any) -> Iterator[tuple[str, str]]:
    """The kind and name of every record that plain values mention, at any depth."""
    for field_name, value in values.items():
        if field_name in _NAMED_IN and isinstance(value, str):
            yield _NAMED_IN[field_name], value
        elif isinstance(value, list):
            for item in value:
                if isinstance(item, dict):
                    yield from mentioned(item)


def canonical(values: Any, names: Names) -> Any:
    """The same plain values, with the names of survivors for what was merged away."""
    if isinstance(values, list):
        return [canonical(item, names) for item in values]
    if not isinstance(values, dict):
        return values
    return {
        key: names.canonical(_NAMED_IN[key], value)
        if key in _NAMED_IN and isinstance(value, str)
        else canonical(value, names)
        for key, value in values.items()
    }
