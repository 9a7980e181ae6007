"""What the writers refuse, as errors on the wire: which status, and where in the body."""

from typing import Any

from rest_framework.exceptions import APIException

from quotesdb.ingest.bulk.drafts import COLUMNS
from quotesdb.lines.kinds import KINDS, PROFILED
from quotesdb.refusals import Clash, InUse, NotTheirs, Overtaken, Refusal, Refused
from quotesdb.turns import Busy

MEANINGS = {
    Refused: (422, "refused"),
    InUse: (409, "in_use"),
    Clash: (409, "clash"),
    NotTheirs: (403, "permission_denied"),
    Overtaken: (412, "stale"),
}
SECONDS = 60
"""After which whoever found the writers busy should try again."""

PARTS = {
    part.name: {member.column.removesuffix("_id"): member.name for member in part.members}
    for kind in (*KINDS.values(), PROFILED)
    for part in kind.parts
}
"""By part: the members of its items, by the fields that hold them."""


class WriteRefused(APIException):
    """A refusal of the writers, each sentence with its place in the body."""

    def __init__(self, refused: Refused):
        known = next(kind for kind in type(refused).__mro__ if kind in MEANINGS)
        self.status_code, self.default_code = MEANINGS[known]
        super().__init__(" ".join(dict.fromkeys(it.sentence for it in refused.refusals)))
        self.errors = [_error(it, self.default_code) for it in refused.refusals]


class NoTurn(APIException):
    """Somebody else wrote for too long."""

    status_code = 503
    default_code = "busy"
    wait = SECONDS


def on_the_wire(exception):
    """The same exception, or what it is called outside."""
    match exception:
        case Refused():
            return WriteRefused(exception)
        case Busy():
            return NoTurn(str(exception))
    return exception


def _error(refusal: Refusal, code: str) -> dict:
    path = [str(step) for step in place_of(refusal)]
    pointer = "".join(f"/{step.replace('~', '~0').replace('/', '~1')}" for step in path)
    return {
        "parameter": ".".join(path),
        "pointer": pointer,
        "code": code,
        "detail": refusal.sentence,
    }


def place_of(refusal: Refusal) -> list[Any]:
    """The path by the names that members have outside, where fields are called otherwise."""
    path: list[Any] = list(refusal.path)
    start = 2 if path[:1] == ["appearances"] else 0
    here = path[start:]
    if here[:1] and here[0] in PARTS and len(here) > 2:
        here[2] = PARTS[here[0]].get(here[2], here[2])
    elif here:
        here[0] = _member(refusal.kind, here[0])
    return [*path[:start], *here]


def _member(kind: str, field) -> str:
    columns = COLUMNS.get(kind, {})
    return columns.get(field) or columns.get(f"{field}_id") or field
