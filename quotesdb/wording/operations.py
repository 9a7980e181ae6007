"""How one wording becomes the other, step by step."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from .pairing import Pairing
from .tokens import Token, TokenKind


class Op(StrEnum):
    """What became of words on the way from one wording to the other."""

    KEPT = "kept"
    DROPPED = "dropped"
    ADDED = "added"
    REPLACED = "replaced"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Operation:
    """One step. All `from_tokens` in order are the first wording, all `to_tokens` the second.

    What was moved is named twice: where it was (no `to_tokens`) and where it is (no
    `from_tokens`). `marked` says that a reporter's own mark owns up to the difference: an ellipsis
    or the end of a segment where words are missing, brackets where words were put in.
    """

    op: Op
    from_tokens: tuple[Token, ...]
    to_tokens: tuple[Token, ...]
    from_text: str
    to_text: str
    marked: bool = False

    @property
    def turned(self) -> "Operation":
        """The same step on the way back."""
        back = {Op.DROPPED: Op.ADDED, Op.ADDED: Op.DROPPED}.get(self.op, self.op)
        return Operation(
            back, self.to_tokens, self.from_tokens, self.to_text, self.from_text, self.marked
        )


@dataclass(frozen=True, slots=True)
class Sides:
    """Two wordings, their tokens, and what belongs together."""

    text: str
    other_text: str
    tokens: Sequence[Token]
    other_tokens: Sequence[Token]
    pairing: Pairing

    def operation(
        self, op: Op, one: Sequence[Token], other: Sequence[Token], marked: bool = False
    ) -> Operation:
        one = tuple(token for token in one if token.kind is not TokenKind.BREAK)
        other = tuple(token for token in other if token.kind is not TokenKind.BREAK)
        return Operation(
            op, one, other, printed(one, self.text), printed(other, self.other_text), marked
        )


def printed(tokens: Sequence[Token], text: str) -> str:
    return text[tokens[0].start : tokens[-1].end] if tokens else ""


Stretch = tuple[int, int, int, int, Op]


def operations(sides: Sides) -> list[Operation]:
    moved = {here for here, _ in sides.pairing.moved}
    moved_here = {there for _, there in sides.pairing.moved}
    steps: list[Operation] = []
    start, other_start = 0, 0
    for first, last, there, other_last, op in [*shared(sides.pairing), end_of(sides)]:
        one = list(runs(sides.tokens, start, first, moved))
        other = list(runs(sides.other_tokens, other_start, there, moved_here))
        steps.extend(between(sides, one, other))
        start, other_start = last + 1, other_last + 1
        if first < start:
            one_side, other_side = sides.tokens[first:start], sides.other_tokens[there:other_start]
            steps.append(sides.operation(op, one_side, other_side))
    return steps


def shared(pairing: Pairing) -> list[Stretch]:
    """First and last place on both sides of what is kept in a row, or nearly kept."""
    kept = [(here, there, Op.KEPT) for here, there in pairing.kept]
    near = [(here, there, Op.REPLACED) for here, there in pairing.near]
    found: list[Stretch] = []
    for here, there, op in sorted([*kept, *near]):
        if found and op is Op.KEPT and found[-1][1:] == (here - 1, found[-1][2], there - 1, op):
            found[-1] = (found[-1][0], here, found[-1][2], there, op)
        else:
            found.append((here, here, there, there, op))
    return found


def end_of(sides: Sides) -> Stretch:
    length, other_length = len(sides.tokens), len(sides.other_tokens)
    return length, length - 1, other_length, other_length - 1, Op.KEPT


Run = tuple[bool, list[Token]]


def runs(tokens: Sequence[Token], start: int, end: int, moved: set[int]) -> Iterator[Run]:
    for is_moved, places in groupby(range(start, end), key=lambda place: place in moved):
        yield is_moved, [tokens[place] for place in places]


def between(sides: Sides, one: Sequence[Run], other: Sequence[Run]) -> Iterator[Operation]:
    """The steps of a stretch in which no word is kept."""
    if not any(is_moved for is_moved, _ in [*one, *other]):
        yield from one_step(sides, one[0][1] if one else [], other[0][1] if other else [])
        return
    for is_moved, tokens in one:
        yield sides.operation(Op.MOVED if is_moved else Op.DROPPED, tokens, [])
    for is_moved, tokens in other:
        yield sides.operation(Op.MOVED if is_moved else Op.ADDED, [], tokens)


def one_step(sides: Sides, one: Sequence[Token], other: Sequence[Token]) -> Iterator[Operation]:
    if not (prints(one) or prints(other)):
        return
    words, other_words = any(t.is_word for t in one), any(t.is_word for t in other)
    if words and other_words:
        op = Op.REPLACED
    elif words or other_words:
        op = Op.DROPPED if words else Op.ADDED
    else:
        op = Op.KEPT if prints(one) and prints(other) else Op.DROPPED if prints(one) else Op.ADDED
    yield sides.operation(op, one, other, op is not Op.KEPT and owned_up(one, other))


def prints(tokens: Sequence[Token]) -> bool:
    return any(token.kind is not TokenKind.BREAK for token in tokens)


def owned_up(one: Sequence[Token], other: Sequence[Token]) -> bool:
    """Do marks on one side stand where the speaker's words stand on the other?"""
    spoken = any(not token.is_gap for token in one)
    other_spoken = any(not token.is_gap for token in other)
    if spoken and other_spoken:
        return False
    gaps = one if other_spoken else other
    return not (spoken or other_spoken) or any(token.is_gap for token in gaps)
