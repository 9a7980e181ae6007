"""How a curated record is written: whole, checked, versioned, and with its history.

This is the mechanism that `ingest` and `curation` share; nobody else writes.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from copy import copy
from dataclasses import replace
from functools import partial
from typing import Any

from django.db import models, transaction
from simple_history.utils import get_history_manager_for_model

from quotesdb import changes, derived, measures, rules, turns
from quotesdb.faults import Parts, complaints, of_record, of_row, told_apart
from quotesdb.models import Curated, Outlet, Part, Speaker
from quotesdb.models.history import Act, acting, current_act
from quotesdb.models.quote import COUNTS
from quotesdb.refusals import Refusal, Refused
from quotesdb.vocabulary import Happened

UNTOUCHED = {"id", "version", "updated_at", "merged_into", "sort_date", *COUNTS}

MERGED_INTO = "merged_into_id"

PERMANENT = ("key", "slug")
RENAMED = "A {name} is permanent: this record's is {held!r} for ever."
DELETED = "Somebody else has deleted this record meanwhile. Nothing was saved."


@contextmanager
def whole(act: Act) -> Iterator[None]:
    """One act in one transaction, in its turn; what follows from its writes is set at its end.

    The moment of the act is that of its turn, so that acts are ordered as they are committed.

    Raises quotesdb.turns.Busy where other writers leave no turn; nothing is written then.
    """
    with turns.taken() as moment, acting(replace(act, at=moment)):
        yield
        derived.settle()
        changes.write()
        transaction.on_commit(partial(measures.acted, act.door.value))


def name_of(record: models.Model) -> tuple[str, str]:
    """The kind of a row, and what people call it: its slug, its key or its id."""
    return record._meta.model_name or "", changes.name_of(record) or str(record.pk or "new")


def own_fields(model: type[models.Model]) -> list[str]:
    """The columns that people or importers fill in."""
    return [
        field.attname
        for field in model._meta.concrete_fields
        if field.name not in UNTOUCHED and not field.generated
    ]


def insert(rows: Sequence[models.Model]) -> None:
    """Write new rows of one model, with their history."""
    if not rows:
        return
    model = type(rows[0])
    model._default_manager.bulk_create(rows)
    _remember(rows, update=False)
    current_act().made.update((model, row.pk) for row in rows)
    changes.note(rows, Happened.CREATED)


def revise(rows: Sequence[models.Model], fields: Iterable[str]) -> None:
    """Write changed rows of one model, with their history."""
    if not rows:
        return
    model = type(rows[0])
    wanted = set(fields)
    names = [field.name for field in model._meta.concrete_fields if field.attname in wanted]
    model._default_manager.bulk_update(rows, names)
    _revised(rows, wanted)


def revise_alike(rows: Sequence[models.Model], fields: Sequence[str]) -> None:
    """As `revise`, of rows of which most become alike: one statement for each sort of them."""
    if not rows:
        return
    sorts: dict[tuple[Any, ...], list[int]] = defaultdict(list)
    for row in rows:
        sorts[tuple(getattr(row, name) for name in fields)].append(row.pk)
    for values, numbers in sorts.items():
        held = type(rows[0])._base_manager.filter(pk__in=numbers)
        held.update(**dict(zip(fields, values, strict=True)))
    _revised(rows, set(fields))


def _revised(rows: Sequence[models.Model], wanted: set[str]) -> None:
    _remember(rows, update=True)
    for row in rows:
        changes.note([row], _became(row) if MERGED_INTO in wanted else Happened.CHANGED)


def _became(record: Any) -> Happened:
    return Happened.SPLIT if record.merged_into_id is None else Happened.MERGED


def _remember(rows: Sequence[models.Model], *, update: bool) -> None:
    act: Act = current_act()
    get_history_manager_for_model(type(rows[0])).bulk_history_create(
        rows,
        update=update,
        default_user=act.by,
        default_change_reason=act.why,
        default_date=act.at,
    )


def keep(record: Curated, parts: Parts | None = None, *, only_check: bool = False) -> bool:
    """Write a record with its parts, if anything differs from what is held.

    `parts` maps the name of a relation ("segments", "chain", "aliases", "relies_on") to all the
    parts that the record shall have; a relation not named stays as it is. Returns whether anything
    was written: with `only_check`, nothing is. Runs inside the caller's transaction and act.

    Raises Refused, with everything that constraints and rules have against it.
    """
    parts = parts or {}
    derived.prepare(record, parts)
    _refuse(record, complaints(record, parts))
    return not only_check and _write(record, parts)


def keep_with_profile(
    speaker: Speaker, outlet: Outlet, parts: Parts, *, only_check: bool = False
) -> bool:
    """Write an outlet together with the speaker that it is, as `keep` does.

    Raises Refused, with everything that stands against either.
    """
    derived.prepare(speaker, parts)
    of_outlet = [complaint for complaint in of_row(outlet) if complaint[0] != ("speaker",)]
    _refuse(speaker, [*of_record(speaker, parts), *of_outlet])
    if only_check:
        return False
    speaker_changed = _write(speaker, parts)
    outlet.speaker = speaker
    outlet_changed = _write(outlet, {})
    if speaker_changed:
        # Whoever opened the outlet saw its speaker's name, so the outlet's version tells of both.
        _move_version(outlet, outlet_changed)
    return speaker_changed or outlet_changed


def discard(record: models.Model) -> None:
    """Delete a record with its parts; an outlet together with the speaker that it is.

    Raises django.db.models.ProtectedError where something that stays refers to it.
    """
    before = copy(record)
    _delete(record)
    if isinstance(record, Outlet):
        _delete(record.speaker)
    derived.note(before, None)


def _delete(record: models.Model) -> None:
    if isinstance(record, Curated):
        changes.note_gone(record, Happened.DELETED)
    record.delete()


def _write(record: Curated, parts: Parts) -> bool:
    held = _held(record)
    _refuse(record, _renamings(record, held))
    changed = _keep_root(record, held)
    if _keep_parts(record, parts):
        _move_version(record, changed)
        changed = True
    if changed:
        derived.note(record, held)
    return changed


def _held(record: Curated) -> Curated | None:
    if record.pk is None:
        return None
    held = type(record)._base_manager.filter(pk=record.pk).first()
    if held is None and not record._state.adding:
        raise Refused([Refusal(*name_of(record), (), DELETED)])
    return held


def _renamings(record: Curated, held: Curated | None) -> Iterator[rules.Complaint]:
    for name in PERMANENT:
        before = getattr(held, name, None)
        if before is not None and before != getattr(record, name):
            yield (name,), RENAMED.format(name=name, held=before)


def _keep_root(record: Curated, held: Curated | None) -> bool:
    if held is None:
        insert([record])
        return True
    if all(getattr(record, name) == getattr(held, name) for name in own_fields(type(record))):
        record.version, record.updated_at = held.version, held.updated_at
        return False
    record.version = held.version
    step(record)
    revise([record], [*own_fields(type(record)), "version", "updated_at"])
    return True


def step(record: Curated) -> None:
    """Move a record's version on; one that the act itself has made is at its first."""
    if (type(record), record.pk) not in current_act().made:
        record.version += 1
        record.updated_at = current_act().at


def _move_version(record: Curated, moved_already: bool) -> None:
    if not moved_already and (type(record), record.pk) not in current_act().made:
        step(record)
        revise([record], ["version", "updated_at"])


def _keep_parts(record: Curated, parts: Parts) -> bool:
    changed = [_reconcile(record, name, wanted) for name, wanted in parts.items()]
    return any(changed)


def _reconcile(record: Curated, relation: str, wanted: Sequence[Part]) -> bool:
    """Make the held parts equal the wanted ones, touching only those that differ."""
    model: Any = type(record)._meta.get_field(relation).related_model
    held = {told_apart(part): part for part in getattr(record, relation).all()}
    new, changed = [], []
    for part in wanted:
        setattr(part, model.whole, record)
        twin = held.pop(told_apart(part), None)
        if twin is None:
            part.pk = None
            new.append(part)
        elif any(getattr(part, name) != getattr(twin, name) for name in own_fields(model)):
            part.pk = twin.pk
            changed.append(part)
    for gone in held.values():
        gone.delete()
    insert(new)
    revise(changed, own_fields(model))
    return bool(new or changed or held)


def _refuse(record: Curated, found: Iterable[rules.Complaint]) -> None:
    refusals = [Refusal(*name_of(record), path, sentence) for path, sentence in found]
    if refusals:
        raise Refused(refusals)
