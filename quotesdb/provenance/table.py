"""Reading YAML written by hand, and telling all that is wrong with it by its place."""

from collections.abc import Hashable, Iterable, Iterator
from enum import StrEnum
from typing import Any, TypeVar

import yaml

Word = TypeVar("Word", bound=StrEnum)


class BadTable(Exception):
    """A table that cannot be read, with every mistake in it."""

    def __init__(self, mistakes: Iterable[str]):
        self.mistakes = tuple(mistakes)
        super().__init__("\n".join(self.mistakes))


class _Loader(yaml.SafeLoader):
    """Plain data only, and no name twice: the first would be lost without a word."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        written = [key for key, _ in node.value if key.tag != "tag:yaml.org,2002:merge"]
        keys = [self.construct_object(key, deep=True) for key in written]
        for key in keys:
            if keys.count(key) > 1:
                line = node.start_mark.line + 1
                raise BadTable([f"{key} stands twice in the mapping that begins on line {line}."])
        return super().construct_mapping(node, deep)


def load(text: str) -> "Part":
    """The whole table. Raises `BadTable` if it is no YAML, or no mapping."""
    try:
        found = yaml.load(text, _Loader)  # noqa: S506 - a SafeLoader
    except yaml.YAMLError as error:
        raise BadTable([f"This is no YAML: {' '.join(str(error).split())}."]) from error
    except ValueError as error:
        raise BadTable([f"A date or a number in it is none: {error}."]) from error
    except RecursionError as error:
        raise BadTable(["Lists and mappings stand too deep inside each other."]) from error
    if not isinstance(found, dict):
        raise BadTable(["A table is a mapping with the field cases."])
    return Part("the table", found, [])


class Part:
    """A mapping of the table. What is asked of it and not there in the right shape is a mistake."""

    def __init__(self, place: str, fields: dict[Any, Any], mistakes: list[str]):
        self.place, self.fields, self.mistakes = place, fields, mistakes

    def wrong(self, sentence: str) -> None:
        self.mistakes.append(f"{self.place}: {sentence}.")

    def only(self, *names: str) -> None:
        for name in self.fields.keys() - set(names):
            self.wrong(f"the field {name} is not known; known are {', '.join(names)}")

    def string(self, name: str) -> str:
        found = self.fields.get(name)
        if found is None or isinstance(found, str):
            return found or ""
        if not isinstance(found, int | float):
            self.wrong(f"{name} must be text")
        return str(found)

    def flag(self, name: str) -> bool:
        found = self.fields.get(name, False)
        if not isinstance(found, bool):
            self.wrong(f"{name} must be true or false")
        return bool(found)

    def word(self, name: str, words: type[Word], otherwise: Word) -> Word:
        written = self.string(name)
        found = next((it for it in words if it.value == written), None)
        if written and found is None:
            self.wrong(f"{name} must be one of {', '.join(words)}")
        return found or otherwise

    def items(self, name: str) -> list[Any]:
        found = self.fields.get(name)
        if found is not None and not isinstance(found, list):
            self.wrong(f"{name} must be a list")
        return found if isinstance(found, list) else []

    def strings(self, name: str) -> list[str]:
        return [str(it) for it in self.items(name)]

    def lists(self, name: str) -> list[list[Any]]:
        return [it if isinstance(it, list) else [it] for it in self.items(name)]

    def parts(self, name: str) -> Iterator["Part"]:
        """The mappings in a list; those of the cases collect their own mistakes."""
        for number, found in enumerate(self.items(name), start=1):
            if isinstance(found, dict):
                yield self._inner(str(found.get("case") or f"{name} {number}"), found)
            else:
                self.wrong(f"{name} {number} must be a mapping")

    def named_parts(self, name: str) -> Iterator[tuple[str, "Part"]]:
        found = self.fields.get(name) or {}
        if not isinstance(found, dict):
            self.wrong(f"{name} must be a mapping from names to articles")
            found = {}
        for key, fields in found.items():
            if not isinstance(fields or {}, dict):
                self.wrong(f"{name}, {key}: an article is a mapping")
            yield str(key), self._inner(str(key), fields if isinstance(fields, dict) else {})

    def item(self, written: Any, first: str, *others: str) -> "Part":
        """What may be written as a mapping, or as its first field alone."""
        found = written if isinstance(written, dict) else {first: written}
        part = Part(self.place, found, self.mistakes)
        part.only(first, *others)
        return part

    def _inner(self, name: str, fields: dict[Any, Any]) -> "Part":
        if self.place == "the table":
            return Part(f"case {name}", fields, [])
        return Part(f"{self.place}, {name}", fields, self.mistakes)
