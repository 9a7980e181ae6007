"""A body, read strictly: of a question too long for an address, or of what is to be written."""

import json
from collections.abc import Iterable

import orjson
from rest_framework.exceptions import APIException, ErrorDetail, ParseError, ValidationError
from rest_framework.parsers import BaseParser

from quotesdb.nearest import did_you_mean

MOST_BYTES = 1_000_000
"""Enough for 64,000 characters, each of them escaped."""

DEEPEST = 16
"""Levels of lists and objects; no record has more than eight."""


class TooLong(APIException):
    status_code = 413
    default_code = "too_long"


class JSONParser(BaseParser):
    """JSON by orjson, which reads no half of a surrogate pair, and can write again what it read.

    The latter only of what is not too deep: no deeper than anything is that somebody reads.
    """

    media_type = "application/json"
    most_bytes = MOST_BYTES

    def parse(self, stream, media_type=None, parser_context=None):
        body = stream.read(self.most_bytes + 1)
        if len(body) > self.most_bytes:
            raise TooLong(f"A body has at most {self.most_bytes:,} bytes.")
        try:
            read = orjson.loads(body)
        except orjson.JSONDecodeError as error:
            raise ParseError(f"The body is no JSON: {error}.") from error
        if is_deeper_than(DEEPEST, read):
            raise ParseError(f"The body is nested deeper than {DEEPEST} levels.")
        return self.checked(read, body)

    def checked(self, read, body):
        """What was read, unless something in it means nothing."""
        return read


class WritingParser(JSONParser):
    """What is to be written: no member twice."""

    def checked(self, read, body):
        json.loads(body, object_pairs_hook=_each_once)
        return read


class PatchParser(WritingParser):
    """A JSON merge patch (RFC 7396)."""

    media_type = "application/merge-patch+json"


def is_deeper_than(most: int, value) -> bool:
    """Whether lists and objects stand in each other more often than that."""
    level = [value]
    for _ in range(most):
        level = [inner for it in level for inner in _inside(it)]
        if not level:
            return False
    return any(isinstance(it, dict | list) for it in level)


def _inside(value):
    match value:
        case dict():
            return value.values()
        case list():
            return value
    return ()


def _each_once(pairs):
    members = dict(pairs)
    if len(members) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ParseError(f'"{twice}" is given twice: nobody can say which is meant.')
    return members


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
