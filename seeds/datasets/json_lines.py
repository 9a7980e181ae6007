"""One JSON object a line, and the values in it, taken for what they are and no more."""

import json
from collections.abc import Callable, Iterator
from typing import Any

from seeds.datasets.found import Found
from seeds.datasets.ledger import Ledger, LeftOut, Unusable
from seeds.datasets.lines import LONGEST, Source, lines

Fields = dict[str, Any]
ReadLine = Callable[[Fields, Ledger], Found]

EMPTY = "an empty line"


def read_lines(source: Source, ledger: Ledger, read: ReadLine) -> Iterator[Found | None]:
    """What `read` finds in each line; `None` for a line of which nothing is to be brought."""
    for number, data in lines(source):
        found = None
        with ledger.reading(number):
            found = read(fields_of(data), ledger)
        yield found


def fields_of(data: bytes | None) -> Fields:
    """Raises Unusable where the line is no JSON object."""
    if data is None:
        raise Unusable(f"a line of more than {LONGEST:,} bytes")
    if not data.strip():
        raise LeftOut(EMPTY)
    try:
        # With a mark of byte order, which some programs put before the first line.
        value = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise Unusable("not UTF-8", data[:200].decode("utf-8", "backslashreplace")) from error
    except (ValueError, RecursionError) as error:
        raise Unusable("no JSON", data[:200].decode()[:100] if data.isascii() else "") from error
    if not isinstance(value, dict):
        raise Unusable("JSON, but no object", value)
    return value


def text_in(fields: Fields, name: str) -> str:
    """The text of a field; empty where there is none."""
    value = fields.get(name)
    return value if isinstance(value, str) else ""


def list_in(fields: Fields, name: str) -> list[Any]:
    """The list of a field; empty where there is none."""
    value = fields.get(name)
    return value if isinstance(value, list) else []


def objects_in(fields: Fields, name: str, ledger: Ledger) -> Iterator[Fields]:
    """The objects in a list; whatever else is in it is dirt."""
    value = fields.get(name)
    if value is not None and not isinstance(value, list):
        ledger.soil(f"{name}: no list", value)
    for item in list_in(fields, name):
        if isinstance(item, dict):
            yield item
        else:
            ledger.soil(f"{name}: something else than an object", item)


def lose_others(fields: Fields, kept: frozenset[str], ledger: Ledger, of: str = "") -> None:
    """Count by name the fields that are not kept, where there is something in them."""
    for name, value in fields.items():
        if name not in kept and value not in (None, "", [], {}):
            ledger.lose(f"{of}{name[:60]}", value)
