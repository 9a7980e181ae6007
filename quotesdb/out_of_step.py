"""Rows that follow from others: those that are kept, beside those that ought to be."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

Row = tuple[Any, ...]


class OutOfStep:
    """What differs of these quotes, by quote: `wrong` is kept, `missing` ought to be.

    `held` has the rows that are kept, each with its id; `right` those that ought to be.
    """

    def __init__(
        self,
        quotes: Iterable[int],
        held: Mapping[int, Mapping[Row, int]],
        right: Mapping[int, set[Row]],
    ):
        self.wrong: dict[int, set[Row]] = {}
        self.missing: dict[int, set[Row]] = {}
        for quote in quotes:
            self.wrong[quote] = held[quote].keys() - right[quote]
            self.missing[quote] = right[quote] - held[quote].keys()
        self._held = held

    def gone(self) -> Iterator[int]:
        """The ids of the wrong ones."""
        return (self._held[quote][row] for quote, rows in self.wrong.items() for row in rows)

    def new(self) -> Iterator[tuple[int, Row]]:
        """The missing ones, each with its quote."""
        return ((quote, row) for quote, rows in self.missing.items() for row in rows)

    def told(self, sentence: str) -> dict[int, str]:
        """By quote of which anything differs, the sentence with how many `wrong` and `missing`."""
        return {
            quote: sentence.format(wrong=len(wrong), missing=len(self.missing[quote]))
            for quote, wrong in self.wrong.items()
            if wrong or self.missing[quote]
        }
