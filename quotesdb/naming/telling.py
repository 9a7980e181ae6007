"""Speakers that were found, each with the name that led to it and what tells it from others."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quotesdb.naming.comparing import Mark, likeness, marks
from quotesdb.naming.facts import Facts, Name, facts_of, mostly_in, with_namesakes
from quotesdb.naming.folding import LONGEST, folded, words
from quotesdb.naming.places import MOST_COUNTED
from quotesdb.vocabulary import SpeakerKind

LONGEST_DESCRIPTION = 100


@dataclass(frozen=True, slots=True)
class Told:
    """A speaker as it is proposed. `marks`: where in `matched` stands what was typed."""

    number: int
    facts: Facts
    matched: str
    marks: Sequence[Mark]
    told_apart: str


def tell(speakers: Sequence[int], typed: str) -> list[Told]:
    """What is told of each, in their order: five queries, however many."""
    facts = facts_of(speakers)
    outlets = mostly_in(with_namesakes(facts))
    asked = folded(typed[:LONGEST])
    told = []
    for number in (it for it in speakers if it in facts):
        name, where = _matched(asked, facts[number])
        sentence = "; ".join(filter(None, _parts(facts[number], name, outlets.get(number))))
        told.append(Told(number, facts[number], name.text, where, sentence))
    return told


def _matched(asked: Sequence[str], facts: Facts) -> tuple[Name, Sequence[Mark]]:
    """The name that is nearest to what was typed, the speaker's own before others."""
    likenesses = [(likeness(asked, folded(name.text)), name) for name in _all_names(facts)]
    fitting = [(alike, name) for alike, name in likenesses if alike is not None]
    if not asked or not fitting:
        return facts.names[0], []
    alike, name = min(fitting, key=lambda one: one[0].cost)
    return name, marks(asked, words(name.text), alike.words)


def _all_names(facts: Facts) -> Iterator[Name]:
    yield from facts.names
    if facts.kind == SpeakerKind.ANONYMOUS and facts.description:
        yield Name(facts.description)


def _parts(facts: Facts, name: Name, outlet: str | None) -> Iterator[str]:
    is_unnamed = facts.kind == SpeakerKind.ANONYMOUS
    yield "anonymous source" if is_unnamed else facts.kind
    yield f"granted by {facts.granted_by}" if facts.granted_by else ""
    yield short(facts.description.removesuffix("."))
    yield ", ".join(filter(None, [_quoted(facts), f"mostly in {outlet}" if outlet else ""]))
    yield f"merged with {name.text}" if name.is_merged else ""


def short(text: str) -> str:
    """A description as it stands in a list."""
    return text if len(text) <= LONGEST_DESCRIPTION else f"{text[: LONGEST_DESCRIPTION - 1]}…"


def _quoted(facts: Facts) -> str:
    if not facts.quotes:
        return "not quoted yet"
    years = dict.fromkeys(str(day.year) for day in (facts.first, facts.last) if day)
    return " ".join(filter(None, ["quoted", _times(facts.quotes), "–".join(years)]))


def _times(quotes: int) -> str:
    if quotes >= MOST_COUNTED:
        return f"{MOST_COUNTED} times or more"
    return "once" if quotes == 1 else f"{quotes} times"
