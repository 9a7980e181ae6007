"""How rows stood at a moment: of each the newest row of history until then."""

from datetime import datetime
from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery


def newest(
    rows: QuerySet[Any], *, until: datetime | None = None, before: datetime | None = None
) -> QuerySet[Any]:
    """Of each row among these its newest row of history, until or before a moment, or of all.

    Also that which tells that it was deleted.
    """
    bound = Q()
    if until is not None:
        bound &= Q(history_date__lte=until)
    if before is not None:
        bound &= Q(history_date__lt=before)
    of_the_same = rows.model._default_manager.filter(bound, id=OuterRef("id"))
    last = of_the_same.order_by("-history_date", "-history_id").values("history_id")[:1]
    return rows.filter(bound, history_id=Subquery(last))
