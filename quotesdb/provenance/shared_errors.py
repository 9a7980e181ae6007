"""Words altered alike: what textual critics call a shared error.

That two wordings agree proves nothing, for both may be what was said. That both depart from the
reference in the same telling words does: one has them from the other, or both from a third.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from quotesdb.provenance.alterations import Alteration, alterations
from quotesdb.provenance.held import Held
from quotesdb.provenance.joining import Bond, Forest
from quotesdb.provenance.rules import Rule
from quotesdb.provenance.wordings import FREQUENT, tokens
from quotesdb.vocabulary import Form

TELLING = 1
"""Telling words that an alteration needs where both claim to give the very words."""

TELLING_IF_FREE = 3
"""The same for translations and for wordings put anew, where one word is easily met by chance."""

MANY = 10
"""From so many declared groups on, an alteration that most of them print is taken for no error."""


def shared_errors(held: Held, declared: Forest) -> Iterator[Bond]:
    """Each appearance with a telling alteration, joined with the first that has it."""
    comparable = [place for place in range(len(held.appearances)) if _is_verbatim(held, place)]
    groups = _groups(declared, comparable)
    reference = held.facts.reference
    altered = [place for place in comparable if held.appearances[place].words != reference]
    if _groups(declared, altered) < 2:
        return
    for alteration, places in _bearers(held, altered).items():
        if groups >= MANY and _groups(declared, places) > groups / 2:
            continue
        evidence = {
            "instead_of": " ".join(alteration.instead_of)[:200],
            "words": " ".join(alteration.words)[:200],
        }
        for place in places[1:]:
            yield Bond(places[0], place, Rule.SHARED_ERROR, evidence=evidence)


def _groups(declared: Forest, places: Iterable[int]) -> int:
    return len({declared.sets.find(place) for place in places})


def _is_verbatim(held: Held, place: int) -> bool:
    """Words in marks, in the language of the reference: only these can be compared with it."""
    appearance, language = held.appearances[place], held.facts.language
    return (
        appearance.form is not Form.INDIRECT
        and bool(appearance.words)
        and ("und" in (appearance.language, language) or appearance.language == language)
    )


def _bearers(held: Held, places: list[int]) -> dict[Alteration, list[int]]:
    """Who prints which telling alteration. Equal words are compared once."""
    found: dict[Alteration, list[int]] = defaultdict(list)
    read: dict[tuple[str, bool], list[Alteration]] = {}
    for place in places:
        appearance = held.appearances[place]
        wording = appearance.words, appearance.is_translation
        if wording not in read:
            read[wording] = _telling(held, *wording)
        for alteration in read[wording]:
            found[alteration].append(place)
    return found


def _telling(held: Held, words: str, is_translation: bool) -> list[Alteration]:
    reference = tokens(held.facts.reference)
    if not reference:
        return []
    found, resembling = alterations(reference, tokens(words))
    common = FREQUENT | held.facts.frequent | set(reference)
    needed = TELLING if resembling and not is_translation else TELLING_IF_FREE
    return [it for it in dict.fromkeys(found) if _weight(it, common) >= needed]


def _weight(alteration: Alteration, common: set[str] | frozenset[str]) -> int:
    """How many of its words are telling: not too frequent, and not moved here from elsewhere."""
    return sum(word not in common and "'" not in word for word in alteration.words)
