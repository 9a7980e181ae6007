"""From a body to a draft: which members may be written, and what is wrong with their shape."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from api.shapes import Shape
from api.writing import naming
from quotesdb.ingest.bulk.drafts import Draft, draft_of, unknown_members
from quotesdb.lines.kinds import IDENTITY, OUTLET, PROFILED, SPEAKER, Kind, PartKind
from quotesdb.lines.members import Member
from quotesdb.models.curated import make_key

FOLLOWS = '"{name}" is found by the database itself, not given: leave it out.'
DIFFERS = (
    '"{name}" cannot be written here, and is not what stands now: leave it out, or send it back '
    "as it was read."
)
PLACES = (
    "Places are found in the article's text, not given: leave start and end out, or send them back "
    "as they were read."
)
APPEARANCES = "appearances"


@dataclass(frozen=True, slots=True)
class Resource:
    """What of an answer may be written, and what follows."""

    kind: Kind
    members: frozenset[str]
    follows: frozenset[str]

    @property
    def known(self) -> frozenset[str]:
        return self.members | self.follows


@cache
def resource_of(kind: Kind, shape: Shape, beside: frozenset[str] = frozenset()) -> Resource:
    """The members of a kind that an answer of this shape shows, or that can be written only."""
    also: dict[Kind, tuple[Member, ...]] = {SPEAKER: IDENTITY, OUTLET: PROFILED.members}
    members = (*kind.members, *also.get(kind, ()))
    own = {it.name for it in members} | {part.name for part in parts_of(kind)}
    own -= beside
    shown = {field.name for field in shape.fields}
    return Resource(kind, frozenset(own), frozenset(shown - own))


def parts_of(kind: Kind) -> tuple[PartKind, ...]:
    return PROFILED.parts if kind is OUTLET else kind.parts


def draft_of_new(resource: Resource, body: dict[str, Any]) -> Draft:
    """The draft of a record that is not there yet; what is wrong with it stands in its faults."""
    wrong = list(unknown_members((), body, resource.known, resource.members))
    for name in sorted(resource.follows & body.keys()):
        wrong.append(((name,), FOLLOWS.format(name=name)))
    draft = _drafted(resource, body, {})
    name = draft.kind.named_by
    draft.faults[:] = wrong + [it for it in draft.faults if it[0] != (name,) or name in body]
    row = draft.profile or draft.row
    if row.get(name) is None:
        row[name] = make_key() if name == "key" else ""
    return draft


def draft_of_change(
    resource: Resource, body: dict[str, Any], stands: Mapping[str, Any], record: Any
) -> Draft:
    """The draft of a change. `stands` is the answer about the record, as far as it is needed."""
    wrong = list(unknown_members((), body, resource.known, resource.members))
    for name in sorted(resource.follows & body.keys()):
        if body[name] != stands[name]:
            wrong.append(((name,), DIFFERS.format(name=name)))
    held = {it.position: it for it in record.segments.all()} if "segments" in body else {}
    draft = _drafted(resource, body, held)
    # Of what is not there, nothing is missing.
    draft.faults[:] = wrong + [it for it in draft.faults if it[0][0] in body]
    return draft


def _drafted(resource: Resource, body: dict[str, Any], held: Mapping[int, Any]) -> Draft:
    """What of a body may be written. `null` means as if it had never been said (RFC 7396)."""
    kind = resource.kind
    said = {name: body[name] for name in body.keys() & resource.members if body[name] is not None}
    values, wrong = naming.spelt_out(said, (*kind.members, *IDENTITY))
    for part in parts_of(kind):
        if type(values.get(part.name)) is list:
            values[part.name], of_part = _items(part, values[part.name])
            wrong += of_part
    draft = draft_of(kind.name, {"type": kind.name, **values})
    draft.faults += [*wrong, *_places(draft, held)]
    return draft


def _items(part: PartKind, items: list) -> tuple[list, list[naming.Fault]]:
    told, faults = [], []
    for place, item in enumerate(items):
        if type(item) is dict:
            item, wrong = naming.spelt_out(item, part.members, (part.name, place))
            faults += wrong
            if any(member.name == "position" for member in part.members):
                item.setdefault("position", place)
        told.append(item)
    return told, faults


def _places(draft: Draft, held: Mapping[int, Any]) -> Iterator[naming.Fault]:
    """A place stays with its words, and none is taken on trust."""
    for at, row in enumerate(draft.parts.get("segments", ())):
        was = held.get(at)
        # What could not be read stands in no column, and is among the faults already.
        given, known = (row.get("start"), row.get("end")), (None, None)
        if was is not None:
            known = was.start, was.end
        if given not in ((None, None), known):
            yield ("segments", at, "start"), PLACES
        stays = was is not None and was.exact == row.get("exact")
        row["start"], row["end"] = known if stays else (None, None)
