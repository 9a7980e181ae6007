"""What would stand in the log, as the settings of a server have it."""

import io
import json
from contextlib import contextmanager, redirect_stderr
from logging.config import dictConfig

from django.conf import settings
from django.test import override_settings

from quotesdb.observing.logging_settings import logging_of


@contextmanager
def logged(form="json", level="WARNING"):
    """Gives a stream into which all goes that is logged inside, by clients made inside."""
    stream = io.StringIO()
    with redirect_stderr(stream), override_settings(LOG_FORMAT=form, LOG_REQUESTS=True):
        dictConfig(logging_of(form, level))
        try:
            yield stream
        finally:
            dictConfig(settings.LOGGING)


def lines(stream):
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def of_requests(stream):
    return [line for line in lines(stream) if line["logger"] == "quotesdb.requests"]
