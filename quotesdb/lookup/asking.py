"""Whose words are these: a text in, and for each quotation in it what is held like it.

Nothing of the text is written anywhere.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from quotesdb.likeness import nearest
from quotesdb.lookup import sentences
from quotesdb.lookup.comparing import Grade, Likeness, likenesses
from quotesdb.lookup.items import Item, items_of
from quotesdb.lookup.naming import naming_of, together
from quotesdb.lookup.speakers import Ascribed, ascribed_of
from quotesdb.lookup.splicing import is_in_every_segment
from quotesdb.lookup.thresholds import MOST_ITEMS, NEAREST
from quotesdb.lookup.verdicts import Judged, judged


class Status(StrEnum):
    """Whether an item was looked up; if not, why."""

    LOOKED_UP = "looked_up"
    TOO_SHORT = "too_short"
    NOT_LOOKED_UP = "not_looked_up"


@dataclass(frozen=True, slots=True)
class Answer:
    """What is known of one item; of what was not looked up, only why."""

    item: Item
    status: Status
    sentence: str
    judged: Judged | None = None
    speaker_differs: bool | None = None

    @property
    def is_found(self) -> bool:
        """Whether there is a wording of which these are the words, or a piece."""
        return bool(self.meant) and self.meant[0].grade <= Grade.VARIANT

    @property
    def is_whole(self) -> bool:
        """Whether that wording goes for all segments, and not for some that stand beside others."""
        return self.is_found and all(is_in_every_segment(self.item, it) for it in self.meant)

    @property
    def meant(self) -> tuple[Likeness, ...]:
        return self.judged.meant if self.judged else ()


def look_up(text: str) -> list[Answer]:
    """An answer for every quotation in a text, in its order; as many queries for any text."""
    items = items_of(text)
    looked_up = iter(_answers([item for item in items if not item.is_too_short][:MOST_ITEMS]))
    answers = [
        [_too_short(item)] if item.is_too_short else next(looked_up, [_one_too_many(item)])
        for item in items
    ]
    return [answer for some in answers for answer in some]


def _too_short(item: Item) -> Answer:
    return Answer(item, Status.TOO_SHORT, sentences.TOO_SHORT)


def _one_too_many(item: Item) -> Answer:
    return Answer(item, Status.NOT_LOOKED_UP, sentences.TOO_MANY)


def _answers(items: Sequence[Item]) -> list[list[Answer]]:
    """One answer for each item; or for each segment, if these are found and the whole is not."""
    apart = {item: item.apart() for item in items if len(item.segments) > 1}
    segments = [one for some in apart.values() for one in some if not one.is_too_short]
    found = _found([*items, *segments[:MOST_ITEMS]])
    return [_as_found(item, apart.get(item, ()), found) for item in items]


def _as_found(item: Item, apart: Sequence[Item], found: Mapping[Item, Answer]) -> list[Answer]:
    whole = found[item]
    if not apart or whole.is_whole:
        return [whole]
    each = [_too_short(one) if one.is_too_short else found.get(one) for one in apart]
    answers = [answer for answer in each if answer]
    if len(answers) == len(apart) and any(one.is_found for one in answers):
        return answers
    return [whole]


def _found(items: Sequence[Item]) -> dict[Item, Answer]:
    asked = list(dict.fromkeys(item.text for item in items))
    near = dict(zip(asked, nearest(asked, NEAREST), strict=True))
    like = {item: likenesses(item, near[item.text]) for item in items}
    ascribed = ascribed_of({one.near.quote for some in like.values() for one in some})
    return {item: _answer(item, some, ascribed) for item, some in like.items()}


def _answer(item: Item, like: Sequence[Likeness], ascribed: Mapping[int, Ascribed]) -> Answer:
    held = [one for one in like if one.near.quote in ascribed]
    naming = {one.near.quote: naming_of(item, ascribed[one.near.quote]) for one in held}
    by_speaker = frozenset(quote for quote, named in naming.items() if named.differs is False)
    found = judged(item, held, by_speaker)
    named = together(naming[one.near.quote] for one in found.meant)
    sentence = sentences.sentence_for(item, found, ascribed, named)
    return Answer(item, Status.LOOKED_UP, sentence, found, named.differs)
