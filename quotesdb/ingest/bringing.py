"""Which of a file's values to take: a three-way comparison, field by field.

Three values meet: what the file says, what is held, and what this importer last brought. A held
value that is not what was brought was changed by hand, and is never overwritten without being told.
"""

import json
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from quotesdb.ingest.report import Conflict

Values = dict[str, Any]
DELETED = "deleted"
UNORDERED = {"aliases", "relies_on"}


class Settle(Enum):
    """What to do where a curator has changed by hand what a file says otherwise."""

    LIST = "list the conflict and change nothing"
    THEIRS = "take the file's value"
    OURS = "keep the database's value, and list it no more"


@dataclass(slots=True)
class Decision:
    """What to write of one record, and what to remember of it."""

    values: Values
    """The values that the record shall have; none where it shall stay away."""
    brought: Values
    kept: Values
    conflicts: list[Conflict] = field(default_factory=list)


def decide(
    name: tuple[str, str],
    file: Values,
    held: Values,
    brought: Values,
    kept: Values,
    settle: Settle,
) -> Decision:
    """Compare field by field."""
    decision = Decision(dict(held), dict(brought), {})
    for key, wanted in file.items():
        _decide_field(name, key, wanted, held[key], kept.get(key), decision, settle)
    return decision


def _decide_field(
    name: tuple[str, str],
    key: str,
    wanted: Any,
    held: Any,
    kept: Any,
    decision: Decision,
    settle: Settle,
) -> None:
    last = decision.brought.get(key, _NEVER)
    if _same(key, wanted, held):
        decision.brought[key] = wanted
    elif _same(key, held, last):
        decision.values[key] = decision.brought[key] = wanted
    elif kept is not None and _same(key, kept[0], held) and _same(key, wanted, last):
        decision.kept[key] = kept
    else:
        decision.conflicts.append(Conflict(*name, key, wanted, held, _settled(settle)))
        _settle(key, wanted, held, decision, settle)


def _same(key: str, one: Any, other: Any) -> bool:
    if key in UNORDERED and isinstance(one, list) and isinstance(other, list):
        return sorted(one, key=json.dumps) == sorted(other, key=json.dumps)
    return bool(one == other)


def _settle(key: str, wanted: Any, held: Any, decision: Decision, settle: Settle) -> None:
    match settle:
        case Settle.THEIRS:
            decision.values[key] = decision.brought[key] = wanted
        case Settle.OURS:
            decision.brought[key] = wanted
            # A list, so that a kept null differs from nothing kept.
            decision.kept[key] = [held]
        case Settle.LIST:
            pass


def _settled(settle: Settle) -> str:
    return {Settle.THEIRS: "theirs", Settle.OURS: "ours", Settle.LIST: ""}[settle]


def decide_absent(
    name: tuple[str, str], file: Values, brought: Values, kept: Values, settle: Settle, what: str
) -> Decision:
    """For a record that was deleted or merged away by hand; `what` says which of the two."""
    if kept.get(DELETED) and brought == file:
        return Decision({}, brought, kept)
    conflict = Conflict(*name, "", None, what, _settled(settle))
    match settle:
        case Settle.THEIRS:
            return Decision(file, file, {}, [conflict])
        case Settle.OURS:
            return Decision({}, file, {DELETED: True}, [conflict])
        case Settle.LIST:
            return Decision({}, brought, kept, [conflict])


_NEVER = object()
