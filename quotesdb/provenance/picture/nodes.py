"""The nodes of the picture."""

from quotesdb.provenance.network import Node
from quotesdb.provenance.picture.arranging import Placed
from quotesdb.provenance.picture.boxes import Line
from quotesdb.provenance.picture.colours import LIGHT
from quotesdb.provenance.picture.measuring import width
from quotesdb.provenance.picture.xml import element, number, text

DASHES = "5 3"
FOLD = 9.0
"""The turned-down corner of an article."""

FLAG = "ORIGIN"
FLAG_HEIGHT = 15.0


def drawn_node(node: Node, placed: Placed) -> str:
    """A speaker is a pill, an outlet a box, an article a sheet."""
    colours = LIGHT[node.type]
    anonymous = node.kind == "anonymous"
    return element(
        "g",
        element("title", text(_title(node, placed))),
        *([_flag(placed)] if node.origin else []),
        shape(node.type, placed.x, placed.y, placed.box.width, placed.box.height),
        *([_frame(node.type, placed)] if node.origin else []),
        *(_line(line, placed, colours.text, anonymous) for line in placed.box.lines),
        class_=node.type,
        fill=colours.fill,
        stroke=colours.stroke,
        stroke_width=1.4,
        stroke_dasharray=DASHES if anonymous else "",
    )


def _title(node: Node, placed: Placed) -> str:
    kind = f"{node.kind} speaker" if node.type == "speaker" else node.type
    marks = [mark for mark, holds in (("origin", node.origin), ("in a loop", node.loop)) if holds]
    return f"{placed.box.full}: {', '.join([kind, *marks])}"


def shape(kind: str, x: float, y: float, width: float, height: float) -> str:
    if kind == "article":
        return element("path", d=_sheet(x, y, width, height))
    round_by = min(height / 2, 18.0) if kind == "speaker" else 3.0
    return element("rect", x=x, y=y, width=width, height=height, rx=round_by)


def _sheet(x: float, y: float, width: float, height: float) -> str:
    right, bottom = number(x + width), number(y + height)
    corner, under = number(x + width - FOLD), number(y + FOLD)
    left, top = number(x), number(y)
    outline = f"M{left} {top}H{corner}L{right} {under}V{bottom}H{left}Z"
    return f"{outline}M{corner} {top}V{under}H{right}"


def _frame(kind: str, placed: Placed) -> str:
    """The second, thicker outline of an origin."""
    outside = 3.0
    size = placed.box.width + 2 * outside, placed.box.height + 2 * outside
    radius = min(size[1] / 2, 20.0) if kind == "speaker" else 5.0
    return element(
        "rect",
        class_="frame origin",
        x=placed.x - outside,
        y=placed.y - outside,
        width=size[0],
        height=size[1],
        rx=radius,
        fill="none",
        stroke=LIGHT["origin"].stroke,
        stroke_width=3,
        stroke_dasharray="none",
    )


def _flag(placed: Placed) -> str:
    wide = width(FLAG, 9, bold=True) + 12
    x, y = placed.x - 4.5, placed.y - FLAG_HEIGHT - 2
    return element(
        "g",
        element("rect", x=x, y=y, width=wide, height=FLAG_HEIGHT, rx=2, stroke="none"),
        element(
            "text",
            FLAG,
            x=x + 6,
            y=y + 11,
            font_size=9,
            font_weight="bold",
            fill=LIGHT["origin"].text,
            stroke="none",
        ),
        class_="origin",
        fill=LIGHT["origin"].fill,
        stroke="none",
    )


def _line(line: Line, placed: Placed, colour: str, anonymous: bool) -> str:
    return element(
        "text",
        text(line.text),
        x=placed.x + placed.box.width / 2,
        y=placed.y + line.baseline,
        text_anchor="middle",
        font_size=line.size,
        font_weight="bold" if line.bold else "",
        font_style="italic" if anonymous else "",
        fill=colour,
        stroke="none",
    )
