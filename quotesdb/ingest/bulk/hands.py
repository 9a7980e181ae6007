"""Who had a record in hand last: an import, or a person."""

from collections.abc import Collection
from typing import Any

from django.db.models import OuterRef, Subquery
from simple_history.utils import get_history_manager_for_model

from quotesdb.portions import portions
from quotesdb.vocabulary import Door


def changed_by_hand(model: Any, numbers: Collection[int]) -> set[int]:
    """Of these records, those that were last written through another door than an import's.

    A record's own row is written with every change of its parts, so its history tells of both. A
    record without history was put there past the writers: nobody can say by whom, so by hand.
    """
    history = get_history_manager_for_model(model)
    newest = (
        history.model.objects.filter(id=OuterRef("pk"))
        .order_by("-history_date", "-history_id")
        .values("door")[:1]
    )
    imported = {
        number
        for some in portions(numbers)
        for number, door in model.objects.filter(pk__in=some)
        .order_by()
        .annotate(door=Subquery(newest))
        .values_list("pk", "door")
        if door == Door.IMPORT.value
    }
    return set(numbers) - imported
