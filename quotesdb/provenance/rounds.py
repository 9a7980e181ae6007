"""Ways out of rounds: where the first choices lead round and round, and others would not.

Which of several equals is chosen may be arbitrary as long as every choice leads somewhere. Where it
leads round, it decides on how many origins there are; so from a round that has a way out, that is
taken, and all that hang together in rounds without one are one.
"""

from collections import defaultdict, deque
from collections.abc import Callable, Iterator, Sequence
from itertools import dropwhile
from typing import Generic, TypeVar

from quotesdb.provenance.circles import circles

Node = TypeVar("Node")


class Rounds(Generic[Node]):
    """Chooses for each node, and looks for rounds only where it is asked."""

    def __init__(self, choices: Callable[[Node], Sequence[Node]]):
        self._choices = choices
        self._others: dict[Node, Node] = {}
        self._walked: set[Node] = set()

    def chosen(self, node: Node) -> Node:
        """Of a node that has choices, the first, or the one that leads out of a round."""
        if node not in self._walked:
            self._walk(node)
        return self._others[node] if node in self._others else self._choices(node)[0]

    def _walk(self, here: Node) -> None:
        path: set[Node] = set()
        while here not in self._walked and here not in path:
            path.add(here)
            if not (further := self._choices(here)):
                break
            here = further[0]
        if here in path and self._choices(here):
            self._undo(here)
        self._walked |= path

    def _undo(self, start: Node) -> None:
        """Whatever was walked before leads elsewhere. So nothing is looked at twice."""
        nodes, numbers = [start], {start: 0}
        arrows: dict[int, list[int]] = {}
        for number, node in enumerate(nodes):
            further = [it for it in self._choices(node) if it not in self._walked]
            for to in further:
                if to not in numbers:
                    numbers[to] = len(nodes)
                    nodes.append(to)
            arrows[number] = [numbers[to] for to in further]
        for members in circles(arrows):
            self._others.update(_undone([nodes[it] for it in members], self._choices))
        self._walked.update(nodes)


def _undone(
    members: Sequence[Node], choices: Callable[[Node], Sequence[Node]]
) -> Iterator[tuple[Node, Node]]:
    """Whoever goes round takes the nearest other way to a goal; all others keep their first."""
    back: dict[Node, list[Node]] = defaultdict(list)
    for node in members:
        for to in choices(node):
            back[to].append(node)
    waiting = deque(_goals(members, choices))
    settled = set()
    while waiting:
        node, to = waiting.popleft()
        if node in settled:
            continue
        settled.add(node)
        if to != choices(node)[0]:
            yield node, to
        for before in back[node]:
            add = waiting.appendleft if choices(before)[0] == node else waiting.append
            add((before, node))


def _goals(
    members: Sequence[Node], choices: Callable[[Node], Sequence[Node]]
) -> list[tuple[Node, Node]]:
    """Whoever may leave, and where to: those by first choice first. If nobody may, one round."""
    inside = set(members)
    leaving = [
        (node, out[0])
        for node in members
        if (out := [it for it in choices(node) if it not in inside])
    ]
    if leaving:
        return sorted(leaving, key=lambda it: it[1] != choices(it[0])[0])
    return _one_round(members[0], choices)


def _one_round(start: Node, choices: Callable[[Node], Sequence[Node]]) -> list[tuple[Node, Node]]:
    path: dict[Node, Node] = {}
    while start not in path:
        path[start] = choices(start)[0]
        start = path[start]
    return list(dropwhile(lambda it: it[0] != start, path.items()))
