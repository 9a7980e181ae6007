"""Whom somebody means who types the beginning of a name, or a name with mistakes in it."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import Exists, OuterRef, Q, QuerySet

from quotesdb.models import NameKey, WordKey
from quotesdb.naming.comparing import likeness
from quotesdb.naming.folding import LONGEST, SMALL, folded
from quotesdb.naming.places import is_later, rank_in
from quotesdb.naming.spelling import cost, keys

NameRows = QuerySet[NameKey]

MOST = 200
"""Speakers that are found at one time."""

KEYS_OF_EACH = 4
"""Keys that are looked at for each speaker that is wanted: one may have several that fit."""

MOST_WORDS = 30
"""Held words that a typed word may be a misspelling of."""

MOST_ALIKE = 4_000
"""Held words that are compared with what was typed."""

MOST_MISSPELT = 1_000
"""Names that are compared with what was typed."""

ANCHORS = 2
"""Typed words by which names are looked for; the others only have to fit."""

FIRST_LETTERS = ("eijyg", "ckqhx", "fvwp", "sztc", "aeiou")
"""What a name may begin with in one way of writing it, and in another."""

EXACT, WHOLE, LATER, MISSPELT = range(4)
"""The name itself, a name that begins so, one with a later word that does, a misspelling."""


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """A speaker, and how soon it is shown: the lower the score, the sooner; then by number."""

    score: int
    speaker: int


def find(
    typed: str, *, kinds: Collection[str] = (), most: int = MOST, misspelt: bool = True
) -> list[Found]:
    """The speakers that are meant, of these kinds, the likeliest first. At most five queries.

    Exact names come before names that begin so, these before names with a later word that does,
    these before misspelt ones; and those who are quoted more before others. Misspellings are
    looked for only where fewer than `most` are found without.
    """
    words = folded(typed[:LONGEST])
    if not words:
        return []
    rows = NameKey.objects.filter(kind__in=kinds) if kinds else NameKey.objects.all()
    found: dict[int, int] = {}
    for one in (*_called(words, rows, most), *_beginning(words, rows, most)):
        found[one.speaker] = min(found.get(one.speaker, one.score), one.score)
    if misspelt and len(found) < most:
        for one in _misspelt(words, rows):
            found.setdefault(one.speaker, one.score)
    return sorted(Found(score, speaker) for speaker, score in found.items())[:most]


def most_quoted(kinds: Collection[str] = (), most: int = MOST) -> list[Found]:
    """The speakers that are quoted most, when nothing is typed. One query."""
    rows = NameKey.objects.filter(kind__in=kinds) if kinds else NameKey.objects.all()
    listed = rows.order_by("place", "speaker").values_list("speaker", "place")
    found: dict[int, int] = {}
    for speaker, place in listed[: most * KEYS_OF_EACH]:
        found.setdefault(speaker, _score(WHOLE, place))
    return [Found(score, speaker) for speaker, score in found.items()][:most]


def _score(sort: int, place: int, cost: float = 0.0) -> int:
    return sort * 1_000_000 + round(cost * 1_000) * 100 + rank_in(place)


def _orders(words: Sequence[str]) -> list[bytes]:
    """What was typed, and the same with the last word first, as in "Peskov, Dmitry"."""
    turned = [*words[-1:], *words[:-1]]
    texts = [" ".join(some)[:LONGEST] for some in (words, turned)]
    return [text.encode() for text in dict.fromkeys(texts)]


def _called(words: Sequence[str], rows: NameRows, most: int) -> Iterator[Found]:
    """Those that are called so: a key round to its end is a whole name, whatever its order."""
    asked = rows.filter(text__in=_orders(words)).order_by("place", "speaker")
    for speaker, place in asked.values_list("speaker", "place")[: most * KEYS_OF_EACH]:
        yield Found(_score(EXACT, place), speaker)


def _beginning(words: Sequence[str], rows: NameRows, most: int) -> Iterator[Found]:
    asked = rows.filter(reduce(or_, map(_begins, _orders(words)))).order_by("place", "speaker")
    for speaker, place in asked.values_list("speaker", "place")[: most * KEYS_OF_EACH]:
        yield Found(_score(LATER if is_later(place) else WHOLE, place), speaker)


def _begins(text: bytes) -> Q:
    """By index in order of place where it is short, for then there are many; else by range."""
    match len(text):
        case 1:
            return Q(one=text)
        case 2:
            return Q(two=text)
        case 3:
            return Q(three=text)
    return Q(text__gte=text, text__lt=text[:-1] + bytes([text[-1] + 1]))


def _misspelt(words: Sequence[str], rows: NameRows) -> list[Found]:
    """Looked for by the longest word; where that leads to nobody, by the next."""
    anchors = sorted(words, key=len, reverse=True)[:ANCHORS]
    alike = _words_alike(anchors)
    for anchor in anchors if alike else ():
        held = rows.filter(*_fitting(words, anchor), word__in=_nearest(anchor, alike))
        if found := list(_meant(words, held)):
            return found
    return []


def _words_alike(anchors: Sequence[str]) -> set[str]:
    """Held words that these may be misspellings of, and many others. One query."""
    numbers = {number for word in anchors for number in keys(word)}
    if not numbers:
        return set()
    held = WordKey.objects.filter(number__in=numbers).order_by().values_list("word", flat=True)
    return set(held.distinct()[:MOST_ALIKE])


def _meant(words: Sequence[str], rows: NameRows) -> Iterator[Found]:
    asked = rows.order_by("place", "speaker")
    for speaker, text, place in asked.values_list("speaker", "text", "place")[:MOST_MISSPELT]:
        alike = likeness(words, bytes(text).decode().split())
        if alike is not None:
            yield Found(_score(MISSPELT, place, alike.cost), speaker)


def _nearest(typed: str, held: Collection[str]) -> list[str]:
    costs = [(found, word) for word in held if (found := cost(typed, word)) is not None]
    return [word for _, word in sorted(costs)[:MOST_WORDS]]


def _fitting(words: Sequence[str], anchor: str) -> Iterator[Exists]:
    """Every other word that was typed has a word in the same name that begins alike."""
    for first in sorted({word[0] for word in words if word != anchor and word not in SMALL}):
        letters = {first, *(it for some in FIRST_LETTERS if first in some for it in some)}
        same = NameKey.objects.filter(named=OuterRef("named"))
        yield Exists(same.filter(one__in=sorted({it.encode()[:1] for it in letters})))
