"""The order within layers, by barycentre, so that few arrows cross (Sugiyama et al. 1981)."""

from bisect import bisect, insort
from collections.abc import Mapping, Sequence

from quotesdb.provenance.picture.layering import Layered

SWEEPS = 8


def order(drawing: Layered) -> None:
    """Sort every layer by where its neighbours are, there and back; the best order found stays."""
    before, after = drawing.neighbours()
    best, fewest = _copy(drawing), crossings(drawing, before)
    for sweep in range(SWEEPS):
        if not fewest:
            break
        there = sweep % 2 == 0
        _sweep(drawing.layers if there else drawing.layers[::-1], before if there else after)
        if (now := crossings(drawing, before)) < fewest:
            best, fewest = _copy(drawing), now
    drawing.layers[:] = best


def _copy(drawing: Layered) -> list[list[str]]:
    return [layer.copy() for layer in drawing.layers]


def _sweep(layers: Sequence[list[str]], neighbours: Mapping[str, Sequence[str]]) -> None:
    for settled, layer in zip(layers, layers[1:], strict=False):
        at = {spot: place for place, spot in enumerate(settled)}
        own = {spot: place for place, spot in enumerate(layer)}
        centre = {
            spot: _mean([at[it] for it in neighbours.get(spot, ()) if it in at], own[spot])
            for spot in layer
        }
        layer.sort(key=centre.__getitem__)


def _mean(places: Sequence[int], otherwise: float) -> float:
    return sum(places) / len(places) if places else otherwise


def crossings(drawing: Layered, before: Mapping[str, Sequence[str]]) -> int:
    """How many pairs of arrows between neighbouring layers cross."""
    found = 0
    for settled, layer in zip(drawing.layers, drawing.layers[1:], strict=False):
        at = {spot: place for place, spot in enumerate(settled)}
        passed: list[int] = []
        for spot in layer:
            starts = sorted(at[it] for it in before.get(spot, ()) if it in at)
            found += sum(len(passed) - bisect(passed, start) for start in starts)
            for start in starts:
                insort(passed, start)
    return found
