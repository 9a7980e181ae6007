"""The arrows of the picture, and what is said on them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import log2

from quotesdb.provenance.network import Edge, Network
from quotesdb.provenance.picture.arranging import Arrangement, Point
from quotesdb.provenance.picture.colours import LIGHT
from quotesdb.provenance.picture.measuring import fit
from quotesdb.provenance.picture.xml import element, number, text

DASHES = "6 4"
HEAD = 8.0
LABEL = 10.5
LABEL_ROOM = 66.0
LEVEL = LABEL_ROOM + 8


def arrow(parallel: Sequence[Edge], points: Sequence[Point]) -> str:
    """All edges between the same two: dashed if all are inferred, red if on a loop."""
    loop = any(edge.loop for edge in parallel)
    inferred = all(edge.certainty == "inferred" for edge in parallel)
    colours = LIGHT["loop" if loop else "edge"]
    carried = len({it for edge in parallel for it in edge.appearances})
    return element(
        "g",
        element("title", text(_title(parallel, carried))),
        element(
            "path",
            class_="line",
            d=_curve(points),
            fill="none",
            stroke_width=min(4.0, 1.4 + 0.5 * log2(max(carried, 1))),
            stroke_dasharray=DASHES if inferred else "",
        ),
        element("path", d=_head(points), stroke="none"),
        class_="edge loop" if loop else "edge",
        fill=colours.fill,
        stroke=colours.stroke,
    )


def _title(parallel: Sequence[Edge], carried: int) -> str:
    said = dict.fromkeys(f"{_words(edge.relation)} ({edge.certainty})" for edge in parallel)
    times = "1 appearance" if carried == 1 else f"{carried} appearances"
    return f"{', '.join(said)}; {times}"


def _words(relation: str) -> str:
    return relation.replace("_", " ")


def _direction(points: Sequence[Point]) -> float:
    return 1.0 if points[-1][0] >= points[-2][0] else -1.0


def _curve(points: Sequence[Point]) -> str:
    """Level where it leaves, past what is said there, and where it arrives: at the head's back."""
    forth = _direction(points)
    end = points[-1][0] - forth * (HEAD - 1), points[-1][1]
    path = [*points[:-1], end]
    if forth > 0:
        path[1] = max(path[1][0], path[0][0] + LEVEL), path[1][1]
    drawn = f"M{_pair(path[0])}"
    for (x1, y1), (x2, y2) in pairwise(path):
        middle = (x1 + x2) / 2
        bent = f"C{_pair((middle, y1))} {_pair((middle, y2))} {_pair((x2, y2))}"
        drawn += f"H{number(x2)}" if y1 == y2 else bent
    return drawn


def _head(points: Sequence[Point]) -> str:
    x, y = points[-1]
    back = x - _direction(points) * HEAD
    return f"M{_pair((x, y))}L{_pair((back, y - 4))}L{_pair((back, y + 4))}Z"


def _pair(point: Point) -> str:
    return f"{number(point[0])} {number(point[1])}"


def relation_labels(network: Network, arrangement: Arrangement) -> Iterator[str]:
    """What a node did with the words, once, where its arrows leave it."""
    leaving: dict[str, list[Edge]] = defaultdict(list)
    for edge in network.edges:
        if arrangement.routes[edge.source, edge.target][0][0] > arrangement.placed[edge.source].x:
            leaving[edge.source].append(edge)
    for source, edges in leaving.items():
        x, y = arrangement.placed[source].right()
        loop = all(edge.loop for edge in edges)
        for words, line in zip(_relations(edges), (y - 5, y + LABEL + 3), strict=False):
            yield _label(words, (x + 7, line), loop)


def _relations(edges: Iterable[Edge]) -> list[str]:
    """One relation above the arrows, and all further ones below."""
    first, *more = dict.fromkeys(_words(edge.relation) for edge in edges)
    lines = [first, ", ".join(more)] if more else [first]
    return [fit(line, LABEL_ROOM, LABEL) for line in lines]


def _label(words: str, at: Point, loop: bool) -> str:
    """With the paper's colour around the letters, so that lines do not cross them out."""
    colours = LIGHT["loop" if loop else "edge"]
    attributes: dict[str, str | float] = {"x": at[0], "y": at[1], "font_size": LABEL}
    halo = element(
        "text",
        text(words),
        class_="halo",
        stroke=LIGHT["paper"].fill,
        stroke_width=4,
        stroke_linejoin="round",
        aria_hidden="true",
        **attributes,
    )
    plain = element("text", text(words), fill=colours.text, stroke="none", **attributes)
    return halo + element("g", plain, class_="edge loop" if loop else "edge")
