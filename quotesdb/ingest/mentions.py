"""The names of other records that plain values mention, and what merging makes of them."""

from collections.abc import Iterator
from typing import Any

from quotesdb.ingest.names import Name, Names

_NAMED_IN = {
    "speaker": "speaker",
    "granted_by": "outlet",
    "outlet": "outlet",
    "article": "article",
    "quote": "quote",
    "nested_in": "appearance",
}
"""The fields of records that name another record, and its kind."""


def mentioned(values: Any) -> Iterator[Name]:
    """The kind and name of every record that plain values mention, at any depth."""
    for field, value in values.items():
        if field in _NAMED_IN and isinstance(value, str):
            yield _NAMED_IN[field], value
        elif isinstance(value, list):
            for item in value:
                if isinstance(item, dict):
                    yield from mentioned(item)


def canonical(name: Name, values: Any, names: Names) -> Any:
    """The values of the record of that name, with survivors for what was merged away."""
    renamed = _renamed(values, names)
    if renamed != values:
        _tidy(names.canonical(*name), renamed)
    return renamed


def _renamed(values: Any, names: Names) -> Any:
    if isinstance(values, list):
        return [_renamed(item, names) for item in values]
    if not isinstance(values, dict):
        return values
    return {
        field: names.canonical(_NAMED_IN[field], value)
        if field in _NAMED_IN and isinstance(value, str)
        else _renamed(value, names)
        for field, value in values.items()
    }


def _tidy(key: str, values: Any) -> None:
    """Drop what merging has made double, and what now leads from an article to itself."""
    if "relies_on" in values:
        once = {(on["outlet"], on["article"]): on for on in reversed(values["relies_on"])}
        once.pop((None, key), None)
        values["relies_on"] = list(reversed(once.values()))
    for hop in values.get("chain", ()):
        if hop["article"] == values["article"]:
            hop["article"] = None
