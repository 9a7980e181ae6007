"""How high every spot stands: near its neighbours, and never on top of another.

For one layer this is isotonic regression: of all heights that keep the order and the distances,
those nearest to what is wished (pool adjacent violators, Ayer et al. 1955).
"""

from collections.abc import Callable, Mapping, Sequence

from quotesdb.provenance.picture.layering import Layered

ROUNDS = 6

Distance = Callable[[str, str], float]
"""How far apart the middles of two spots must be, one under the other."""


def heights(drawing: Layered, distance: Distance) -> dict[str, float]:
    """The middle of every spot; the topmost at no particular height."""
    before, after = drawing.neighbours()
    found: dict[str, float] = {}
    for layer in drawing.layers:
        found.update(zip(layer, _packed(layer, distance), strict=True))
    for turn in range(ROUNDS):
        there = turn % 2 == 0
        neighbours = before if there else after
        for layer in drawing.layers if there else drawing.layers[::-1]:
            wishes = [_wish(spot, neighbours, found) for spot in layer]
            found.update(zip(layer, settled(layer, wishes, distance), strict=True))
    return found


def _packed(layer: Sequence[str], distance: Distance) -> list[float]:
    """As close as may be, around zero."""
    steps = _steps(layer, distance)
    middle = (steps[0] + steps[-1]) / 2 if steps else 0
    return [step - middle for step in steps]


def _steps(layer: Sequence[str], distance: Distance) -> list[float]:
    steps = [0.0] if layer else []
    for one, other in zip(layer, layer[1:], strict=False):
        steps.append(steps[-1] + distance(one, other))
    return steps


def _wish(spot: str, neighbours: Mapping[str, Sequence[str]], found: Mapping[str, float]) -> float:
    near = neighbours.get(spot)
    return sum(found[it] for it in near) / len(near) if near else found[spot]


def settled(layer: Sequence[str], wishes: Sequence[float], distance: Distance) -> list[float]:
    """The heights nearest to the wishes that keep the order and the distances."""
    steps = _steps(layer, distance)
    pools: list[tuple[float, int]] = []
    for wish, step in zip(wishes, steps, strict=True):
        pools.append((wish - step, 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (later, n), (earlier, m) = pools.pop(), pools.pop()
            pools.append(((later * n + earlier * m) / (n + m), n + m))
    level = [height for height, size in pools for _ in range(size)]
    return [height + step for height, step in zip(level, steps, strict=True)]
