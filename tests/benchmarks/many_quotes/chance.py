"""Chance that can be repeated: each record draws from a source of its own."""

from bisect import bisect
from collections.abc import Callable, Sequence
from itertools import accumulate
from random import Random

SEED = 20_261_125


def source(kind: int, number: int, seed: int = SEED) -> Random:
    """The chance of one record, whichever others are made."""
    return Random(seed << 72 | kind << 64 | number)


class Zipf:
    """The places from 0 to `size` - 1, the first ones often: Zipf's law as Mandelbrot mended it.

    The weight of a place is 1 / (place + 2.7) ** steepness.
    """

    def __init__(self, size: int, steepness: float):
        weights = [(place + 2.7) ** -steepness for place in range(size)]
        total = sum(weights)
        self._sums = list(accumulate(weight / total for weight in weights))
        self._last = size - 1

    def draw(self, chance: Callable[[], float]) -> int:
        return min(bisect(self._sums, chance()), self._last)

    def draw_many(self, chance: Callable[[], float], times: int) -> list[int]:
        sums, last = self._sums, self._last
        return [min(bisect(sums, chance()), last) for _ in range(times)]


class Shares:
    """One of some values, each with its share of the whole."""

    def __init__(self, shares: dict):
        self._values: Sequence = list(shares)
        self._zipped = list(accumulate(shares.values()))
        if abs(self._zipped[-1] - 1) > 1e-9:
            raise ValueError(f"The shares make {self._zipped[-1]}, and not one.")

    def draw(self, chance: Callable[[], float]):
        return self._values[min(bisect(self._zipped, chance()), len(self._values) - 1)]
