"""The record that is split off, out of what a body says of it."""

from datetime import date

from rest_framework.exceptions import ValidationError

from api.bodies import members_of
from quotesdb.models import Outlet, Quote, Speaker

OF_SPEAKER = ("slug", "name", "kind", "description", "wikidata_id")
OF_OUTLET = ("slug", "name", "description", "wikidata_id", "domain", "country", "language")
OF_QUOTE = ("key", "text", "language", "said_from", "said_until", "occasion")
PROFILE = ("domain", "country", "language")
DAYS = ("said_from", "said_until")


def new_record(record, told):
    """A record of the same sort, not yet written. What is not told is as it was, or empty.

    Raises ValidationError where what is told is no text, no day, or known to nobody.
    """
    match record:
        case Outlet():
            said = _texts(told, OF_OUTLET)
            profile = {name: said.pop(name) for name in PROFILE if name in said}
            return Outlet(speaker=Speaker(**said), **profile)
        case Quote():
            kept = {"language": record.language, "speaker": record.speaker}
            return Quote(**(kept | _texts(told, OF_QUOTE)))
    return Speaker(**({"kind": record.kind} | _texts(told, OF_SPEAKER)))


def _texts(told, known):
    said = members_of(told, known)
    for name, value in said.items():
        if not isinstance(value, str) and not (name in DAYS and value is None):
            raise ValidationError({"new": [f'"{name}" must be a text.']})
    return {name: _day(name, value) if name in DAYS else value for name, value in said.items()}


def _day(name, value):
    try:
        return value and date.fromisoformat(value)
    except ValueError as error:
        sentence = f'"{name}" must be a day such as 2024-01-31.'
        raise ValidationError({"new": [sentence]}) from error
