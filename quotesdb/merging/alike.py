"""Speakers and outlets that may be the same, two by two. Software proposes; a person decides."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from quotesdb.models import NameKey, Outlet, Speaker
from quotesdb.naming.comparing import likeness
from quotesdb.naming.finding import find
from quotesdb.naming.folding import folded
from quotesdb.naming.places import LATER
from quotesdb.vocabulary import Alike, Mergeable, SpeakerKind

MOST_NAMED = 10
"""Speakers with which the name of one is compared."""

SLIPS = 10.0
"""The cost of a misspelling at which two names have nothing in common."""

LEAST_WORDS = 2
"""A single word is near to too many names."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two standing records, the older first, why they may be the same, and how alike they are."""

    kind: Mergeable
    a: int
    b: int
    alike: Alike
    similarity: float


def speakers_alike(speakers: Collection[int], *, also_near: bool = True) -> Iterator[Pair]:
    """Pairs of these speakers and any others, by Wikidata id and by name; outlets as outlets.

    Never anonymous ones: the same description does not make the same source. Six queries for all,
    and up to six for each whose misspellings are looked for.
    """
    named = _named(speakers)
    found: dict[tuple[int, int], tuple[Alike, float]] = {}
    for both in _of_one_id(named):
        found.setdefault(both, (Alike.WIKIDATA_ID, 1.0))
    for both in _of_one_name(named):
        found.setdefault(both, (Alike.NAME, 1.0))
    for one, other, similarity in _near_names(named) if also_near else ():
        both = (min(one, other), max(one, other))
        found.setdefault(both, (Alike.NEAR_NAME, similarity))
    yield from _as_outlets(found)


def _as_outlets(found: Mapping[tuple[int, int], tuple[Alike, float]]) -> Iterator[Pair]:
    """Two speakers that are outlets are two outlets."""
    speakers = {pk for both in found for pk in both}
    rows = Outlet.objects.standing().filter(speaker__in=speakers).order_by()
    outlets = dict(rows.values_list("speaker", "pk"))
    for (one, other), (alike, similarity) in found.items():
        if one in outlets and other in outlets:
            first, second = sorted((outlets[one], outlets[other]))
            yield Pair(Mergeable.OUTLET, first, second, alike, similarity)
        else:
            yield Pair(Mergeable.SPEAKER, one, other, alike, similarity)


def _named(speakers: Collection[int]) -> Mapping[int, tuple[str, str]]:
    rows = Speaker.objects.standing().exclude(kind=SpeakerKind.ANONYMOUS.value)
    told = rows.filter(pk__in=speakers).order_by("pk").values_list("pk", "name", "wikidata_id")
    return {pk: (name, wikidata_id) for pk, name, wikidata_id in told}


def _of_one_id(named: Mapping[int, tuple[str, str]]) -> Iterator[tuple[int, int]]:
    """Of those that share a Wikidata id, each with the oldest."""
    ids = {wikidata_id for _, wikidata_id in named.values() if wikidata_id}
    rows = Speaker.objects.standing().exclude(kind=SpeakerKind.ANONYMOUS.value)
    sharing = rows.filter(wikidata_id__in=ids).order_by("pk").values_list("wikidata_id", "pk")
    first: dict[str, int] = {}
    for wikidata_id, pk in sharing:
        if first.setdefault(wikidata_id, pk) != pk:
            yield first[wikidata_id], pk


def _of_one_name(named: Collection[int]) -> Iterator[tuple[int, int]]:
    """Of those that share a whole name or alias, each with the oldest."""
    keys = NameKey.objects.filter(place__lt=LATER).exclude(kind=SpeakerKind.ANONYMOUS.value)
    texts = keys.filter(speaker__in=named).order_by().values_list("text", flat=True).distinct()
    sharing: dict[bytes, set[int]] = defaultdict(set)
    rows = keys.filter(text__in=list(texts)).order_by()
    for text, speaker in rows.values_list("text", "speaker"):
        sharing[bytes(text)].add(speaker)
    for some in sharing.values():
        first = min(some)
        yield from ((first, other) for other in sorted(some) if other != first)


def _near_names(named: Mapping[int, tuple[str, str]]) -> Iterator[tuple[int, int, float]]:
    """Those of as many words, each the same or misspelt."""
    kinds = [kind.value for kind in SpeakerKind if kind is not SpeakerKind.ANONYMOUS]
    asked = {pk: name for pk, (name, _) in named.items() if len(folded(name)) >= LEAST_WORDS}
    found = {
        pk: [it.speaker for it in find(name, kinds=kinds, most=MOST_NAMED) if it.speaker != pk]
        for pk, name in asked.items()
    }
    others = {pk for some in found.values() for pk in some}
    names = dict(Speaker.objects.filter(pk__in=others).order_by().values_list("pk", "name"))
    for pk, some in found.items():
        words = folded(asked[pk])
        for other in some:
            called = folded(names[other])
            if len(called) == len(words) and (near := likeness(words, called)) is not None:
                yield pk, other, max(0.0, round(1 - near.cost / SLIPS, 3))
