"""What lines say about records that are held already, beside what is held."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import orjson

from quotesdb.ingest.bulk.drafts import READERS, Draft
from quotesdb.ingest.bulk.known import Known
from quotesdb.lines.kinds import KINDS, OUTLET, PROFILED, Kind, PartKind, Values
from quotesdb.lines.members import Member
from quotesdb.lines.telling import lines_about
from quotesdb.portions import portions

INFORMATION = {"version", "updated_at"}
"""Of a held record these tell what was done here; a line cannot know."""

UNORDERED = {"aliases", "relies_on"}


def held_lines(drafts: Iterable[Draft], known: Known) -> Mapping[tuple[str, str], Values]:
    """By kind and name: the lines about held records, four queries at most for each kind."""
    numbers: dict[str, set[int]] = {name: set() for name in KINDS}
    for draft in drafts:
        numbers[draft.kind.name].add(known[draft.kind.name][draft.name].id)
    return {
        (name, line[kind.named_by]): line
        for name, kind in KINDS.items()
        for some in portions(numbers[name])
        for line in lines_about(kind, kind.model.objects.filter(pk__in=some), private=True)
    }


def differing(draft: Draft, held: Values, known: Known) -> list[str]:
    """The members of the line that say something else than is held."""
    return [
        name
        for name, told in told_anew(draft.kind, draft.said, known).items()
        if not is_same(name, told, held.get(name))
    ]


def told_anew(kind: Kind, values: Values, known: Known) -> Values:
    """The line as an export would tell it, as far as its members can differ from what is held."""
    told: Values = {}
    for member in _members(kind):
        if member.name in values:
            told[member.name] = _told(member, values[member.name], known)
    for part in (PROFILED if kind is OUTLET else kind).parts:
        if part.name in values:
            told[part.name] = [_item(part, item, known) for item in values[part.name]]
    return told


def _members(kind: Kind) -> Sequence[Member]:
    own = [it for it in READERS[kind.name].members if it.name not in INFORMATION]
    return [*PROFILED.members, *own] if kind is OUTLET else own


def _item(part: PartKind, item: Any, known: Known) -> Any:
    if part.plain:
        return item
    return {it.name: _told(it, item[it.name], known) for it in part.members if it.name in item}


def _told(member: Member, value: Any, known: Known) -> Any:
    read = member.sort.read(value)
    if member.refers_to and read is not None:
        named = known[member.refers_to].get(read)
        read = named.survivor or read if named else read
    return member.sort.told(read)


def is_same(name: str, told: Any, held: Any) -> bool:
    """Of the items of a list too, only those members are compared that are told."""
    if not isinstance(told, list) or not isinstance(held, list):
        return bool(told == held)
    if name in UNORDERED:
        told, held = sorted(told, key=_named), sorted(held, key=_named)
    return len(told) == len(held) and all(map(_same_item, told, held))


def _same_item(told: Any, held: Any) -> bool:
    if not isinstance(told, dict):
        return bool(told == held)
    return all(held.get(name) == value for name, value in told.items())


def _named(item: Any) -> str:
    """By what an item of a list without order is put in one."""
    if isinstance(item, dict):
        return orjson.dumps([item.get("outlet"), item.get("article")]).decode()
    return str(item)
