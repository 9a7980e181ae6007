"""Which merges led to a record, and where one leads: over several steps, if need be."""

from quotesdb.models import Merge


def upstream(kind: str, record: int) -> list[Merge]:
    """The merges in force by which others came into this record, through third ones too."""
    found: list[Merge] = []
    waiting = [record]
    while waiting:
        came = Merge.objects.in_force().filter(kind=kind, survivor__in=waiting).order_by("pk")
        waiting = []
        for merge in came:
            found.append(merge)
            waiting.append(merge.loser)
    return found


def onward(kind: str, record: int) -> list[Merge]:
    """The merges in force by which this record went into another, and that into a third."""
    found: list[Merge] = []
    at = record
    while merge := Merge.objects.in_force().filter(kind=kind, loser=at).order_by().first():
        found.append(merge)
        at = merge.survivor
    return found


def downstream(kind: str, record: int) -> list[int]:
    """The records into which this one went, one after the other; the last one stands."""
    return [merge.survivor for merge in onward(kind, record)]
