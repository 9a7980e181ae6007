"""Where words that somebody proposes stand in an article's text, found by the words themselves.

Words are told as in the W3C Web Annotation model: exactly, with what stands before and after where
that is needed to tell one place from another, or with the place where they begin.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

NOT_THERE = "These words do not stand in the article’s text{there}."
HERE = " at {start}"
AFTER = " behind the segment before"
SEVERAL = (
    "These words stand in the article’s text {times} times: say which are meant by what stands "
    "before and after (prefix, suffix), or where they begin (start)."
)


@dataclass(frozen=True, slots=True)
class Told:
    """A run of words as somebody tells it."""

    exact: str
    prefix: str = ""
    suffix: str = ""
    start: int | None = None


class NoPlace(Exception):
    """A run of words that has no place in the text, or several: which run, and a sentence."""

    def __init__(self, position: int, sentence: str) -> None:
        self.position, self.sentence = position, sentence
        super().__init__(sentence)


def placed(body: str, runs: Sequence[Told]) -> list[list[int]]:
    """Start and end of each run, in order and without overlap.

    The first must be told from other places of the same words; the next is the nearest behind it.
    Raises NoPlace.
    """
    places: list[list[int]] = []
    for position, run in enumerate(runs):
        start = _start(body, run, position, places[-1][1] if places else 0)
        places.append([start, start + len(run.exact)])
    return places


def _start(body: str, run: Told, position: int, after: int) -> int:
    if run.start is not None:
        if run.start >= after and _stands_at(body, run, run.start):
            return run.start
        raise NoPlace(position, NOT_THERE.format(there=HERE.format(start=run.start)))
    found = list(_starts(body, run, after))
    if not found:
        raise NoPlace(position, NOT_THERE.format(there=AFTER if position else ""))
    if position == 0 and len(found) > 1:
        raise NoPlace(position, SEVERAL.format(times=len(found)))
    return found[0]


def _starts(body: str, run: Told, after: int) -> Iterator[int]:
    start = body.find(run.exact, after)
    while start >= 0:
        if _stands_at(body, run, start):
            yield start
        start = body.find(run.exact, start + 1)


def _stands_at(body: str, run: Told, start: int) -> bool:
    end = start + len(run.exact)
    return (
        body.startswith(run.exact, start)
        and body[:start].endswith(run.prefix)
        and body.startswith(run.suffix, end)
    )
