"""From windows to ratios: medians, and an interval in which the true median lies."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import comb
from statistics import median

from tests.benchmarks.side_by_side.cells import Cell

SURE = 0.95


@dataclass(frozen=True, slots=True)
class Ratio:
    """How many times as long one takes as another: the median of all rounds, and its interval."""

    middle: float
    low: float
    high: float
    rounds: int


def ratio(slow: Iterable[Cell], quick: Iterable[Cell]) -> Ratio | None:
    """How many times as long `slow` takes, by the answers that each gave in a second."""
    return _by_round(slow, quick, lambda cell: 1 / cell.rate if cell.rate else 0)


def costs(slow: Iterable[Cell], quick: Iterable[Cell]) -> Ratio | None:
    """How many times as much of the processor `slow` uses for an answer."""
    return _by_round(slow, quick, lambda cell: cell.cost if cell.rate else 0)


def _by_round(
    slow: Iterable[Cell], quick: Iterable[Cell], amount: Callable[[Cell], float]
) -> Ratio | None:
    """None where there is no round in which both gave an answer."""
    least = {cell.round: amount(cell) for cell in quick if amount(cell) > 0}
    found = [
        amount(cell) / least[cell.round]
        for cell in slow
        if cell.round in least and amount(cell) > 0
    ]
    return Ratio(median(found), *interval(found), len(found)) if found else None


def interval(values: Sequence[float]) -> tuple[float, float]:
    """The order statistics between which the median of the distribution lies, with 95 % or more.

    Nothing is assumed of the distribution: each value is as likely above as below its median, so
    the number of those below is binomial. Fewer than six values cannot be so sure; then it is the
    least and the greatest.
    """
    ordered, size, cut = sorted(values), len(values), 0
    while cut + 1 < (size + 1) // 2 and _coverage(size, cut + 1) >= SURE:
        cut += 1
    return ordered[cut], ordered[size - 1 - cut]


def _coverage(size: int, cut: int) -> float:
    """How surely the median lies inside, `cut` values being left out at each end."""
    return 1 - 2 * sum(comb(size, below) for below in range(cut + 1)) / 2**size


def by_peer(cells: Iterable[Cell]) -> dict[str, list[Cell]]:
    found: dict[str, list[Cell]] = defaultdict(list)
    for cell in cells:
        found[cell.peer].append(cell)
    return dict(found)
