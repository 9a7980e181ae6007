"""What a later merge will put back, where what it had found there is undone before it is."""

from collections.abc import Callable
from typing import Any

from quotesdb.models import Merge

Spot = tuple[str, int, str]
"""Model, id and column."""

NOTHING_ELSE = object()


def hand_on(merge: Merge, instead: Callable[[Spot, Any], Any]) -> set[Spot]:
    """Let the first later merge in force that found something else at a spot put that back.

    `instead` gives it, or `NOTHING_ELSE`, of a spot and what was found there. Gives the spots.
    """
    told: set[Spot] = set()
    laters = Merge.objects.in_force().filter(pk__gt=merge.pk).exclude(values=[])
    for later in laters.order_by("pk"):
        values, before_this = [], len(told)
        for name, number, column, before, after in later.values:
            spot = (name, number, column)
            found = NOTHING_ELSE if spot in told else instead(spot, before)
            if found is not NOTHING_ELSE:
                told.add(spot)
                before = found
            values.append([*spot, before, after])
        if len(told) > before_this:
            Merge.objects.filter(pk=later.pk).update(values=values)
    return told
