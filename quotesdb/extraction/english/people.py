"""The people of one article: full names, and what else the article calls those who bear them."""

import re
from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, field

from quotesdb.extraction.english.proposals import Passage
from quotesdb.extraction.english.words import words

NAME = re.compile(r"T*(?:N(?:v{1,2}(?=N)|n(?=N))?)*N")
APPOSED_BEHIND = re.compile(r",[djnNTRxs]*([RT])")
HE_TITLES = frozenset(
    ("mr", "sir", "lord", "king", "prince", "father", "brother", "congressman", "chairman")
)
SHE_TITLES = frozenset(
    ("mrs", "ms", "miss", "dame", "lady", "queen", "princess", "sister", "congresswoman")
)
ROLE_OF_TITLE = {"gov": "governor", "sen": "senator", "rep": "representative", "gen": "general"}
BEARERS = 30
"""People of one surname who are told apart."""

SUFFIXES = frozenset(("jr", "jr.", "sr", "sr.", "ii", "iii", "iv"))


@dataclass(slots=True)
class Person:
    """Someone whom the article names in full, and where."""

    name: str
    parts: tuple[str, ...]
    gender: str = ""
    roles: set[str] = field(default_factory=set)
    places: list[int] = field(default_factory=list)

    @property
    def surname(self) -> str:
        return surname(self.parts)


def surname(parts: tuple[str, ...]) -> str:
    last = [it for it in parts if it.lower() not in SUFFIXES]
    return (last or list(parts))[-1].lower()


def gender_of(parts: tuple[str, ...], title: str) -> str:
    if title in HE_TITLES or parts[0].lower() in words("given_names.txt", "he"):
        return "he"
    if title in SHE_TITLES or parts[0].lower() in words("given_names.txt", "she"):
        return "she"
    return ""


def roles_of_title(title: str) -> set[str]:
    """What else somebody with this title may be called."""
    roles = {ROLE_OF_TITLE.get(title, title)} if title else set()
    return roles | {"congressman", "congresswoman", "lawmaker"} if title == "rep" else roles


def initials(parts: tuple[str, ...]) -> str:
    return "".join(it[0] for it in parts)


def is_body(parts: tuple[str, ...]) -> bool:
    return any(it.lower().strip(".") in words("roles.txt", "body") for it in parts)


class People:
    """Everybody named in an article. Asked where in the text a mention stands, it says who."""

    def __init__(self, passages: list[Passage]) -> None:
        self.by_name: dict[str, Person] = {}
        self.by_initials: dict[str, Person] = {}
        self.by_part: dict[str, list[Person]] = defaultdict(list)
        self.seen: list[tuple[int, Person]] = []
        short: list[tuple[tuple[str, ...], str, int]] = []
        for passage in passages:
            if passage.is_heading:
                continue
            for found in NAME.finditer(passage.tokens.tags):
                self._take(passage, found.start(), found.end(), short)
        for parts, title, place in short:
            person = self.named(parts, place, gender_of(parts, title) if title else "")
            if person is None and title in HE_TITLES | SHE_TITLES:
                person = self._person(parts[0], parts, title)
                person.places.append(place)
            if person:
                self.seen.append((place, person))
                person.roles |= roles_of_title(title)
                if title and not person.gender:
                    person.gender = gender_of(parts, title)
        self.seen.sort(key=lambda it: it[0])

    def _take(
        self, passage: Passage, low: int, high: int, short: list[tuple[tuple[str, ...], str, int]]
    ) -> None:
        tokens = passage.tokens
        first = low
        while first < high - 1 and tokens.tags[first] == "T":
            first += 1
        parts = tuple(tokens.words[first:high])
        title = tokens.words[first - 1].lower().strip(".") if first > low else ""
        place = tokens.starts[low]
        if len(parts) == 1 or all(it.lower() in SUFFIXES for it in parts[1:]):
            short.append((parts, title, place))
            return
        person = self._person(tokens.told(first, high), parts, title)
        person.places.append(place)
        self.seen.append((place, person))
        person.roles |= self._roles(passage, low, high, title)

    def _person(self, name: str, parts: tuple[str, ...], title: str) -> Person:
        person = self.by_name.get(name)
        if person is None:
            person = self.by_name[name] = Person(name, parts)
            self.by_initials.setdefault(initials(parts), person)
            for part in {it.lower() for it in parts}:
                self.by_part[part].append(person)
        person.gender = person.gender or gender_of(parts, title)
        return person

    def _roles(self, passage: Passage, low: int, high: int, title: str) -> set[str]:
        """What stands beside the name: spokesman X; X, a spokesman for Y; President X."""
        tokens = passage.tokens
        roles = roles_of_title(title)
        if low and tokens.tags[low - 1] in "RTj":
            roles.add(tokens.words[low - 1].lower())
        if low > 1 and tokens.tags[low - 1] == ",":
            before = passage.phrases.ending(low - 1)
            if before and before.kind == "nominal":
                roles.add(tokens.words[before.head_low].lower())
        if found := APPOSED_BEHIND.match(tokens.tags, high):
            roles.add(tokens.words[found.start(1)].lower())
        return roles

    def named(self, parts: tuple[str, ...], place: int, gender: str = "") -> Person | None:
        """Whom a name means at this place: the last full name before it that has its parts."""
        if len(parts) == 1 and (spelt := self.spelt_out(parts[0])):
            return spelt
        key = surname(parts)
        bearers = [
            it for it in self.by_part.get(key, [])[:BEARERS] if self._fits(it, parts, gender)
        ]
        ends = [it for it in bearers if it.surname == key]
        ends = ends or [it for it in bearers if it.gender and not is_body(it.parts)]
        return max(ends, key=lambda it: self._nearness(it, place), default=None)

    def spelt_out(self, letters: str) -> Person | None:
        """The body that an acronym of this article stands for."""
        if not (letters.isupper() and 2 < len(letters) < 7):
            return None
        return self.by_initials.get(letters)

    def _fits(self, person: Person, parts: tuple[str, ...], gender: str) -> bool:
        if gender and person.gender and gender != person.gender:
            return False
        if len(parts) == 1:
            return True
        return person.parts[0].lower() == parts[0].lower() or len(parts) > len(person.parts)

    def _nearness(self, person: Person, place: int) -> tuple[int, int]:
        """Persons before bodies; then whoever was named last before, else first after."""
        number = bisect_right(person.places, place)
        near = person.places[number - 1] if number else -person.places[0]
        return (0 if is_body(person.parts) else 1, near)

    def before(self, place: int, most: int = 20) -> list[Person]:
        """Who was named before this place, the nearest first."""
        number = bisect_right(self.seen, place, key=lambda it: it[0])
        return [person for _, person in self.seen[max(0, number - most) : number][::-1]]

    def with_role(self, role: str, place: int) -> Person | None:
        """The one of this calling who was named last: "the spokesman"."""
        return next((it for it in self.before(place, 80) if role in it.roles), None)
