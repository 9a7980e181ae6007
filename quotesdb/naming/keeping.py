"""The keys to the names of speakers, kept in step with them."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import chain
from typing import Any, NamedTuple

from django.db.models import Exists, OuterRef, Q, QuerySet

from quotesdb.loading import load
from quotesdb.models import Alias, NameKey, Speaker, WordKey
from quotesdb.naming import spelling
from quotesdb.naming.folding import beginnings, beginnings_of_description, folded
from quotesdb.naming.places import LATER, MOST_COUNTED, is_later, place_of
from quotesdb.portions import portions
from quotesdb.prepared import among
from quotesdb.vocabulary import SpeakerKind

AT_ONCE = 2_000
"""Speakers of which the names are held in memory at one time."""

NOT_IN_STEP = "of the keys to its names, {wrong} wrong and {missing} missing"
OF_WORDS = ("number", "word")
COLUMNS = (
    "named_id",
    "speaker_id",
    "text",
    "one",
    "two",
    "three",
    "word",
    "kind",
    "place",
)
NAMED = ("pk", "name", "slug", "kind", "description", "merged_into", "merged_into__kind")


class Key(NamedTuple):
    """What of a row is set by the names, whosever they are."""

    speaker: int
    text: bytes
    kind: str
    place: int

    @property
    def word(self) -> str:
        return self.text.decode().split(" ", 1)[0]


Keys = Mapping[int, Collection[Key]]
"""By speaker whose names they are."""


def renew(speakers: Iterable[int]) -> dict[int, str]:
    """Keep the right keys to the names of these speakers, and of those merged into them.

    Those that are gone keep none. Gives, for each speaker of which something else was kept, a
    sentence about that. Ten queries or fewer for every 2,000 of them.
    """
    told: dict[int, str] = {}
    for some in portions(speakers, AT_ONCE):
        told |= _renewed(some)
    return told


def _renewed(speakers: Collection[int]) -> dict[int, str]:
    wanted = _wanted(speakers)
    held = _held(wanted)
    wrong = {named: held[named].keys() - wanted[named] for named in wanted}
    missing = {named: wanted[named] - held[named].keys() for named in wanted}
    rows = [held[named][key] for named, keys in wrong.items() for key in keys]
    _keep_words({key.word for keys in missing.values() for key in keys})
    for some in portions(rows):
        NameKey.objects.filter(pk__in=some).delete()
    load(NameKey, COLUMNS, _rows(missing))
    _forget_words({key.word for keys in wrong.values() for key in keys})
    return _told(wrong, missing)


def _told(wrong: Keys, missing: Keys) -> dict[int, str]:
    return {
        named: NOT_IN_STEP.format(wrong=len(wrong[named]), missing=len(missing[named]))
        for named in wrong
        if wrong[named] or missing[named]
    }


def _wanted(speakers: Collection[int]) -> dict[int, set[Key]]:
    rows = Speaker.objects.filter(Q(pk__in=speakers) | Q(merged_into__in=speakers)).order_by()
    told = list(rows.values_list(*NAMED))
    quoted = quotes_of({survivor or pk for pk, *_, survivor, _ in told})
    aliases = _aliases([pk for pk, *_ in told])
    wanted: dict[int, set[Key]] = {pk: set() for pk in speakers}
    for pk, name, slug, kind, description, survivor, kind_of_survivor in told:
        names = [name, *_telling(slug, name), *aliases[pk]]
        described = description if kind == SpeakerKind.ANONYMOUS else ""
        found, found_kind = (survivor, kind_of_survivor) if survivor else (pk, kind)
        wanted[pk] = {
            Key(found, text.encode(), found_kind, place_of(quoted[found], later=later))
            for text, later in _beginnings(names, described).items()
        }
    return wanted


def _beginnings(names: Iterable[str], description: str) -> Mapping[str, bool]:
    """What a speaker is found by, and whether that is the later part of a name everywhere."""
    found: dict[str, bool] = dict.fromkeys(beginnings_of_description(description), True)
    for text, later in chain.from_iterable(map(beginnings, names)):
        found[text] = found.get(text, True) and later
    return found


def _telling(slug: str, name: str) -> Iterator[str]:
    """The slug, unless it is the name with at most a number behind it."""
    if slug.rstrip("-0123456789") != "-".join(folded(name)):
        yield slug


def _aliases(speakers: Collection[int]) -> Mapping[int, list[str]]:
    aliases: dict[int, list[str]] = defaultdict(list)
    rows = Alias.objects.filter(speaker__in=speakers).order_by()
    for speaker, name in rows.values_list("speaker", "name"):
        aliases[speaker].append(name)
    return aliases


def quotes_of(speakers: Collection[int]) -> Mapping[int, int]:
    """How many standing quotes each of these has said, as far as it is counted."""
    rows = (
        Speaker.objects.filter(pk__in=among(speakers)).with_quotes_counted(MOST_COUNTED).order_by()
    )
    return dict(rows.values_list("pk", "quotes_counted"))


def _held(named: Collection[int]) -> Mapping[int, dict[Key, int]]:
    held: dict[int, dict[Key, int]] = defaultdict(dict)
    rows = NameKey.objects.filter(named__in=among(named)).order_by()
    for pk, of, speaker, text, kind, place in rows.values_list(
        "pk", "named", "speaker", "text", "kind", "place"
    ):
        held[of][Key(speaker, bytes(text), kind, place)] = pk
    return held


def _rows(missing: Keys) -> Iterator[tuple[Any, ...]]:
    for named, keys in missing.items():
        for key in keys:
            text = key.text
            beginnings = (text[:1], text[:2], text[:3])
            yield named, key.speaker, text, *beginnings, key.word, key.kind, key.place


def _keep_words(words: Collection[str]) -> None:
    """Let these be found when they are misspelt."""
    numbers = {spelling.own_key(word) for word in words if spelling.may_be_misspelt(word)}
    known: set[str] = set()
    for some in portions(numbers):
        known.update(WordKey.objects.filter(number__in=some).values_list("word", flat=True))
    new = (word for word in words if word not in known)
    load(WordKey, OF_WORDS, ((it, word) for word in new for it in spelling.kept_keys(word)))


def _forget_words(words: Collection[str]) -> None:
    """Let those of these that stand in no name any more not be found when they are misspelt."""
    for some in portions(words):
        rows = NameKey.objects.filter(word__in=some).order_by()
        lost = set(some) - set(rows.values_list("word", flat=True).distinct())
        numbers = {number for word in lost for number in spelling.kept_keys(word)}
        for these in portions(numbers):
            WordKey.objects.filter(number__in=these, word__in=lost).delete()


def reweigh(speakers: Iterable[int]) -> None:
    """Set right how soon these are shown, after quotes have come to them or gone from them."""
    for some in portions(speakers, AT_ONCE):
        _reweigh(some)


def _reweigh(speakers: Collection[int]) -> None:
    quoted = quotes_of(speakers)
    places = NameKey.objects.filter(speaker__in=among(speakers)).order_by()
    stale: dict[tuple[int, bool], list[int]] = defaultdict(list)
    for speaker, place in places.values_list("speaker", "place").distinct():
        later = is_later(place)
        if speaker in quoted and (right := place_of(quoted[speaker], later=later)) != place:
            stale[right, later].append(speaker)
    for (right, later), some in stale.items():
        rows = NameKey.objects.filter(speaker__in=among(some))
        rows = rows.filter(place__gte=LATER) if later else rows.filter(place__lt=LATER)
        rows.update(place=right)


def rebuild(on_progress: Callable[[int], Any] = lambda done: None) -> None:
    """Keep all keys anew from nothing. `on_progress` is told how many speakers are done."""
    NameKey.objects.all().delete()
    WordKey.objects.all().delete()
    speakers = Speaker.objects.order_by("pk").values_list("pk", flat=True)
    for some in portions(speakers.iterator(chunk_size=AT_ONCE), AT_ONCE):
        renew(some)
        on_progress(len(some))


def stale(speakers: Collection[int]) -> dict[int, str]:
    """What `mend` would say of the names of these speakers; nothing is written."""
    wanted = _wanted(speakers)
    held = _held(wanted)
    return _told(
        {named: held[named].keys() - wanted[named] for named in wanted},
        {named: wanted[named] - held[named].keys() for named in wanted},
    )


def mend(speakers: Collection[int]) -> dict[int, str]:
    """As `renew`, and the words under which misspelt names are found as well."""
    told = renew(speakers)
    load(WordKey, OF_WORDS, missing_words(speakers))
    return told


def missing_words(speakers: Collection[int]) -> set[tuple[int, str]]:
    """The hashes, with their words, by which names of these speakers are not found misspelt."""
    rows = NameKey.objects.filter(named__in=speakers).order_by()
    words = {word for word in rows.values_list("word", flat=True) if spelling.kept_keys(word)}
    wanted = {(number, word) for word in words for number in spelling.kept_keys(word)}
    held: set[tuple[int, str]] = set()
    for some in portions({number for number, _ in wanted}):
        held.update(WordKey.objects.filter(number__in=some).values_list("number", "word"))
    return wanted - held


def forget_the_gone() -> int:
    """Delete keys to speakers and words that are no more; gives how many there were."""
    names, _ = keys_of_the_gone().delete()
    words, _ = unused_words().delete()
    return names + words


def keys_of_the_gone() -> QuerySet[NameKey]:
    """The keys to names of speakers that are no more."""
    return NameKey.objects.exclude(Exists(Speaker.objects.filter(pk=OuterRef("named"))))


def unused_words() -> QuerySet[WordKey]:
    """The words that stand in no name."""
    return WordKey.objects.exclude(Exists(NameKey.objects.filter(word=OuterRef("word"))))
