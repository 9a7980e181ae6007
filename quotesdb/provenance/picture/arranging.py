"""Where everything in the picture stands: boxes in columns, arrows as routes between them."""

from collections.abc import Sequence
from dataclasses import dataclass

from quotesdb.provenance.network import Network
from quotesdb.provenance.picture.boxes import CROWDED, Box, box
from quotesdb.provenance.picture.layering import Layered, layered
from quotesdb.provenance.picture.ordering import order
from quotesdb.provenance.picture.placing import heights

Point = tuple[float, float]

LABEL_GAP = 76.0
"""The room between columns for what is said where arrows leave."""

BEND = 44.0
STEEPEST = 9.0
"""Arrows that rise or fall by many times their length cannot be followed by eye."""

FRAME = 4.5

PAST = 6.0
"""Arrows bend only past the other boxes of the column that they leave."""
ROW_GAP = 22.0
NARROW_GAP = 9.0
WAYPOINT = 8.0
BORDER = 24.0
TURNED = 7.0
"""How far an arrow that leads back is kept from the one that leads there."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A box with its upper left corner; an origin has a frame around it."""

    box: Box
    x: float
    y: float
    frame: float = 0

    def left(self, shift: float = 0) -> Point:
        return self.x - self.frame, self.y + self.box.height / 2 + shift

    def right(self, shift: float = 0) -> Point:
        return self.x + self.box.width + self.frame, self.y + self.box.height / 2 + shift


@dataclass(frozen=True, slots=True)
class Arrangement:
    """All boxes by node, for every edge the points that it runs through, and the whole size."""

    placed: dict[str, Placed]
    routes: dict[tuple[str, str], list[Point]]
    width: float
    height: float


def arranged(network: Network) -> Arrangement:
    """The layout from left to right: who said it, through whose hands, where it is printed."""
    arrows = list(dict.fromkeys((edge.source, edge.target) for edge in network.edges))
    drawing = layered([node.id for node in network.nodes], arrows)
    order(drawing)
    return _Arranging(network, drawing).arrangement()


class _Arranging:
    def __init__(self, network: Network, drawing: Layered):
        self.drawing = drawing
        ids = {node.id for node in network.nodes}
        self.crowded = any(sum(spot in ids for spot in layer) > CROWDED for layer in drawing.layers)
        self.boxes = {node.id: box(node, crowded=self.crowded) for node in network.nodes}
        self.flagged = {node.id for node in network.nodes if node.origin}
        self.middles = heights(drawing, self._distance)

    def _extent(self, spot: str) -> float:
        return self.boxes[spot].height if spot in self.boxes else WAYPOINT

    def _distance(self, one: str, other: str) -> float:
        gap = NARROW_GAP if self.crowded else ROW_GAP
        flag = 17.0 if other in self.flagged else 0.0
        return (self._extent(one) + self._extent(other)) / 2 + gap + flag

    def arrangement(self) -> Arrangement:
        columns, width = self._columns()
        top = min((self.middles[it] - self._extent(it) / 2 for it in self.middles), default=0)
        down = BORDER + 12 - top
        placed = {
            node: Placed(
                shape,
                columns[node][0],
                self.middles[node] - shape.height / 2 + down,
                FRAME if node in self.flagged else 0,
            )
            for node, shape in self.boxes.items()
        }
        bottom = max((it.y + it.box.height for it in placed.values()), default=0)
        low = max((self.middles[it] + down for it in self.middles), default=0)
        routes = {
            arrow: self._points(arrow, route, placed, columns, down)
            for arrow, route in self.drawing.routes.items()
        }
        return Arrangement(placed, routes, width + BORDER, max(bottom, low) + BORDER)

    def _columns(self) -> tuple[dict[str, tuple[float, float]], float]:
        """For every spot its left edge and the width of its column; and where the last one ends."""
        columns: dict[str, tuple[float, float]] = {}
        _, after = self.drawing.neighbours()
        x = end = BORDER
        for layer in self.drawing.layers:
            wide = max((self.boxes[it].width for it in layer if it in self.boxes), default=0.0)
            columns.update((spot, (x, wide)) for spot in layer)
            end = x + wide
            rise = max((self._rise(one, it) for one in layer for it in after[one]), default=0.0)
            x = end + LABEL_GAP + max(BEND, min(rise / STEEPEST, 3 * BEND))
        return columns, end

    def _rise(self, one: str, other: str) -> float:
        return abs(self.middles[one] - self.middles[other])

    def _points(
        self,
        arrow: tuple[str, str],
        route: Sequence[str],
        placed: dict[str, Placed],
        columns: dict[str, tuple[float, float]],
        down: float,
    ) -> list[Point]:
        """From the right of one box, past its column, along those between, to the next box."""
        turned = arrow in self.drawing.turned
        shift = TURNED if turned else 0.0
        start = placed[route[0]].right(shift)
        points = [start, (sum(columns[route[0]]) + PAST, start[1])]
        for spot in route[1:-1]:
            x, wide = columns[spot]
            y = self.middles[spot] + down
            points += [(x, y), (x + wide, y)]
        points.append(placed[route[-1]].left(shift))
        return points[::-1] if turned else points
