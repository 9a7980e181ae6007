"""From where a row came, also when further merges move it on or give it another value."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from quotesdb.merging.lineage import downstream, onward
from quotesdb.merging.places import BY_COLUMN, KINDS, Place
from quotesdb.models import Merge, Moved
from quotesdb.models.merge import MovedQuerySet
from quotesdb.vocabulary import Mergeable

KIND_OF = {model: kind for kind, model in KINDS.items()}


class Spot(NamedTuple):
    """One column of one row."""

    model: str
    row: int
    column: str


def remember(merge: Merge, known: Mapping[int, int], place: Place, numbers: Sequence[int]) -> None:
    """Keep from where these rows come: those that an earlier merge brought, from that one.

    `known` are the losers of the merges by which others came into this loser, by merge.
    """
    told = Moved.objects.that_count().filter(place=place.name, row__in=numbers)
    held = dict(told.values_list("row", "merge"))
    stale = [row for row, earlier in held.items() if earlier not in known]
    told.filter(row__in=stale).update(merge=merge)
    Moved.objects.bulk_create(
        Moved(merge=merge, place=place.name, row=row) for row in numbers if row not in held
    )


def set_aside(merge: Merge, spot: Spot, before: Any) -> None:
    """The merge gives the row another value than `before`: that is kept with how it came there.

    What somebody has changed since it came there is forgotten.
    """
    for told in _of(spot).that_count().select_related("merge"):
        came = told.merge
        if before in downstream(came.kind, came.loser):
            _of(spot).filter(pk=told.pk).update(set_aside_by=merge)
        else:
            told.delete()


def hand_over(merge: Merge, later: Merge, spot: Spot) -> None:
    """The later merge puts back what the earlier one had found, so it keeps how that came there."""
    _of(spot).filter(set_aside_by=later).delete()
    _of(spot).filter(set_aside_by=merge).update(set_aside_by=later)


def take_up(merge: Merge, spot: Spot, before: Any) -> Any:
    """What the row names when it gets back what the merge had found there.

    That is what it was merged into since, if it was, and remembered as if the row had moved along.
    """
    place = BY_COLUMN.get((spot.model, spot.column))
    if place is None:
        return before
    _of(spot).that_count().delete()
    known = _of(spot).filter(set_aside_by=merge).update(set_aside_by=None)
    if before is None:
        return None
    named = named_by(place)
    went = onward(named.value, before)
    if went and not known:
        Moved.objects.create(merge=went[0], place=place.name, row=spot.row)
    led = KINDS[named]._base_manager.filter(pk=before).values_list("merged_into", flat=True)
    return led.first() or before


def named_by(place: Place) -> Mergeable:
    """Of what kind the records are that rows name there."""
    return KIND_OF[place.model._meta.get_field(place.field).related_model]


def _of(spot: Spot) -> MovedQuerySet:
    place = BY_COLUMN.get((spot.model, spot.column))
    if place is None:
        return Moved.objects.none()
    return Moved.objects.filter(place=place.name, row=spot.row)
