"""What happened to one row, for people."""

from typing import Any

from quotesdb.past.differing import CHANGED, RowChange, Value

LONGEST = 60


def sentence(change: RowChange) -> str:
    """Such as "Quote: language und → en", or "Hop 1 added"."""
    what = called(change)
    if change.what != CHANGED or not change.values:
        return f"{what} {change.what}".capitalize()
    return f"{what.capitalize()}: {', '.join(map(_told, change.values))}"


def called(change: RowChange) -> str:
    place = f" {change.place}" if change.place else ""
    return f"{change.model._meta.verbose_name}{place}"


def _told(value: Value) -> str:
    return f"{value.field.verbose_name} {_shown(value.before)} → {_shown(value.after)}"


def _shown(value: Any) -> str:
    text = "nothing" if value in ("", None) else str(value)
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
