"""What a line says, member by member, in the columns of rows that may be written."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from django.utils import timezone

from quotesdb.lines.kinds import (
    APPEARANCE,
    IDENTITY,
    KINDS,
    OUTLET,
    PROFILED,
    SPEAKER,
    TEXT_VERSION,
    UPDATED_AT,
    VERSION,
    Kind,
    PartKind,
    Values,
)
from quotesdb.lines.members import Member, NotSo
from quotesdb.nearest import did_you_mean
from quotesdb.vocabulary import SpeakerKind

Row = dict[str, Any]
Path = tuple[str | int, ...]
Steps = tuple[tuple[str, str, type | None, Callable[[Any], Any], str, Member], ...]
"""Members, taken apart: they are gone through for every row."""

MISSING = "{name} is missing."
NOT_A_LIST = "{name} must be a list."
NOT_AN_OBJECT = "{name} must hold objects."
NO_MEMBER = 'There is no member "{name}" here.{nearest}'
ABSENT = object()


class Reference(NamedTuple):
    """That a column of a row is to hold the id of the record of that kind and name."""

    row: Row
    column: str
    kind: str
    name: str
    path: Path


@dataclass(slots=True)
class Draft:
    """One record on its way in. `place` is where it stands, for messages.

    `said` is the line itself: of a held record, only the members that it has are compared.
    """

    place: str
    kind: Kind
    name: str
    row: Row
    parts: dict[str, list[Row]]
    references: list[Reference]
    said: Values
    profile: Row = field(default_factory=dict)
    """Of an outlet: the row of the speaker that it is."""

    faults: list[tuple[Path, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Reader:
    """How the lines of one kind are read, worked out once."""

    kind: Kind
    members: tuple[Member, ...]
    steps: Steps
    known: frozenset[str]
    blank: Row
    parts: tuple[tuple[PartKind, Steps, frozenset[str]], ...]

    def draft(self, place: str, values: Values) -> Draft:
        """What the line says; what is wrong with its shape stands in the draft's faults."""
        name = values.get(self.kind.named_by)
        row = dict(self.blank)
        draft = Draft(place, self.kind, str(name), row, {}, [], values)
        if not values.keys() <= self.known:
            draft.faults += unknown_members((), values, self.known, self.known - self.kind.derived)
        _fill(draft, row, self.steps, values, ())
        for part, steps, known in self.parts:
            _fill_part(draft, part, steps, known, values.get(part.name, ABSENT))
        return draft


def reader_of(kind: Kind) -> Reader:
    members: list[Member] = [*kind.members, VERSION, UPDATED_AT, kind.merged_into]
    blank: Row = {"id": None}
    names = {part.name for part in kind.parts}
    match kind:
        case _ if kind is SPEAKER:
            members += IDENTITY
        case _ if kind is PROFILED:
            blank |= {"kind": SpeakerKind.OUTLET.value, "granted_by_id": None}
            blank |= {member.column: member.default for member in IDENTITY}
            blank |= {"identified_as_id": None}
        case _ if kind is APPEARANCE:
            members.append(TEXT_VERSION)
            blank |= {"text_id": None}
        case _ if kind is OUTLET:
            names |= {"speaker", *(member.name for member in PROFILED.members), "aliases"}
    names |= {member.name for member in members} | {"type"} | kind.derived
    parts = tuple(
        (part, _steps(part.members), frozenset(it.name for it in part.members))
        for part in kind.parts
    )
    return Reader(kind, tuple(members), _steps(members), frozenset(names), blank, parts)


def _fill(draft: Draft, row: Row, steps: Steps, values: Values, path: Path) -> None:
    """Read the members of a line, or of one item of a list in it, into a row."""
    for name, column, kept_as_it_is, read, refers_to, member in steps:
        value = values.get(name, ABSENT)
        if type(value) is kept_as_it_is:
            row[column] = value
            continue
        if value is ABSENT:
            value = _by_default(draft, member, path)
        else:
            try:
                value = read(value)
            except NotSo as error:
                draft.faults.append(((*path, name), f"{name} {error}."))
                continue
        if refers_to and value is not None:
            draft.references.append(Reference(row, column, refers_to, value, (*path, name)))
            value = None
        row[column] = value


def unknown_members(
    path: Path, values: Values, known: frozenset[str], named: frozenset[str]
) -> Iterator[tuple[Path, str]]:
    """A sentence for each member that nobody reads; it names the nearest of `named`."""
    for name in sorted(values.keys() - known):
        yield (*path, name), NO_MEMBER.format(name=name, nearest=did_you_mean(name, named))


def _steps(members: Sequence[Member]) -> Steps:
    return tuple(
        (it.name, it.column, it.sort.kept_as_it_is, it.sort.read, it.refers_to, it)
        for it in members
    )


def _by_default(draft: Draft, member: Member, path: Path) -> Any:
    if member.is_needed:
        draft.faults.append(((*path, member.name), MISSING.format(name=member.name)))
        return None
    if member is UPDATED_AT:
        return timezone.now()
    if member.default is None and not member.refers_to:
        return member.sort.read(None)
    return member.default


def _fill_part(
    draft: Draft, part: PartKind, steps: Steps, known: frozenset[str], items: Any
) -> None:
    rows = draft.parts[part.name] = []
    if items is ABSENT:
        return
    if type(items) is not list:
        draft.faults.append(((part.name,), NOT_A_LIST.format(name=part.name)))
        return
    for place, item in enumerate(items):
        path = (part.name, place)
        if part.plain:
            item = {part.members[0].name: item}
        if type(item) is not dict:
            draft.faults.append((path, NOT_AN_OBJECT.format(name=part.name)))
            continue
        if not item.keys() <= known:
            draft.faults += unknown_members(path, item, known, known)
        row: Row = {"id": None, "position": place} if part.is_positioned else {"id": None}
        _fill(draft, row, steps, item, path)
        rows.append(row)


READERS = {name: reader_of(kind) for name, kind in KINDS.items()}
PROFILE = reader_of(PROFILED)

COLUMNS = {
    name: {
        **{member.column: member.name for member in reader.members},
        **{member.column: member.name for member in PROFILED.members if name == "outlet"},
        "text_id": TEXT_VERSION.name,
    }
    for name, reader in READERS.items()
}
"""By kind and column: the member that fills it."""


def draft_of(place: str, values: Values) -> Draft:
    """The draft of a line whose type is a kind of record."""
    draft = READERS[values["type"]].draft(place, values)
    if draft.kind is OUTLET:
        _add_profile(draft, values)
    return draft


def _add_profile(draft: Draft, values: Values) -> None:
    """An outlet's line tells of the speaker that it is too."""
    inner = values.get("speaker", {})
    if type(inner) is not dict:
        draft.faults.append((("speaker",), NOT_AN_OBJECT.format(name="speaker")))
        inner = {}
    told = {name: values[name] for name in _TOLD_OF_PROFILE & values.keys()}
    profile = PROFILE.draft(draft.place, {**told, **inner})
    draft.profile = profile.row
    draft.parts = profile.parts
    draft.references += profile.references
    draft.faults += profile.faults


_TOLD_OF_PROFILE = {member.name for member in PROFILED.members} | {"aliases"}
