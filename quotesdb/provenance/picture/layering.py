"""Layers for a directed graph (Sugiyama, Tagawa and Toda 1981): the first steps of drawing it.

Arrows that close a round are turned; every node gets a layer after all that lead to it; arrows over
several layers get a waypoint in each one between.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field

Arrow = tuple[str, str]


@dataclass(slots=True)
class Layered:
    """The layers from left to right, and for every arrow the spots that it runs through.

    A spot is a node or a waypoint. Routes go from left to right, those of turned arrows too.
    """

    layers: list[list[str]]
    routes: dict[Arrow, list[str]] = field(default_factory=dict)
    turned: Set[Arrow] = frozenset()

    def neighbours(self) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
        """For every spot those before it, and those after it."""
        before: dict[str, list[str]] = defaultdict(list)
        after: dict[str, list[str]] = defaultdict(list)
        for route in self.routes.values():
            for one, other in zip(route, route[1:], strict=False):
                before[other].append(one)
                after[one].append(other)
        return before, after


def layered(nodes: Sequence[str], arrows: Sequence[Arrow]) -> Layered:
    """Every node in a layer, every arrow with a route."""
    turned = closing_a_round(nodes, arrows)
    forward = {arrow: arrow[::-1] if arrow in turned else arrow for arrow in arrows}
    ranks = _ranks(nodes, set(forward.values()))
    drawing = Layered([[] for _ in range(max(ranks.values(), default=-1) + 1)], turned=turned)
    for node in nodes:
        drawing.layers[ranks[node]].append(node)
    for arrow, (source, target) in forward.items():
        drawing.routes[arrow] = [source, *_waypoints(drawing, arrow, ranks, source, target), target]
    return drawing


def _waypoints(
    drawing: Layered, arrow: Arrow, ranks: Mapping[str, int], source: str, target: str
) -> Iterable[str]:
    for rank in range(ranks[source] + 1, ranks[target]):
        waypoint = f"{arrow[0]}\n{arrow[1]}\n{rank}"
        drawing.layers[rank].append(waypoint)
        yield waypoint


def closing_a_round(nodes: Sequence[str], arrows: Sequence[Arrow]) -> set[Arrow]:
    """The arrows that a walk in depth, from the beginnings on, finds to lead back."""
    after = _after(arrows)
    led_to = {target for _, target in arrows}
    starts = sorted(nodes, key=lambda node: node in led_to)
    found: set[Arrow] = set()
    done: set[str] = set()
    for start in starts:
        path: dict[str, None] = {}
        waiting = [(start, False)]
        while waiting:
            node, leaving = waiting.pop()
            if leaving:
                del path[node]
                done.add(node)
            elif node not in done and node not in path:
                path[node] = None
                waiting.append((node, True))
                found.update((node, target) for target in after[node] if target in path)
                waiting.extend((target, False) for target in reversed(after[node]))
    return found


def _after(arrows: Iterable[Arrow]) -> dict[str, list[str]]:
    after: dict[str, list[str]] = defaultdict(list)
    for source, target in arrows:
        after[source].append(target)
    return after


def _ranks(nodes: Sequence[str], arrows: Set[Arrow]) -> dict[str, int]:
    """The longest way to every node; beginnings stand right before what they lead to."""
    after = _after(sorted(arrows))
    pending = dict.fromkeys(nodes, 0)
    for _, target in arrows:
        pending[target] += 1
    beginnings = [node for node in nodes if not pending[node]]
    ranks = dict.fromkeys(nodes, 0)
    waiting = list(beginnings)
    while waiting:
        node = waiting.pop()
        for target in after[node]:
            ranks[target] = max(ranks[target], ranks[node] + 1)
            pending[target] -= 1
            if not pending[target]:
                waiting.append(target)
    ranks.update((it, min(ranks[to] for to in after[it]) - 1) for it in beginnings if after[it])
    return ranks
