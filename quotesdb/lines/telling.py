"""From rows to lines: what is held of some records, in the words of their kind."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from django.db.models import Case, F, QuerySet, TextField, Value, When

from quotesdb.lines.kinds import (
    ALIASES,
    APPEARANCE,
    IDENTITY,
    OUTLET,
    PROFILED,
    RELIES_ON,
    SPEAKER,
    TEXT_VERSION,
    UPDATED_AT,
    VERSION,
    Kind,
    PartKind,
    Values,
    way_to,
    ways_to,
)
from quotesdb.lines.later import LATER, SOURCE_STANDS_LATER, STANDS_LATER
from quotesdb.lines.members import Member
from quotesdb.lines.snapshot import rows
from quotesdb.portions import portions


@dataclass(frozen=True, slots=True)
class Column:
    """A member of a line, what is asked of the database for it, and how the answer is told."""

    name: str
    way: str
    asked: Any
    told: Callable[[Any], Any]
    may_stand_later: bool


def lines_about(kind: Kind, chosen: QuerySet[Any], *, private: bool) -> list[Values]:
    """Lines about the chosen records, in their order: a query, and one for each part."""
    columns = columns_of(kind, private=private)
    asked = {f"asked_{place}": column.asked for place, column in enumerate(columns)}
    whole = "speaker_id" if kind is OUTLET else "pk"
    found = rows(chosen.annotate(**asked).values_list(whole, *asked))
    lines = [_told(kind, columns, values) for _, *values in found]
    for part in (PROFILED if kind is OUTLET else kind).parts:
        _add(part, list(map(itemgetter(0), found)), lines)
    if kind is OUTLET:
        return list(map(_with_profile, lines))
    if kind is SPEAKER:
        for line in lines:
            _leave_out_identity(line, private=private)
    return lines


def _told(kind: Kind, columns: Sequence[Column], values: Sequence[Any]) -> Values:
    line: Values = {"type": kind.name}
    for column, value in zip(columns, values, strict=True):
        if value != LATER or not column.may_stand_later:
            line[column.name] = column.told(value)
    return line


def _with_profile(line: Values) -> Values:
    """What is said of the record of an outlet's speaker, in an object of its own."""
    inner = {name[8:]: line.pop(name) for name in list(line) if name.startswith("speaker.")}
    return {**line, "speaker": inner}


def _leave_out_identity(line: Values, *, private: bool) -> None:
    """Where it is not public; and whether it is, where it is told later itself."""
    if not (private or line["identity_is_public"]):
        line.pop("identified_as", None)
    if "identified_as" not in line:
        del line["identity_is_public"]


def columns_of(kind: Kind, *, private: bool) -> list[Column]:
    """All that a line of this kind says, but its parts."""
    members = [*kind.members, VERSION, UPDATED_AT, kind.merged_into]
    if kind is SPEAKER:
        members += IDENTITY
    if kind is APPEARANCE and private:
        members.append(TEXT_VERSION)
    own = [_column(kind, one.name, one, "") for one in members]
    if kind is not OUTLET:
        return own
    named = [_column(kind, one.name, one, "speaker__") for one in PROFILED.members]
    inner = (VERSION, UPDATED_AT, PROFILED.merged_into)
    return [*named, *own, *(_column(kind, f"speaker.{it.name}", it, "speaker__") for it in inner)]


def _column(kind: Kind, name: str, member: Member, through: str) -> Column:
    way = through + way_to(member)
    asked: Any = F(way)
    stands_later = STANDS_LATER[kind.name].get(name)
    if stands_later is not None:
        asked = Case(When(stands_later, then=Value(LATER)), default=asked, output_field=TextField())
    return Column(name, way, asked, member.sort.told, stands_later is not None)


def _add(part: PartKind, wholes: Sequence[int], lines: Sequence[Values]) -> None:
    listed = items_of(part, wholes)
    for whole, line in zip(wholes, lines, strict=True):
        items = listed[whole]
        if LATER not in items:
            line[part.name] = items


def items_of(
    part: PartKind, wholes: Iterable[int], *, all_now: bool = False
) -> dict[int, list[Any]]:
    """By whole, the items of its list; `LATER` stands for one that names what is told later."""
    whole = f"{part.model.whole}_id"
    listed: dict[int, list[Any]] = defaultdict(list)
    for some in portions(wholes):
        for number, is_later, *values in rows(_asked(part, whole, some)):
            told = _item(part, values)
            listed[number].append(LATER if is_later and not all_now else told)
    if part is ALIASES:  # the engines do not agree on the order of letters
        return defaultdict(list, {number: sorted(items) for number, items in listed.items()})
    return listed


def _asked(part: PartKind, whole: str, wholes: Sequence[int]) -> Any:
    by = "position" if part.is_positioned else "id"
    found = part.model.objects.filter(**{f"{whole}__in": wholes}).order_by(whole, by)
    is_later: Any = Value(0)
    if part is RELIES_ON:
        is_later = Case(When(SOURCE_STANDS_LATER, then=1), default=0)
    asked = [whole, "is_later", *ways_to(part.members)]
    return found.annotate(is_later=is_later).values_list(*asked)


def _item(part: PartKind, values: Sequence[Any]) -> Any:
    if part.plain:
        return values[0]
    return {
        member.name: member.sort.told(value)
        for member, value in zip(part.members, values, strict=True)
    }
