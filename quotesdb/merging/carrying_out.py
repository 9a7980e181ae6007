"""A plan becomes rows: what moves, what is set, and what is kept to undo it."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import models

from quotesdb import acts, faults
from quotesdb.merging.lineage import upstream
from quotesdb.merging.places import LEADING, kind_of
from quotesdb.merging.plan import Move, Plan
from quotesdb.merging.remembering import Spot, remember, set_aside
from quotesdb.merging.restoring import plain
from quotesdb.merging.rewriting import AT_ONCE, Rewriting, fresh
from quotesdb.models import Merge, Moved, Reliance
from quotesdb.models.history import current_act
from quotesdb.portions import portions
from quotesdb.refusals import Refusal, Refused
from quotesdb.vocabulary import Certainty, Door, Mergeable

SAYING = ("kind", "certainty", "evidence")
"""What one article's reliance may say otherwise than another's."""


def carry_out(plan: Plan, door: Door) -> Merge:
    """Write a plan that nothing stands against. Runs inside the caller's act.

    Raises Refused where the survivor would break a constraint.
    """
    return _carried_out(plan, Rewriting(), Merge(door=door.value))


def _carried_out(plan: Plan, rows: Rewriting, whole: Merge) -> Merge:
    merge = _remembered(plan, whole)
    known = {it.pk: it.loser for it in upstream(merge.kind, merge.loser)}
    for move in plan.moves():
        merge.counts[move.place.name] = _moved(merge, known, move, rows)
    for part in plan.parts:
        _carried_out(part, rows, merge)
    _set_values(merge, plan, rows)
    _let_lead(merge, known, rows)
    merge.save()
    return merge


def _remembered(plan: Plan, whole: Merge) -> Merge:
    act = current_act()
    chosen = {choice.name: choice.chosen for choice in plan.choices}
    return Merge.objects.create(
        part_of=whole if whole.pk else None,
        kind=kind_of(plan.loser).value,
        loser=plan.loser.pk,
        survivor=plan.survivor.pk,
        loser_name=acts.name_of(plan.loser)[1],
        survivor_name=acts.name_of(plan.survivor)[1],
        chosen=chosen,
        by=act.by,
        at=act.at,
        why=act.why,
        door=whole.door,
    )


def _moved(merge: Merge, known: Mapping[int, int], move: Move, rows: Rewriting) -> int:
    """Let the rows of one place name the survivor; gives how many do."""
    place, model = move.place, move.place.model
    if model is Reliance:
        _give_way(merge, known, move, rows)
    numbers = list(move.rows.values_list("pk", flat=True))
    for some in portions(numbers, AT_ONCE):
        remember(merge, known, place, some)
        rows.change(fresh(model, some), {place.column: merge.survivor})
    return len(numbers)


def _give_way(merge: Merge, known: Mapping[int, int], move: Move, rows: Rewriting) -> None:
    """An article relies on an outlet once: the second row goes, and what it said is kept.

    Where only that one is stated by the article, the row that stays says what it said.
    """
    going = fresh(Reliance, list(move.staying.values_list("pk", flat=True)))
    articles = [row.article_id for row in going]
    staying = Reliance.objects.filter(outlet=merge.survivor, article__in=articles)
    twins = {row.article_id: row for row in staying.select_related("article")}
    for row in going:
        twin = twins[row.article_id]
        if (row.certainty, twin.certainty) == (Certainty.STATED, Certainty.INFERRED):
            set_values(merge, rows, [(twin, name, getattr(row, name)) for name in SAYING])
        remember(merge, known, move.place, [row.pk])
        kept = {name: getattr(row, name) for name in acts.own_fields(Reliance)}
        told = Moved.objects.that_count().filter(place=move.place.name, row=row.pk)
        told.update(values=kept)
    rows.remove(going)


def _set_values(merge: Merge, plan: Plan, rows: Rewriting) -> None:
    set_values(merge, rows, plan.values)
    plan.survivor.refresh_from_db()
    found = list(faults.of_row(plan.survivor)) if plan.values else []
    if found:
        name = acts.name_of(plan.survivor)
        raise Refused([Refusal(*name, path, sentence) for path, sentence in found])


def set_values(
    merge: Merge, rows: Rewriting, values: Sequence[tuple[models.Model, str, Any]]
) -> None:
    """Set columns of single rows, and keep what stood there. Columns of one row go together."""
    wanted: dict[tuple[type[models.Model], int], dict[str, Any]] = {}
    for row, column, value in values:
        wanted.setdefault((type(row), row.pk), {})[column] = value
    for (model, number), columns in wanted.items():
        held = fresh(model, [number])
        for column, value in columns.items():
            before = getattr(held[0], column)
            spot = Spot(str(model._meta.model_name), number, column)
            merge.values.append([*spot, plain(before), plain(value)])
            set_aside(merge, spot, before)
        rows.change(held, columns)


def _let_lead(merge: Merge, known: Mapping[int, int], rows: Rewriting) -> None:
    """The loser, and whatever was merged into it before, leads to the survivor.

    What was merged without our remembering it, as by an import, is remembered now.
    """
    leading = LEADING[Mergeable(merge.kind)]
    earlier = list(leading.naming(merge.loser).values_list("pk", flat=True))
    unknown = [number for number in earlier if number not in known.values()]
    remember(merge, known, leading, unknown)
    rows.touch(fresh(leading.model, [merge.survivor]))
    led = fresh(leading.model, [merge.loser, *earlier])
    rows.change(led, {leading.column: merge.survivor})
