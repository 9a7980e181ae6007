"""Records named in a body: by slug or key, in an object that has it, or as a bare text.

Whatever else an object has, as answers give it beside the name, is passed over.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from api.resources import references
from quotesdb.ingest.bulk.drafts import Reference, unknown_members
from quotesdb.ingest.bulk.known import NOT_AN_OUTLET, keepable
from quotesdb.lines.kinds import KINDS, NAMES
from quotesdb.lines.members import Member
from quotesdb.models import Speaker
from quotesdb.portions import portions

NONE_SUCH = 'There is no {kind} "{name}".'

LARGEST = 2**63 - 1
"""What a column for ids holds; and no record has."""

SHAPES = {
    "speaker": references.SPEAKER,
    "outlet": references.OUTLET,
    "article": references.ARTICLE,
    "quote": references.QUOTE,
    "appearance": references.APPEARANCE,
}
BESIDE = {kind: frozenset(field.name for field in shape.fields) for kind, shape in SHAPES.items()}
"""By kind: what answers tell of a record that they name."""

Fault = tuple[tuple[str | int, ...], str]


def spelt_out(values: dict, members: Sequence[Member], path=()) -> tuple[dict, list[Fault]]:
    """The same members, each record named as lines name it; and what is wrong with names."""
    told, faults = dict(values), []
    for member in members:
        value = values.get(member.name)
        if member.refers_to and value is not None:
            told[member.name], wrong = _named(value, member.refers_to, (*path, member.name))
            faults += wrong
    return told, faults


def _named(value: Any, kind: str, path) -> tuple[Any, list[Fault]]:
    by = KINDS[kind].named_by
    if type(value) is dict:
        faults = list(unknown_members(path, value, BESIDE[kind], BESIDE[kind]))
        value = value.get(by, value.get("id", value) if by == "key" else value)
        if faults:
            return None, faults
    if type(value) is int and by == "key":
        return _by_number(value, kind, path)
    return ({by: value} if type(value) is str else value), []


def _by_number(number: int, kind: str, path) -> tuple[Any, list[Fault]]:
    named = (
        KINDS[kind]
        .model.objects.filter(pk=max(0, min(number, LARGEST)))
        .values_list("key", flat=True)
    )
    if key := named.first():
        return {"key": key}, []
    return None, [(path, NONE_SUCH.format(kind=kind, name=number))]


def resolve(wanted: Sequence[Reference]) -> list[Fault]:
    """Fill in the ids of the records that are named; a query for each kind.

    Whoever names a record that was merged means the one that took its place.
    """
    names: dict[str, set[str]] = defaultdict(set)
    for one in wanted:
        names[one.kind].add(one.name)
    held = {kind: _ids(kind, some) for kind, some in names.items()}
    faults = []
    for one in wanted:
        number = held[one.kind].get(one.name)
        if number is None:
            faults.append((one.path, _why_not(one)))
        else:
            one.row[one.column] = number
    return faults


def _ids(kind: str, names: Iterable[str]) -> dict[str, int]:
    way, found = NAMES[kind], {}
    for some in portions(keepable(names)):
        rows = KINDS[kind].model.objects.filter(**{f"{way}__in": some}).order_by()
        for name, number, survivor in rows.values_list(way, "pk", "merged_into"):
            found[name] = survivor or number
    return found


def _why_not(one: Reference) -> str:
    if one.kind == "outlet":
        names = list(keepable([one.name]))
        if Speaker.objects.filter(slug__in=names).exists():
            return NOT_AN_OUTLET.format(name=one.name)
    return NONE_SUCH.format(kind=one.kind, name=one.name)
