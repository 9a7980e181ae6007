"""The values of a seed file together with the lines that they stand on."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from seeds.mistakes import printable
from seeds.scalars import Value

Steps = tuple[str | int, ...]
"""The way from a value to one inside it: `("chain", 0, "speaker")`."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A line of a file."""

    file: Path
    line: int

    def __str__(self) -> str:
        return f"{printable(self.file)}:{self.line}"


@dataclass(slots=True)
class Scalar:
    """A single value. What could not be read has its own mistake and is asked nothing more."""

    line: int
    value: Value
    readable: bool = True


@dataclass(slots=True)
class Items:
    """A list."""

    line: int
    nodes: "list[Node]" = field(default_factory=list)


@dataclass(slots=True)
class Fields:
    """A mapping, with the line of every key."""

    line: int
    nodes: "dict[str, Node]" = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)


Node = Scalar | Items | Fields


def plain(node: Node) -> Any:
    """The value without its lines. Recursion is safe: the reader limits the depth."""
    match node:
        case Scalar():
            return node.value
        case Items():
            return [plain(item) for item in node.nodes]
        case Fields():
            return {key: plain(value) for key, value in node.nodes.items()}


def line_of(node: Node, steps: Steps) -> int:
    """Where the value at the end of `steps` stands, or the last that is there on the way.

    A field stands where its name stands, an item where it begins.
    """
    line = node.line
    for line, _ in _walk(node, steps):  # noqa: B007
        pass
    return line


def node_at(node: Node, steps: Steps) -> Node | None:
    """The node at the end of `steps`, if there is one."""
    walked = list(_walk(node, steps))
    if len(walked) < len(steps):
        return None
    return walked[-1][1] if walked else node


def _walk(node: Node, steps: Steps) -> Iterator[tuple[int, Node]]:
    for step in steps:
        match node, step:
            case Fields(), str() if step in node.nodes:
                line, node = node.lines[step], node.nodes[step]
            case Items(), int() if 0 <= step < len(node.nodes):
                node = node.nodes[step]
                line = node.line
            case _:
                return
        yield line, node
