"""What stands in a line of the log that is not about a request but about what happened in it.

What an error says is left out, unless DEBUG is on: databases and parsers quote what they were
given. Its class, and where it was raised, remain; of PostgreSQL the SQLSTATE; and of a connection
that failed, why.
"""

import logging
from collections.abc import Iterator
from datetime import UTC, datetime
from http import HTTPStatus
from traceback import FrameSummary, extract_tb

import psycopg
from django.conf import settings

from quotesdb.observing import request_id
from quotesdb.observing.forms import FORMS
from quotesdb.observing.requests import route_of

LEFT_OUT = "(what it says is left out: it may quote what was sent)"
CAUSE = "The above was raised because of, or while handling, this:\n"


class Lines(logging.Formatter):
    """One line for each thing that is told; `request_id` is empty outside of requests."""

    def __init__(self, form: str) -> None:
        super().__init__()
        self.form = FORMS[form]

    def format(self, record: logging.LogRecord) -> str:
        told = {
            "at": datetime.fromtimestamp(record.created, UTC),
            "level": record.levelname,
            "logger": record.name,
            "message": message_of(record),
            "request_id": request_id.current(),
        }
        if record.exc_info and record.exc_info[1]:
            told["error"] = "".join(told_of(record.exc_info[1]))
        return self.form(told)


def message_of(record: logging.LogRecord) -> str:
    """The message; where Django would tell the path of a request, its route instead."""
    request = getattr(record, "request", None)
    status = getattr(record, "status_code", None)
    if request is not None and status is not None:
        return f"{HTTPStatus(status).phrase}: {route_of(request)}"
    return record.getMessage()


def told_of(error: BaseException | None) -> Iterator[str]:
    """An error with its causes, the last one first: places and classes."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        if seen:
            yield CAUSE
        seen.add(id(error))
        yield from (place_of(frame) for frame in extract_tb(error.__traceback__))
        yield f"{type(error).__module__}.{type(error).__qualname__}: {reason_of(error)}\n"
        error = error.__cause__ or error.__context__


def place_of(frame: FrameSummary) -> str:
    return f"  {frame.filename}:{frame.lineno} in {frame.name}\n"


def reason_of(error: BaseException) -> str:
    """What an error says, if nothing that was sent can stand in it."""
    if settings.DEBUG:
        return str(error)
    if isinstance(error, psycopg.OperationalError) and not error.sqlstate:
        return str(error).partition("\n")[0]
    state = getattr(error, "sqlstate", None)
    return f"SQLSTATE {state} {LEFT_OUT}" if state else LEFT_OUT
