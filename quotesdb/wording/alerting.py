"""Where two prints of one quote cannot both be what was said."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from .comparison import Comparison, Kind, compare, languages_differ
from .measures import within
from .normalising import normalise_segments
from .operations import Op, Operation

# Above so many different wordings each is compared with the most printed one only.
MOST_COMPARED_IN_PAIRS = 60


@dataclass(frozen=True, slots=True)
class DirectWording:
    """What one appearance prints inside the marks. `key` is the appearance's, whatever it is."""

    key: str
    segments: tuple[str, ...]
    language: str = ""
    is_translation: bool = False


@dataclass(frozen=True, slots=True)
class Difference:
    """Words of the one wording, and what stands in their place in the other.

    Words that are the same on both sides stand at another place.
    """

    from_text: str
    to_text: str

    def __str__(self) -> str:
        if self.from_text == self.to_text:
            return f"the place of “{self.from_text}”"
        if self.from_text and self.to_text:
            return f"“{self.from_text}” and “{self.to_text}”"
        return f"“{self.from_text or self.to_text}” and nothing"


@dataclass(frozen=True, slots=True)
class Alert:
    """Two wordings, of which at most one can be what was said, and the words that differ."""

    one: tuple[str, ...]
    other: tuple[str, ...]
    comparison: Comparison
    differences: tuple[Difference, ...]

    @property
    def sentence(self) -> str:
        words = "; ".join(map(str, self.differences))
        return f"At most one of these can be what was said. They differ in {words}."


def alert(wordings: Sequence[DirectWording]) -> list[Alert]:
    """The pairs of direct wordings that differ inside the marks by more than typography.

    Translations are passed over, for translators differ in good faith; so are excerpts, and
    whatever a reporter marked as left out or put in. Prints of the same words are one side.
    """
    groups = same_words(one for one in wordings if not one.is_translation)
    return [found for one, other in to_compare(groups) if (found := alert_between(one, other))]


Group = list[DirectWording]


def same_words(wordings: Iterable[DirectWording]) -> list[Group]:
    """Wordings that differ by typography at most, the most printed first."""
    groups: dict[tuple[str, ...], Group] = {}
    for wording in wordings:
        language = wording.language.lower().replace("_", "-").split("-")[0]
        text = normalise_segments(wording.segments).text
        groups.setdefault((language, text), []).append(wording)
    return sorted(groups.values(), key=len, reverse=True)


def to_compare(groups: Sequence[Group]) -> Iterator[tuple[Group, Group]]:
    if len(groups) <= MOST_COMPARED_IN_PAIRS:
        yield from combinations(groups, 2)
    else:
        yield from ((groups[0], other) for other in groups[1:])


def alert_between(one: Group, other: Group) -> Alert | None:
    if languages_differ(one[0].language, other[0].language):
        return None
    comparison = compare(one[0].segments, other[0].segments)
    if comparison.kind not in (Kind.EDITED, Kind.REWORDED):
        return None
    found = tuple(differences(comparison.operations))
    if not found:
        return None
    keys, other_keys = (tuple(wording.key for wording in group) for group in (one, other))
    return Alert(keys, other_keys, comparison, found)


def differences(steps: Sequence[Operation]) -> Iterator[Difference]:
    """What differs between the first and the last shared word and no reporter owns up to."""
    run: list[Operation] = []
    for step in within(steps):
        if step.op in (Op.DROPPED, Op.ADDED, Op.REPLACED) and not step.marked:
            run.append(step)
            continue
        yield from difference(run)
        run = []
        if step.op is Op.MOVED and step.from_text:
            yield Difference(step.from_text, step.from_text)
    yield from difference(run)


def difference(run: Sequence[Operation]) -> Iterator[Difference]:
    """Steps in a row are one difference: "have negotiations on" and "negotiate"."""
    if run:
        yield Difference(
            " ".join(step.from_text for step in run if step.from_text),
            " ".join(step.to_text for step in run if step.to_text),
        )
