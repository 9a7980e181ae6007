"""What the signs mean: of those that the picture has."""

from collections.abc import Callable, Iterator

from quotesdb.provenance.network import Network
from quotesdb.provenance.picture.arranging import BORDER, Arrangement
from quotesdb.provenance.picture.arrows import DASHES as ARROW_DASHES
from quotesdb.provenance.picture.colours import LIGHT
from quotesdb.provenance.picture.measuring import width
from quotesdb.provenance.picture.nodes import DASHES, shape
from quotesdb.provenance.picture.xml import element, number, text

SIZE = 10.5
SIGN = 26.0
ROW = 20.0
GAP = 18.0
LEAST = 420.0
"""A picture of a single article is still wide enough for a legend in two or three rows."""

Sign = Callable[[float, float], str]


def legend(network: Network, arrangement: Arrangement) -> tuple[list[str], float, float]:
    """The legend below the picture, and the width and height of both together."""
    wide = max(arrangement.width, LEAST)
    x, y = BORDER, arrangement.height + 4
    drawn = []
    for words, sign in _signs(network):
        needed = SIGN + 6 + width(words, SIZE)
        if x > BORDER and x + needed > wide - BORDER:
            x, y = BORDER, y + ROW
        drawn += [sign(x, y), _words(words, x + SIGN + 6, y)]
        x += needed + GAP
    return drawn, wide, y + BORDER


def _signs(network: Network) -> Iterator[tuple[str, Sign]]:
    kinds = {node.type for node in network.nodes}
    if "speaker" in kinds:
        yield "speaker", _box("speaker")
    if any(node.kind == "anonymous" for node in network.nodes):
        yield "anonymous source", _box("speaker", dashes=DASHES)
    if "outlet" in kinds:
        yield "outlet", _box("outlet")
    if "article" in kinds:
        yield "article", _box("article")
    if any(node.origin for node in network.nodes):
        yield "origin: where the words were published first", _frame
    if any(edge.certainty == "inferred" for edge in network.edges):
        yield "inferred, not stated", _line("edge", ARROW_DASHES)
    if any(edge.loop for edge in network.edges):
        yield "loop", _line("loop")


def _words(words: str, x: float, y: float) -> str:
    colour = LIGHT["edge"].text
    drawn = element("text", text(words), x=x, y=y + 4, font_size=SIZE, fill=colour, stroke="none")
    return element("g", drawn, class_="edge")


def _box(kind: str, dashes: str = "") -> Sign:
    colours = LIGHT[kind]
    return lambda x, y: element(
        "g",
        shape(kind, x, y - 7, SIGN, 14),
        class_=kind,
        fill=colours.fill,
        stroke=colours.stroke,
        stroke_dasharray=dashes,
    )


def _frame(x: float, y: float) -> str:
    return element(
        "rect",
        class_="frame origin",
        x=x + 1,
        y=y - 6,
        width=SIGN - 2,
        height=12,
        rx=3,
        fill="none",
        stroke=LIGHT["origin"].stroke,
        stroke_width=3,
    )


def _line(kind: str, dashes: str = "") -> Sign:
    return lambda x, y: element(
        "g",
        element(
            "path",
            class_="line",
            d=f"M{number(x)} {number(y)}h{number(SIGN)}",
            fill="none",
            stroke_width=2,
            stroke_dasharray=dashes,
        ),
        class_="edge loop" if kind == "loop" else "edge",
        stroke=LIGHT[kind].stroke,
    )
