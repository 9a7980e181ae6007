"""Circles in a directed graph: its strongly connected components (Kosaraju, by Sharir 1981)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

Node = TypeVar("Node", int, str)


def circles(arrows: Mapping[Node, Sequence[Node]]) -> list[list[Node]]:
    """The sets of two or more nodes in which every node leads to every other, in order."""
    back: dict[Node, list[Node]] = defaultdict(list)
    for source, targets in arrows.items():
        for target in targets:
            back[target].append(source)
    seen: set[Node] = set()
    components = [_reached(node, back, seen) for node in reversed(_finished(arrows))]
    return sorted(sorted(it) for it in components if len(it) > 1)


def _finished(arrows: Mapping[Node, Sequence[Node]]) -> list[Node]:
    """All nodes in the order in which a walk in depth leaves them. No recursion: chains are long"""
    order: list[Node] = []
    seen: set[Node] = set()
    for start in arrows:
        if start in seen:
            continue
        seen.add(start)
        path = [(start, iter(arrows[start]))]
        while path:
            node, targets = path[-1]
            for target in targets:
                if target not in seen:
                    seen.add(target)
                    path.append((target, iter(arrows.get(target, ()))))
                    break
            else:
                order.append(node)
                path.pop()
    return order


def _reached(start: Node, arrows: Mapping[Node, Iterable[Node]], seen: set[Node]) -> list[Node]:
    if start in seen:
        return []
    seen.add(start)
    found, waiting = [start], [start]
    while waiting:
        for target in arrows.get(waiting.pop(), ()):
            if target not in seen:
                seen.add(target)
                found.append(target)
                waiting.append(target)
    return found
