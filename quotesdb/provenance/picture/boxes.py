"""How large every node of the picture is, and which lines of text stand in it."""

from dataclasses import dataclass

from quotesdb.provenance.network import Node
from quotesdb.provenance.picture.measuring import fit, width, wrap

SIZE = 13.0
SMALL = 11.0
ROOM = 210.0
LEAST = 70.0
PADDING = 12.0

CROWDED = 18
"""With more nodes than this in one layer, each gets one line."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text in a node, its baseline measured from the node's top."""

    text: str
    size: float
    bold: bool
    baseline: float


@dataclass(frozen=True, slots=True)
class Box:
    """A node's size and text. `full` is all that the text would say, had it the room."""

    width: float
    height: float
    lines: tuple[Line, ...]
    full: str


def box(node: Node, *, crowded: bool) -> Box:
    """Large enough for its text, which is shortened where it would be too long."""
    full = f"{node.label} ({node.detail})" if node.detail else node.label
    if crowded and node.type == "article":
        return _sized([(_one_line(node), SIZE - 1, False)], full, narrow=True)
    bold = node.type == "outlet"
    texts = [(it, SIZE, bold) for it in wrap(node.label, ROOM, SIZE, 3, bold=bold)]
    if node.detail and node.type == "outlet":
        texts += [(it, SMALL, False) for it in wrap(node.detail, ROOM, SMALL, 1 if crowded else 2)]
    elif node.detail:
        texts.insert(0, (fit(node.detail, ROOM, SMALL, bold=True), SMALL, True))
    return _sized(texts, full, narrow=False)


def _one_line(node: Node) -> str:
    named = f"{node.detail}: {node.label}" if node.detail else node.label
    return fit(named, ROOM + 60, SIZE - 1)


def _sized(texts: list[tuple[str, float, bool]], full: str, *, narrow: bool) -> Box:
    edge = 4.0 if narrow else 7.0
    lines, down = [], edge
    for text, size, bold in texts:
        lines.append(Line(text, size, bold, down + size))
        down += size * 1.3
    wide = max(width(text, size, bold=bold) for text, size, bold in texts)
    return Box(max(LEAST, wide + 2 * PADDING), down + edge, tuple(lines), full)
