"""From the text of a YAML file to located values.

Built from the parser's events, one after the other, so that nothing recurses and every value
keeps its line. Of YAML only lists, mappings and scalars are taken: anchors, aliases and tags
could make a value mean something else than what stands in its place.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from seeds.located import Fields, Items, Node, Scalar
from seeds.mistakes import MOST, Mistake
from seeds.scalars import NumberTooLong, resolve
from seeds.showing import LONGEST, shown

DEEPEST = 12
"""Lists and mappings inside one another. The format needs six."""

TOO_DEEP = f"more than {DEEPEST} lists and mappings inside one another"

TOO_DEEP_FOR_LIBYAML = "exceeded maximum nesting depth"
"""How it says that a thousand is its own limit, which it reaches before we see the thirteenth."""

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Stop(Exception):
    """What comes after this line cannot be understood."""

    def __init__(self, line: int, sentence: str):
        self.line, self.sentence = line, sentence


@dataclass(slots=True)
class _OpenMapping:
    """A mapping being read: between a key and its value `awaits_value` is set."""

    node: Fields
    awaits_value: bool = False
    key: str | None = None
    """`None` where the key is refused and its value goes nowhere."""


class Composer:
    """Takes the events of one file; `whole` and `mistakes` are the result."""

    def __init__(self, file: Path):
        self.file = file
        self.mistakes: list[Mistake] = []
        self._root: Node | None = None
        self._open: list[Items | _OpenMapping] = []

    def compose(self, text: str) -> None:
        try:
            for event in _events(text):
                self._take(event)
        except _Stop as stop:
            self._refuse(min(stop.line, text.count("\n") + 1), stop.sentence)

    @property
    def whole(self) -> Node | None:
        """What the file holds; nothing where it is empty or breaks off in the middle."""
        return None if self._open else self._root

    def _refuse(self, line: int, sentence: str) -> None:
        if len(self.mistakes) <= MOST:
            self.mistakes.append(Mistake(self.file, line, sentence))

    def _take(self, event: yaml.Event) -> None:
        line = event.start_mark.line + 1 if event.start_mark else 1
        match event:
            case yaml.DocumentStartEvent() if self._root is not None:
                raise _Stop(line, "a second document; a seed file is one YAML document")
            case yaml.NodeEvent():
                self._begin(event, line)
            case yaml.CollectionEndEvent():
                self._open.pop()

    def _begin(self, event: yaml.NodeEvent, line: int) -> None:
        if isinstance(event, yaml.AliasEvent):
            self._refuse(line, f"an alias (*{_cut(event.anchor)}); write the value out")
            return self._put(Scalar(line, None, readable=False))
        self._refuse_properties(event, line)
        if isinstance(event, yaml.ScalarEvent):
            return self._put(self._scalar(event, line))
        return self._begin_collection(event, line)

    def _refuse_properties(self, event: Any, line: int) -> None:
        if event.anchor:
            self._refuse(line, f"an anchor (&{_cut(event.anchor)}); write the value out each time")
        if event.tag:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            self._refuse(line, f"a tag ({shown(tag)}); write the plain value")

    def _begin_collection(self, event: yaml.NodeEvent, line: int) -> None:
        if len(self._open) == DEEPEST:
            raise _Stop(line, TOO_DEEP)
        if isinstance(event, yaml.SequenceStartEvent):
            items = Items(line)
            self._put(items)
            self._open.append(items)
        else:
            fields = Fields(line)
            self._put(fields)
            self._open.append(_OpenMapping(fields))

    def _put(self, node: Node) -> None:
        """Into the list or mapping that is open, or, where none is, as the whole file."""
        match self._open[-1] if self._open else None:
            case None:
                self._root = node
            case Items() as items:
                items.nodes.append(node)
            case _OpenMapping(awaits_value=False) as mapping:
                mapping.key, mapping.awaits_value = self._key(mapping.node, node), True
            case _OpenMapping() as mapping:
                if mapping.key is not None:
                    mapping.node.nodes[mapping.key] = node
                mapping.awaits_value = False

    def _key(self, fields: Fields, node: Node) -> str | None:
        match node:
            case Scalar(readable=False):
                return None
            case Scalar(value=str() as key) if key not in fields.lines:
                fields.lines[key] = node.line
                return key
            case Scalar(value=str() as key):
                first = fields.lines[key]
                self._refuse(
                    node.line, f"{shown(key)} stands here a second time, first on line {first}"
                )
            case Scalar(value=value):
                self._refuse(node.line, f"the name of a field must be text, not {shown(value)}")
            case _:
                raise _Stop(node.line, "a list or mapping as the name of a field; expected text")
        return None

    def _scalar(self, event: yaml.ScalarEvent, line: int) -> Scalar:
        if not event.implicit[0]:
            return Scalar(line, event.value)
        try:
            return Scalar(line, resolve(event.value))
        except NumberTooLong as error:
            self._refuse(line, str(error))
            return Scalar(line, None, readable=False)


def _cut(name: object) -> str:
    return str(name)[:LONGEST]


def _events(text: str) -> Iterator[yaml.Event]:
    try:
        yield from yaml.parse(text, Loader=LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise _Stop(mark.line + 1 if mark else 1, _what_is_broken(error)) from error
    except (yaml.YAMLError, ValueError) as error:  # such as an escape beyond Unicode
        raise _Stop(1, f"this is not YAML: {error}") from error


def _what_is_broken(error: yaml.MarkedYAMLError) -> str:
    if error.problem == TOO_DEEP_FOR_LIBYAML:
        return TOO_DEEP
    context = f", {error.context}" if error.context else ""
    since = error.context_mark
    began = f" that began on line {since.line + 1}" if context and since else ""
    return f"this is not YAML: {error.problem}{context}{began}"
