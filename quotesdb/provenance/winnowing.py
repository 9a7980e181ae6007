"""Fingerprints of texts (Schleimer, Wilkerson and Aiken: Winnowing, SIGMOD 2003).

Every run of `GRAM` words has a number; of every `WINDOW` numbers in a row the smallest is kept.
So any run of `GRAM + WINDOW - 1` words that two texts share leaves the same print in both.
"""

import re
from collections import deque
from collections.abc import Iterator, Set
from hashlib import blake2b

GRAM = 5
WINDOW = 4

WORD = re.compile(r"\w+")
QUOTED = re.compile(r"“[^”\n]*[”\"]|\"[^\"“”\n]*[\"”]|«[^»\n]*»|„[^“”\n]*[“”]")

LONGEST_SAMPLE = 200
"""In characters."""


def fingerprint(text: str) -> dict[int, tuple[int, int]]:
    """The prints of a report: what it quotes in marks is left out, for others may quote it too.

    Spans count characters of the text as it was given.
    """
    report = QUOTED.sub(lambda found: "\n" * len(found[0]), text)
    words = [(found[0].casefold(), *found.span()) for found in WORD.finditer(report)]
    numbers = [_number(words[at : at + GRAM]) for at in range(len(words) - GRAM + 1)]
    return {numbers[at]: (words[at][1], words[at + GRAM - 1][2]) for at in _kept(numbers)}


def sample(text: str, prints: Set[int]) -> str:
    """The longest run of the text that these of its prints cover without a gap."""
    spans = fingerprint(text)
    runs: list[tuple[int, int]] = []
    for start, end in sorted(spans[number] for number in prints & spans.keys()):
        if runs and start <= runs[-1][1]:
            runs[-1] = runs[-1][0], max(end, runs[-1][1])
        else:
            runs.append((start, end))
    start, end = max(runs, key=lambda it: (it[1] - it[0], -it[0]), default=(0, 0))
    return " ".join(text[start : min(end, start + LONGEST_SAMPLE)].split())


def _number(words: list[tuple[str, int, int]]) -> int:
    """Seven bytes, to fit the integers of any database, and the same in every process."""
    spelled = " ".join(word for word, _, _ in words).encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(spelled, digest_size=7).digest())


def _kept(numbers: list[int]) -> Iterator[int]:
    """The places of each window's smallest number, the last of equals, in one pass."""
    rising: deque[int] = deque()
    last = -1
    for at, number in enumerate(numbers):
        while rising and numbers[rising[-1]] >= number:
            rising.pop()
        rising.append(at)
        if rising[0] <= at - WINDOW:
            rising.popleft()
        if at >= min(WINDOW, len(numbers)) - 1 and rising[0] != last:
            last = rising[0]
            yield last
