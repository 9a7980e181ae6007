"""Does a text name another speaker than the record does? Yes, no, or it cannot be told.

Of people the surname decides, and given names may only cast doubt on it: papers print "Hill",
"G. Hill" and "Gracie Hill" of one woman. Of unnamed sources it cannot be told.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from quotesdb.models.speaker import slug_of
from quotesdb.vocabulary import SpeakerKind

ALIKE = 2
"""Letters that two forms of a given name begin with."""

NEARLY = 75.0
"""So alike are two spellings of a surname out of another alphabet, out of a hundred."""

TITLES_LISTED = """
chancellor dame dr general gov governor judge justice king lady lord minister miss mr mrs ms pope
president prime prince princess prof professor queen rabbi rep saint secretary sen senator sir st
the
"""
TITLES = frozenset(TITLES_LISTED.split())
BODIES = frozenset({SpeakerKind.GROUP, SpeakerKind.ORGANIZATION, SpeakerKind.OUTLET})


@dataclass(frozen=True, slots=True)
class Known:
    """A speaker of the records: what they are called, the name first, then aliases."""

    names: tuple[str, ...]
    kind: SpeakerKind

    @property
    def name(self) -> str:
        return self.names[0]


def is_another(name: str, kind: SpeakerKind, known: Known) -> bool | None:
    """Whether a name in a text means somebody else; None where that cannot be told."""
    if SpeakerKind.ANONYMOUS in (kind, known.kind):
        return None
    told = words_of(name)
    verdicts = {_differs(told, words_of(one), kind, known.kind) for one in known.names}
    if False in verdicts:
        return False
    return None if None in verdicts else True


def words_of(name: str) -> tuple[str, ...]:
    """A name in small plain letters, without titles, unless it has nothing else."""
    words = slug_of(name).split("-")
    return tuple(word for word in words if word not in TITLES) or tuple(words)


def _differs(
    one: Sequence[str], other: Sequence[str], kind: SpeakerKind, other_kind: SpeakerKind
) -> bool | None:
    if one == other:
        return False
    if kind == other_kind == SpeakerKind.PERSON:
        return _people_differ(one, other)
    if kind in BODIES and other_kind in BODIES:
        return None if shares_a_word(one, other) else True
    return None


def _people_differ(one: Sequence[str], other: Sequence[str]) -> bool | None:
    if one[-1] == other[-1]:
        return False if given_names_agree(one[:-1], other[:-1]) else None
    if shares_a_word(one, other) or may_be_spelt_alike(one[-1], other[-1]):
        return None
    return True


def given_names_agree(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether one is left out, an initial, or begins like the other: "J.", "Joe", "Joseph"."""
    if not one or not other:
        return True
    length = min(len(one[0]), len(other[0]), ALIKE)
    return one[0][:length] == other[0][:length]


def shares_a_word(one: Iterable[str], other: Iterable[str]) -> bool:
    return bool({*one} & {*other})


def may_be_spelt_alike(one: str, other: str) -> bool:
    """Peskov and Peskof; and what one prints in Latin letters and the other does not."""
    return one.isascii() != other.isascii() or fuzz.ratio(one, other) >= NEARLY
