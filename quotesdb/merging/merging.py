"""Merging: one record takes the place of another, in one act, as it was shown before."""

from collections.abc import Mapping, Sequence
from typing import Any

from quotesdb import acts
from quotesdb.merging import differing, noticing, pairing, refusing
from quotesdb.merging.carrying_out import carry_out
from quotesdb.merging.permission import require
from quotesdb.merging.plan import Choice, Plan, undecided
from quotesdb.models import Curated, Curator, Merge, Outlet, Speaker
from quotesdb.models.history import Act
from quotesdb.nearest import did_you_mean
from quotesdb.refusals import Refusal, Refused
from quotesdb.vocabulary import Door

GONE = "It is no longer there. Nothing was merged."
STALE = (
    "Somebody else has changed one of the two since you opened this page. Nothing was merged: "
    "look at them again."
)
NO_REASON = "A merge needs a reason: say why the two are the same."
LONG_REASON = "A reason has at most 500 characters."
UNKNOWN = 'There is nothing to choose by the name of "{name}".{hint}'
NO_OPTION = '"{chosen}" is no choice here: it is {options}.'

Versions = tuple[int, int]
"""Of the loser and of the survivor."""


def preview(
    loser: Curated, survivor: Curated, *, by: Curator | None, keep: Mapping[str, str] | None = None
) -> Plan:
    """What a merge would do, and what stands against it. Writes nothing.

    As many queries however much would move. Raises PermissionDenied where they may not merge.
    """
    require(by)
    return _plan(*_profiled(loser, survivor), by, keep or {})


def merge(
    loser: Curated,
    survivor: Curated,
    *,
    by: Curator | None,
    why: str,
    keep: Mapping[str, str] | None = None,
    door: Door = Door.ADMIN,
    opened: Versions | None = None,
) -> Merge:
    """Let `survivor` take the place of `loser`: all that names the one names the other from now on.

    `keep` says by name which of what differs shall hold; see `preview`. Two speakers that are both
    outlets are merged as outlets. Raises Refused with all that stands against it, and
    PermissionDenied where they may not merge; then nothing is written.
    """
    require(by)
    with acts.whole(Act(Door.MERGE, by, why)):
        _refuse_stale(loser, survivor, opened)
        loser, survivor = _profiled(_standing_now(loser), _standing_now(survivor))
        plan = _plan(loser, survivor, by, keep or {})
        _refuse(plan, why, keep or {})
        return carry_out(plan, door)


def _plan(loser: Curated, survivor: Curated, by: Curator | None, keep: Mapping[str, str]) -> Plan:
    plan = Plan(loser, survivor)
    _complete(plan, by, keep)
    return plan


def _complete(plan: Plan, by: Curator | None, keep: Mapping[str, str]) -> None:
    if type(plan.loser) is type(plan.survivor):
        differing.look(plan, keep)
    refusing.look(plan, by)
    if plan.refusals:
        return
    noticing.look(plan)
    pairing.look(plan, keep)
    for part in plan.parts:
        if isinstance(part.loser, Speaker):
            _complete(part, by, keep)


def _profiled(loser: Curated, survivor: Curated) -> tuple[Curated, Curated]:
    """An outlet and the speaker that it is go together, whichever of them was named."""
    if isinstance(loser, Speaker) and isinstance(survivor, Speaker) and loser.pk != survivor.pk:
        outlets = {it.speaker_id: it for it in Outlet.objects.filter(speaker__in=[loser, survivor])}
        if len(outlets) == 2:
            return outlets[loser.pk], outlets[survivor.pk]
    return loser, survivor


def _standing_now(record: Curated) -> Curated:
    held: Curated | None = type(record)._base_manager.filter(pk=record.pk).first()
    if held is None:
        raise Refused([Refusal(*acts.name_of(record), (), GONE)])
    return held


def _refuse_stale(loser: Curated, survivor: Curated, opened: Versions | None) -> None:
    if opened is None:
        return
    for record, version in zip((loser, survivor), opened, strict=True):
        rows = type(record)._base_manager.filter(pk=record.pk).order_by()
        if rows.values_list("version", flat=True).first() != version:
            raise Refused([Refusal(*acts.name_of(record), (), STALE)])


def _refuse(plan: Plan, why: str, keep: Mapping[str, str]) -> None:
    refused: list[tuple[Sequence[str], str]] = [
        ((), sentence) for part in plan.all() for sentence in part.refusals
    ]
    if not why.strip() or len(why) > 500:
        refused.append((("why",), LONG_REASON if why.strip() else NO_REASON))
    choices = {choice.name: choice for choice in plan.all_choices()}
    if not refused:
        refused += [(("keep", it.name), it.sentence) for it in undecided([*choices.values()])]
        refused += [(("keep", name), it) for name, it in _misnamed(choices, keep)]
    if refused:
        name = acts.name_of(plan.loser)
        raise Refused([Refusal(*name, tuple(path), sentence) for path, sentence in refused])


def _misnamed(choices: Mapping[str, Choice], keep: Mapping[str, str]) -> Any:
    for name, chosen in keep.items():
        if name not in choices:
            yield name, UNKNOWN.format(name=name, hint=did_you_mean(name, sorted(choices)))
        elif chosen not in choices[name].options:
            options = " or ".join(f'"{it}"' for it in choices[name].options)
            yield name, NO_OPTION.format(chosen=chosen, options=options)
