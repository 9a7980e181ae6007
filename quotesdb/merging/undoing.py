"""Undoing a merge: what came with it goes back, whatever else has changed meanwhile."""

from collections.abc import Iterator

from quotesdb import acts
from quotesdb.merging.giving_back import Way, give_back
from quotesdb.merging.lineage import downstream, upstream
from quotesdb.merging.permission import require
from quotesdb.merging.places import KINDS
from quotesdb.merging.restoring import restore
from quotesdb.merging.rewriting import Rewriting, fresh
from quotesdb.models import Curator, Merge
from quotesdb.models.history import Act, current_act
from quotesdb.refusals import Refusal, Refused
from quotesdb.vocabulary import Door, Mergeable

GONE = "This merge is not remembered any more."
UNDONE = "This merge was undone already. Nothing was changed."
IS_PART = "It went along with another, {whole}: undo that one. Nothing was changed."
LOSER_GONE = "What was merged was deleted since: there is nothing to give back to."
LONG_REASON = "A reason has at most 500 characters."


def undo(merge: int, *, by: Curator | None, why: str = "") -> Merge:
    """Take a merge back, with what was merged along with it.

    What moved goes back, unless somebody has given it to another since; what was deleted stays
    deleted, and what came to the survivor since stays there. Raises Refused where it cannot be.
    """
    require(by)
    with acts.whole(Act(Door.MERGE, by, why or "merge undone")):
        row = _undoable(merge, why)
        rows = Rewriting()
        for one in list(_with_parts(row)):
            _undo(one, rows)
            one.undone_by, one.undone_at, one.undone_why = by, current_act().at, why
            one.save()
        return row


def _undoable(number: int, why: str) -> Merge:
    merge = Merge.objects.select_related("part_of").filter(pk=number).first()
    if merge is None:
        raise Refused([Refusal("merge", str(number), (), GONE)])
    if len(why) > 500:
        raise _refused(merge, LONG_REASON)
    if merge.undone_at is not None:
        raise _refused(merge, UNDONE)
    if merge.part_of is not None:
        raise _refused(merge, IS_PART.format(whole=merge.part_of))
    if not fresh(KINDS[Mergeable(merge.kind)], [merge.loser]):
        raise _refused(merge, LOSER_GONE)
    return merge


def _refused(merge: Merge, sentence: str) -> Refused:
    return Refused([Refusal("merge", str(merge.pk), (), sentence)])


def _with_parts(merge: Merge) -> Iterator[Merge]:
    yield merge
    for part in merge.parts.in_force().order_by("pk"):
        yield from _with_parts(part)


def _undo(merge: Merge, rows: Rewriting) -> None:
    model = KINDS[Mergeable(merge.kind)]
    if not fresh(model, [merge.loser]):
        return
    came = upstream(merge.kind, merge.loser)
    way = Way(merge, downstream(merge.kind, merge.loser), came)
    restore(merge, rows)
    give_back(way, rows)
    _let_stand(way, rows)
    rows.touch(fresh(model, way.further[-1:]))


def _let_stand(way: Way, rows: Rewriting) -> None:
    """The loser stands again, and what came into it before leads to it."""
    model = KINDS[Mergeable(way.merge.kind)]
    led = model._base_manager.filter(
        pk__in=[it.loser for it in way.came], merged_into__in=way.further
    )
    numbers = list(led.order_by("pk").values_list("pk", flat=True))
    rows.change(fresh(model, numbers), {"merged_into_id": way.merge.loser})
    rows.change(fresh(model, [way.merge.loser]), {"merged_into_id": None})
