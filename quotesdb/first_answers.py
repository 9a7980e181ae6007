"""A request that is repeated is answered as it was at first, and what it asked for is done once.

The answer is kept in the transaction of the write that it tells of: both are there, or neither,
whenever the server dies. Which keys belong together, and for how long, is decided here; what a
request and an answer are, in `api.idempotency`. Follows draft-ietf-httpapi-idempotency-key-header.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from quotesdb import one_at_a_time, turns
from quotesdb.models import Curator, FirstAnswer

KEPT_FOR = timedelta(hours=24)
"""How long a request may be repeated. After that its key is as good as new."""


class UsedOtherwise(Exception):
    """The caller has used the key for another request."""


@dataclass(frozen=True, slots=True)
class Repeatable:
    """A request of one caller, who gave it a key. `asked` tells it from others."""

    caller: Curator
    key: str
    asked: str


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes


@contextmanager
def alone_with(request: Repeatable) -> Iterator[Answer | None]:
    """The first answer, if the request was answered before; and nobody else is at it meanwhile.

    Raises quotesdb.one_at_a_time.Held where the first is still under way, UsedOtherwise where it
    was another request.
    """
    with one_at_a_time.alone(f"{request.caller.pk} {request.key}"):
        yield _first(request)


@contextmanager
def together() -> Iterator[None]:
    """One transaction for a write and for the answer that tells of it.

    Acts inside take their turns as ever; all turns end with this. Raises quotesdb.turns.Busy.
    """
    with turns.noticing(), transaction.atomic():
        yield


def keep(request: Repeatable, answer: Answer) -> None:
    """Keep the first answer, inside `together`. Answers past their time are cleared away."""
    now = timezone.now()
    FirstAnswer.objects.before(now - KEPT_FOR).delete()
    FirstAnswer.objects.create(
        caller=request.caller,
        key=request.key,
        asked=request.asked,
        status=answer.status,
        headers=dict(answer.headers),
        body=answer.body,
        given_at=now,
    )


def forget_all() -> None:
    """Keep none any longer: for when something that they tell of must be nowhere."""
    FirstAnswer.objects.all().delete()


def _first(request: Repeatable) -> Answer | None:
    kept = FirstAnswer.objects.since(timezone.now() - KEPT_FOR)
    first = kept.filter(caller=request.caller, key=request.key).first()
    if first is None:
        return None
    if first.asked != request.asked:
        raise UsedOtherwise
    return Answer(first.status, first.headers, bytes(first.body))
