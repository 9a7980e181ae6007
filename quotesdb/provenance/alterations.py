"""What a wording puts in the place of the reference's words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from os.path import commonprefix

from quotesdb.provenance.wordings import as_heard

RESEMBLING = 0.6
"""A wording less like the reference than this was not copied from it but put anew."""


@dataclass(frozen=True, slots=True)
class Alteration:
    """Words put in, and those of the reference that they stand for (none: added)."""

    instead_of: tuple[str, ...]
    words: tuple[str, ...]


def alterations(reference: Sequence[str], wording: Sequence[str]) -> tuple[list[Alteration], bool]:
    """The alterations in order, and whether the wording as a whole resembles the reference.

    Words left out are no alteration: whoever quotes in part leaves words out.
    """
    start, end = _same_ends(reference, wording)
    middle = reference[start : len(reference) - end], wording[start : len(wording) - end]
    matcher = SequenceMatcher(None, *middle, autojunk=False)
    same = start + end + sum(block.size for block in matcher.get_matching_blocks())
    found = _altered(matcher, *middle, open_start=not start, open_end=not end)
    return list(found), same >= RESEMBLING * len(wording)


def _altered(
    matcher: "SequenceMatcher[str]",
    reference: Sequence[str],
    wording: Sequence[str],
    *,
    open_start: bool,
    open_end: bool,
) -> Iterator[Alteration]:
    """At an open end an excerpt stops, and what the reference has beyond is only left out."""
    for what, i1, i2, j1, j2 in matcher.get_opcodes():
        before, after = tuple(reference[i1:i2]), tuple(wording[j1:j2])
        if open_end and j2 == len(wording):
            before = before[: len(after)]
        elif open_start and j1 == 0:
            before = before[max(0, len(before) - len(after)) :]
        if what in ("replace", "insert") and as_heard(before) != as_heard(after):
            yield Alteration(before, after)


def _same_ends(one: Sequence[str], other: Sequence[str]) -> tuple[int, int]:
    """How many words are the same at the start and, of the rest, at the end."""
    start = len(commonprefix([list(one), list(other)]))
    rest = [list(reversed(it[start:])) for it in (one, other)]
    return start, len(commonprefix(rest))
