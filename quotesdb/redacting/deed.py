"""The deed itself: who may, all or nothing, once and for all."""

from collections.abc import Sequence

from quotesdb import acts, changes, derived, first_answers
from quotesdb.models import Curated, Curator, Redaction
from quotesdb.models.history import Act, current_act
from quotesdb.refusals import Clash, InUse, NotTheirs, Refusal, Refused
from quotesdb.vocabulary import Door, Ground, Happened

from .blackening import blacken
from .purging import purge
from .reach import Reach, reach_of

REDACT = "quotesdb.redact_record"

NOT_THEIRS = "Only editors redact records. Nothing was redacted."
GONE = "This record is no longer there. Nothing was redacted."
OTHERWISE = (
    "{found} records would go, and not the {expected} that were shown: look again at what goes. "
    "Nothing was redacted."
)


def redact(
    record: Curated,
    *,
    by: Curator | None,
    because: Ground,
    expected: int,
    door: Door = Door.ADMIN,
) -> Sequence[Redaction]:
    """Purge a record with all that cannot be without it, if these are as many as `expected`.

    `by` nobody is whoever works at the server itself. What is left of each is returned.

    Raises Refused where `by` may not, where something stands in the way, or where other records
    would go than those that were shown; and quotesdb.turns.Busy. Nothing is redacted then.
    """
    name = acts.name_of(record)
    refuse_others(by, name)
    with acts.whole(Act(door, by, because.value)):
        if not type(record)._base_manager.filter(pk=record.pk).exists():
            raise Refused([Refusal(*name, (), GONE)])
        reach = reach_of(record)
        _refuse(reach, name, expected)
        left = _left_of(reach, because)
        _note(reach)
        purge(reach, blacken(reach))
        first_answers.forget_all()
        Redaction.objects.bulk_create(left)
    return left


def refuse_others(by: Curator | None, name: tuple[str, str]) -> None:
    """Raises Refused where `by` may not redact."""
    if by is not None and not by.has_perm(REDACT):
        raise NotTheirs([Refusal(*name, (), NOT_THEIRS)])


def _refuse(reach: Reach, name: tuple[str, str], expected: int) -> None:
    if reach.in_the_way:
        raise InUse([Refusal(*name, (), sentence) for sentence in reach.in_the_way])
    if reach.records != expected:
        sentence = OTHERWISE.format(found=reach.records, expected=expected)
        raise Clash([Refusal(*name, (), sentence)])


def _left_of(reach: Reach, because: Ground) -> list[Redaction]:
    act = current_act()
    return [
        Redaction(
            kind=changes.KINDS[type(record)],
            key=changes.name_of(record),
            number=record.pk,
            at=act.at,
            by=act.by,
            because=because.value,
        )
        for record in reach
    ]


def _note(reach: Reach) -> None:
    """Followers are told; and what follows from these records in others is set at the act's end."""
    for record in reach:
        changes.note_gone(record, Happened.REDACTED)
        derived.note(record, None)
