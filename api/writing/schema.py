"""What may be written, for the OpenAPI document: drawn from the kinds, and from their columns."""

from collections.abc import Sequence
from typing import Any

from drf_spectacular.utils import OpenApiParameter

from api.bodies import PatchParser, WritingParser
from api.idempotency import HEADER, KEY
from api.writing.acting import LONGEST_WHY
from api.writing.reading import APPEARANCES, parts_of
from quotesdb.lines.kinds import (
    APPEARANCE,
    IDENTITY,
    KINDS,
    OUTLET,
    PROFILED,
    QUOTE,
    SPEAKER,
    Kind,
    PartKind,
)
from quotesdb.lines.members import (
    BY_KEY,
    BY_SLUG,
    DAY,
    LARGEST,
    NUMBER,
    NUMBER_OR_NULL,
    TEXT_OR_NULL,
    TRUTH,
    Member,
)

Schema = dict[str, Any]

WRITES = ("create", "partial_update", "destroy", "accept", "reject", "undo")
MADE_IF_MISSING = {"key", "slug", "position"}

NAMED: dict[str, Schema] = {
    "BySlug": {
        "description": "A record by its slug; what answers tell beside it is passed over.",
        "oneOf": [
            {"type": "string"},
            {"type": "object", "required": ["slug"], "properties": {"slug": {"type": "string"}}},
        ],
    },
    "ByKey": {
        "description": "A record by its key, or by its id here; what answers tell beside it is "
        "passed over.",
        "oneOf": [
            {"type": "string"},
            {"type": "integer"},
            {"type": "object", "required": ["key"], "properties": {"key": {"type": "string"}}},
        ],
    },
}

WHY = OpenApiParameter(
    "why",
    {"type": "string", "minLength": 1, "maxLength": LONGEST_WHY},
    description="Why this is done; kept in the history.",
)
IF_MATCH = OpenApiParameter(
    "If-Match",
    str,
    OpenApiParameter.HEADER,
    required=True,
    description="The `ETag` of the record's own answer, of which only the version is compared: a "
    "write elsewhere makes it never stale. `*`: whichever version.",
)
IDEMPOTENCY_KEY = OpenApiParameter(
    HEADER,
    {"type": "string", "minLength": 1, "maxLength": 202, "pattern": f"^({KEY.pattern})$"},
    OpenApiParameter.HEADER,
    description="A new one for each request, in quotation marks. Sent again with it, within a day, "
    "the request is done no second time, and is answered as at first.",
)
PARAMETERS = {"create": (WHY,), "partial_update": (WHY, IF_MATCH), "destroy": (WHY, IF_MATCH)}

ERRORS = dict.fromkeys(
    ("accept", "reject", "undo"),
    (400, 401, 403, 404, 406, 409, 410, 412, 413, 415, 422, 428, 429, 503),
) | {
    "create": (400, 401, 403, 406, 409, 413, 415, 422, 429, 503),
    "partial_update": (400, 401, 403, 404, 406, 409, 410, 412, 413, 415, 422, 428, 429, 503),
    "destroy": (400, 401, 403, 404, 406, 409, 410, 412, 422, 428, 429, 503),
}


BULK_PARAMETERS = (
    OpenApiParameter(
        "mode",
        str,
        enum=["all_or_nothing", "item_by_item"],
        default="all_or_nothing",
        description="One act, which is undone if any item is refused; or an act for each.",
    ),
    WHY,
    IDEMPOTENCY_KEY,
)
BULK: dict[str, Schema] = {"application/json": {"$ref": "#/components/schemas/Bulk"}}
OUTCOMES: dict[Any, Schema] = {
    (200, "application/json"): {"$ref": "#/components/schemas/BulkOutcomes"}
}
ERRORS_OF_BULK = (400, 401, 403, 404, 406, 409, 412, 413, 415, 422, 428, 429, 503)

ITEM: Schema = {
    "type": "object",
    "required": ["method", "path"],
    "additionalProperties": False,
    "properties": {
        "method": {"type": "string", "enum": ["POST", "PATCH", "DELETE"]},
        "path": {
            "type": "string",
            "minLength": 1,
            "description": "Of a list, such as `quotes/`, or of a record, such as `quotes/12/`.",
        },
        "body": {"type": "object", "description": "As in a request of its own."},
        "if_match": {
            "type": ["string", "integer"],
            "description": "As in the header; or the version. Needed to change and to delete.",
        },
    },
}
OUTCOME: Schema = {
    "type": "object",
    "required": ["status"],
    "properties": {
        "status": {"type": "integer", "description": "As a request of its own would have had."},
        "location": {"type": "string", "format": "uri", "description": "Of what was written."},
        "version": {"type": "integer", "description": "Of what was written."},
        "problem": {"$ref": "#/components/schemas/Problem"},
    },
}
OF_BULK: dict[str, Schema] = {
    "BulkItem": ITEM,
    "Bulk": {
        "type": "object",
        "required": ["items"],
        "additionalProperties": False,
        "properties": {
            "items": {
                "type": "array",
                "minItems": 1,
                "maxItems": 500,
                "items": {"$ref": "#/components/schemas/BulkItem"},
            }
        },
    },
    "BulkOutcome": OUTCOME,
    "BulkOutcomes": {
        "type": "object",
        "required": ["outcomes"],
        "properties": {
            "outcomes": {"type": "array", "items": {"$ref": "#/components/schemas/BulkOutcome"}}
        },
    },
}


def name_of(kind: Kind, action: str) -> str:
    """What the document calls that which is sent."""
    noun = kind.name.capitalize()
    return f"New{noun}" if action == "create" else f"{noun}Change"


def request_of(kind: Kind, action: str) -> dict[str, Schema]:
    """By media type: what is sent."""
    parsers = [WritingParser, *([PatchParser] if action == "partial_update" else [])]
    schema = {"$ref": f"#/components/schemas/{name_of(kind, action)}"}
    return {parser.media_type: schema for parser in parsers}


def components() -> dict[str, Schema]:
    """All that requests are made of."""
    found: dict[str, Schema] = {**NAMED, **OF_BULK}
    for kind in KINDS.values():
        found[name_of(kind, "create")] = _new(kind)
        found[name_of(kind, "partial_update")] = _object(_properties(kind), ())
    printed = _new(APPEARANCE)
    found["NewAppearanceOfQuote"] = {
        **printed,
        "properties": {it: told for it, told in printed["properties"].items() if it != "quote"},
        "required": [it for it in printed["required"] if it != "quote"],
    }
    return found


def _new(kind: Kind) -> Schema:
    properties = _properties(kind)
    if kind is QUOTE:
        item = {"$ref": "#/components/schemas/NewAppearanceOfQuote"}
        properties[APPEARANCES] = {"type": "array", "items": item}
    members = (*kind.members, *(PROFILED.members if kind is OUTLET else ()))
    needed = _needed(members) + (["segments"] if kind is APPEARANCE else [])
    return _object(properties, needed)


def _object(properties: dict[str, Schema], required: Sequence[str]) -> Schema:
    needed = {"required": list(required)} if required else {}
    return {
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
        **needed,
    }


def _needed(members: Sequence[Member]) -> list[str]:
    return [it.name for it in members if it.is_needed and it.name not in MADE_IF_MISSING]


def _properties(kind: Kind) -> dict[str, Schema]:
    also: dict[Kind, Sequence[Member]] = {SPEAKER: IDENTITY}
    told = {}
    if kind is OUTLET:
        told = {it.name: _value(it, PROFILED.model) for it in PROFILED.members}
    told |= {it.name: _value(it, kind.model) for it in (*kind.members, *also.get(kind, ()))}
    return told | {part.name: _list(part) for part in parts_of(kind)}


def _list(part: PartKind) -> Schema:
    if part.plain:
        return {"type": "array", "items": _value(part.members[0], part.model)}
    properties = {it.name: _value(it, part.model) for it in part.members}
    return {"type": "array", "items": _object(properties, _needed(part.members))}


def _value(member: Member, model: Any) -> Schema:
    field = model._meta.get_field(member.column)
    told: Schema = {"description": str(field.help_text)} if field.help_text else {}
    if member.sort in (BY_SLUG, BY_KEY):
        named = {"$ref": f"#/components/schemas/{'BySlug' if member.sort is BY_SLUG else 'ByKey'}"}
        return told | (named if member.is_needed else {"oneOf": [named, {"type": "null"}]})
    return told | _plain(member, field)


def _plain(member: Member, field: Any) -> Schema:
    match member.sort:
        case sort if sort is DAY:
            return {"type": ["string", "null"], "format": "date"}
        case sort if sort is TRUTH:
            return {"type": "boolean"}
        case sort if sort is NUMBER:
            return {"type": "integer", "minimum": 0, "maximum": LARGEST}
        case sort if sort is NUMBER_OR_NULL:
            return {"type": ["integer", "null"], "minimum": 0, "maximum": LARGEST}
    return _text(field, is_null=member.sort is TEXT_OR_NULL, is_needed=member.is_needed)


def _text(field: Any, *, is_null: bool, is_needed: bool) -> Schema:
    told: Schema = {"type": ["string", "null"] if is_null else "string"}
    if field.choices:
        told["enum"] = [word for word, _ in field.choices] + ([None] if is_null else [])
    elif field.max_length:
        told["maxLength"] = field.max_length
    return told | ({"minLength": 1} if is_needed and not field.choices else {})
