"""The body of a question that is too long for an address: one JSON object, read strictly."""

from collections.abc import Iterable

import orjson
from rest_framework.exceptions import APIException, ErrorDetail, ParseError, ValidationError
from rest_framework.parsers import BaseParser

from quotesdb.nearest import did_you_mean

MOST_BYTES = 1_000_000
"""Enough for 64,000 characters, each of them escaped."""


class TooLong(APIException):
    status_code = 413
    default_code = "too_long"


class JSONParser(BaseParser):
    """JSON by orjson, which reads neither half of a surrogate pair nor depths without an end."""

    media_type = "application/json"

    def parse(self, stream, media_type=None, parser_context=None):
        body = stream.read(MOST_BYTES + 1)
        if len(body) > MOST_BYTES:
            raise TooLong(f"A body has at most {MOST_BYTES:,} bytes.")
        try:
            return orjson.loads(body)
        except orjson.JSONDecodeError as error:
            raise ParseError(f"The body is no JSON: {error}.") from error


def members_of(body, known: Iterable[str]) -> dict:
    """The members of an object.

    Raises ValidationError where it is none, or for a member that nobody reads.
    """
    if not isinstance(body, dict):
        raise ValidationError(f"The body must be an object with: {', '.join(sorted(known))}.")
    unknown = {name: [_unknown(name, known)] for name in body if name not in known}
    if unknown:
        raise ValidationError(unknown)
    return body


def text_in(body: dict, name: str, most: int) -> str:
    """A text of at most so many characters.

    Raises ValidationError where there is none, TooLong where it is longer.
    """
    text = body.get(name)
    if not isinstance(text, str):
        code = "required" if name not in body else "invalid"
        raise ValidationError({name: [ErrorDetail("Must be a text.", code)]})
    if "\x00" in text:
        said = f'"{name}" has a NUL character in it.'
        raise ValidationError({name: [ErrorDetail(said, "nul_character")]})
    if len(text) > most:
        raise TooLong(
            f'"{name}" has {len(text):,} characters; at most {most:,} are read at one time.'
        )
    return text


def number_in(body: dict, name: str, most: int, default: int) -> int:
    """A number from 1 to `most`.

    Raises ValidationError where it is none.
    """
    number = body.get(name, default)
    if type(number) is not int or not 1 <= number <= most:
        raise ValidationError({name: [f"Must be a whole number from 1 to {most}."]})
    return number


def _unknown(name: str, known: Iterable[str]) -> ErrorDetail:
    return ErrorDetail(f'Unknown member "{name}".{did_you_mean(name, known)}', "unknown_member")
