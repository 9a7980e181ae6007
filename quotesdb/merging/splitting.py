"""Splitting: some of what names one record names a new one from now on.

A speaker who was two namesakes; a quote that was two acts of saying.
"""

from collections.abc import Iterator, Mapping, Sequence

from quotesdb import acts
from quotesdb.curation import free_slug
from quotesdb.merging.permission import require
from quotesdb.merging.places import PLACES, Place, kind_of
from quotesdb.merging.rewriting import AT_ONCE, Rewriting, fresh
from quotesdb.models import Curated, Curator, Hop, Outlet, Speaker
from quotesdb.models.history import Act
from quotesdb.nearest import did_you_mean
from quotesdb.portions import portions
from quotesdb.refusals import Refusal, Refused
from quotesdb.vocabulary import Door, SpeakerKind

Chosen = Mapping[str, Sequence[int]]
"""The ids of rows by the name of their place, such as `quote.speaker`."""

NOTHING_CHOSEN = "Choose what goes to the new record. Nothing was changed."
NO_PLACE = 'Nothing of it is called "{name}".{hint} Nothing was changed.'
NOT_THERE = "{numbers} cannot go: they are not among its {called}. Nothing was changed."
MERGED = "It was merged into another: split that one. Nothing was changed."
NO_REASON = "A split needs a reason: say how you know that it is two. Nothing was changed."
LONG_REASON = "A reason has at most 500 characters."
AN_OUTLET = "This speaker is an outlet: split the outlet. Nothing was changed."


def split(
    record: Curated,
    new: Curated,
    chosen: Chosen,
    *,
    by: Curator | None,
    why: str,
) -> None:
    """Write `new`, and let the chosen rows name it instead of `record`.

    With a quote go the hops that name the same speaker on its chains. Of outlets, `new` comes with
    its speaker. Merging the new one into the old one undoes it. Raises Refused where it cannot be,
    and PermissionDenied where they may not split.
    """
    require(by)
    with acts.whole(Act(Door.MERGE, by, why)):
        _refuse(record, list(_complaints(record, why)))
        places = _places(record, chosen)
        _refuse(record, list(_not_there(places, chosen)))
        _keep(new)
        rows = Rewriting()
        for place, held, target in _sides(places, new):
            for some in portions(_going(place, held, chosen), AT_ONCE):
                rows.change(fresh(place.model, some), {place.column: target})
        rows.touch(fresh(type(record), [record.pk]))


def places_of(record: Curated) -> dict[str, tuple[Place, int]]:
    """By name: what of a record may go to another, and the record that it names."""
    own = {place.name: (place, record.pk) for place in PLACES[kind_of(record)]}
    return own | places_of(record.speaker) if isinstance(record, Outlet) else own


def _complaints(record: Curated, why: str) -> Iterator[tuple[str, str]]:
    held = fresh(type(record), [record.pk])
    if not held or held[0].merged_into_id is not None:
        yield "", MERGED
    if isinstance(record, Speaker) and record.kind == SpeakerKind.OUTLET:
        yield "", AN_OUTLET
    if not why.strip() or len(why) > 500:
        yield "why", LONG_REASON if why.strip() else NO_REASON


def _places(record: Curated, chosen: Chosen) -> dict[str, tuple[Place, int]]:
    known = places_of(record)
    unknown = [name for name in chosen if name not in known]
    told = [
        ("rows", NO_PLACE.format(name=name, hint=did_you_mean(name, sorted(known))))
        for name in unknown
    ]
    if not any(chosen.values()):
        told.append(("rows", NOTHING_CHOSEN))
    _refuse(record, told)
    return known


def _not_there(
    places: Mapping[str, tuple[Place, int]], chosen: Chosen
) -> Iterator[tuple[str, str]]:
    for name, numbers in chosen.items():
        place, held = places[name]
        naming = place.naming(held)
        there: set[int] = set()
        for some in portions(numbers):
            there.update(naming.filter(pk__in=some).values_list("pk", flat=True))
        if missing := [str(number) for number in numbers if number not in there]:
            yield "rows", NOT_THERE.format(numbers=", ".join(missing[:5]), called=place.called)


def _refuse(record: Curated, told: Sequence[tuple[str, str]]) -> None:
    if told:
        name = acts.name_of(record)
        raise Refused(
            [Refusal(*name, (path,) if path else (), sentence) for path, sentence in told]
        )


def _keep(new: Curated) -> None:
    speaker = new.speaker if isinstance(new, Outlet) else new
    if isinstance(speaker, Speaker):
        speaker.slug = speaker.slug or free_slug(speaker.name)
    if isinstance(new, Outlet):
        new.speaker.kind = SpeakerKind.OUTLET.value
        acts.keep_with_profile(new.speaker, new, {})
    else:
        acts.keep(new)


def _sides(
    places: Mapping[str, tuple[Place, int]], new: Curated
) -> Iterator[tuple[Place, int, int]]:
    """Each place, whom its rows name, and whom they shall name."""
    targets = dict.fromkeys(PLACES[kind_of(new)], new.pk)
    if isinstance(new, Outlet):
        targets |= dict.fromkeys(PLACES[kind_of(new.speaker)], new.speaker_id)
    for place, held in places.values():
        yield place, held, targets[place]


def _going(place: Place, held: int, chosen: Chosen) -> list[int]:
    numbers = set(chosen.get(place.name, ()))
    if place.model is Hop:
        quotes = chosen.get("quote.speaker", ())
        for some in portions(quotes):
            along = place.naming(held).filter(appearance__quote__in=some)
            numbers.update(along.values_list("pk", flat=True))
    return sorted(numbers)
