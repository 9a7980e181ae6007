"""One record as any other writer keeps it: slowly, and with a sentence for whatever is wrong."""

from collections.abc import Container, Mapping
from typing import Any

from quotesdb import acts
from quotesdb.faults import Parts
from quotesdb.ingest.bulk.drafts import COLUMNS, Draft, Path, Row
from quotesdb.ingest.bulk.known import BESIDE, Known
from quotesdb.ingest.bulk.placing import completed, fields_of, parts_of
from quotesdb.lines.kinds import OUTLET
from quotesdb.lines.members import day_told
from quotesdb.models import Speaker
from quotesdb.refusals import Refused

Fault = tuple[Path, str]

PERMANENT = {"id", "version", "updated_at", "merged_into_id"}


def keep(draft: Draft, known: Known, *, only: set[str] | None = None) -> list[Fault]:
    """Keep the record, new or held; or what is against it. Runs inside an act.

    Of a held record only the members and parts in `only` are changed.
    """
    found = draft.faults or [*known.resolve(draft.references), *completed(draft, known)]
    if found:
        return found
    held = known[draft.kind.name].get(draft.name)
    record = _held(draft, held.id) if held else new_record(draft)
    if held:
        change(record, draft, only)
    parts = parts_wanted(draft, only)
    try:
        if draft.kind is OUTLET:
            acts.keep_with_profile(record.speaker, record, parts)
        else:
            acts.keep(record, parts)
    except Refused as refused:
        return [(refusal.path, refusal.sentence) for refusal in refused.refusals]
    _learn(draft, record, known)
    return []


def new_record(draft: Draft) -> Any:
    """A record as the draft has it, not yet written; an outlet with the speaker that it is."""
    model: Any = draft.kind.model
    record = model(**fields_of(model, draft.row))
    if draft.kind is OUTLET:
        record.speaker = Speaker(**fields_of(Speaker, draft.profile))
    return record


def _held(draft: Draft, number: int) -> Any:
    return draft.kind.model.objects.get(pk=number)


def change(record: Any, draft: Draft, only: Container[str] | None) -> None:
    """Let the record say what the draft says: of the members in `only`, or of all."""
    for row, one in ((draft.row, record), (draft.profile, getattr(record, "speaker", None))):
        for name, value in fields_of(type(one), row).items() if row else ():
            if name not in PERMANENT and (
                only is None or COLUMNS[draft.kind.name].get(name) in only
            ):
                setattr(one, name, value)


def parts_wanted(draft: Draft, only: Container[str] | None) -> Parts:
    """The parts that the draft lists: those whose name is in `only`, or all."""
    return {
        part.name: [part.model(**_new(part.model, row)) for row in draft.parts[part.name]]
        for part in parts_of(draft)
        if only is None or part.name in only
    }


def _new(model: Any, row: Row) -> Mapping[str, Any]:
    return {**fields_of(model, row), "id": None}


def _learn(draft: Draft, record: Any, known: Known) -> None:
    if draft.kind is OUTLET:
        known.learn("speaker", draft.name, record.speaker_id)
    beside = BESIDE.get(draft.kind.name)
    known.learn(
        draft.kind.name, draft.name, record.pk, beside and day_told(getattr(record, beside))
    )
