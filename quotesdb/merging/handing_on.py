"""What a later merge will put back, where what it had found there is undone before it is."""

from collections.abc import Callable, Container
from typing import Any

from quotesdb.merging.remembering import Spot
from quotesdb.models import Merge

NOTHING_ELSE = object()

Instead = Callable[[Spot, Any], Any]
"""Of a spot and what was found there: what shall be put back, or `NOTHING_ELSE`."""


def hand_on(merge: Merge, instead: Instead) -> dict[Spot, Merge]:
    """Let the first later merge in force that found something else at a spot put that back.

    Gives the spots, and the merges that keep it from now on.
    """
    told: dict[Spot, Merge] = {}
    laters = Merge.objects.in_force().filter(pk__gt=merge.pk).exclude(values=[])
    for later in laters.order_by("pk"):
        found = put_back_else(later, _but_for(told, instead))
        told |= dict.fromkeys(found, later)
    return told


def put_back_else(merge: Merge, instead: Instead) -> set[Spot]:
    """Let undoing this merge put back something else. Gives the spots where it will."""
    values: list[list[Any]] = []
    told: set[Spot] = set()
    for *at, before, after in merge.values:
        spot = Spot(*at)
        found = NOTHING_ELSE if spot in told else instead(spot, before)
        if found is not NOTHING_ELSE:
            told.add(spot)
            before = found
        values.append([*spot, before, after])
    if told:
        Merge.objects.filter(pk=merge.pk).update(values=values)
    return told


def _but_for(told: Container[Spot], instead: Instead) -> Instead:
    return lambda spot, before: NOTHING_ELSE if spot in told else instead(spot, before)
