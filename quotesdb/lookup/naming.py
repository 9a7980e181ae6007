"""Whom a text names for words, beside whom the records name for them."""

from collections.abc import Iterable
from enum import Enum

from quotesdb.lookup.items import Item
from quotesdb.lookup.names import is_another
from quotesdb.lookup.speakers import Ascribed
from quotesdb.lookup.thresholds import SURE


class Naming(Enum):
    """Whom the text names: the recorded speaker, somebody whom a printing names, or another."""

    THE_SPEAKER = "the speaker"
    AS_PRINTED = "as a printing names"
    ANOTHER = "another"
    NOT_TOLD = "not told"

    @property
    def differs(self) -> bool | None:
        return None if self is Naming.NOT_TOLD else self is Naming.ANOTHER


def naming_of(item: Item, ascribed: Ascribed) -> Naming:
    """A text that names whom a printing names differs from the record, and not from all of it."""
    if item.speaker is None or item.confidence < SURE:
        return Naming.NOT_TOLD
    name, kind = item.speaker.name, item.speaker.kind
    own = is_another(name, kind, ascribed.speaker) if ascribed.speaker else None
    if own is False:
        return Naming.THE_SPEAKER
    if any(is_another(name, kind, one) is False for one in ascribed.printed):
        return Naming.AS_PRINTED
    return Naming.ANOTHER if own else Naming.NOT_TOLD


def together(namings: Iterable[Naming]) -> Naming:
    """What holds for all of them."""
    different = set(namings)
    return different.pop() if len(different) == 1 else Naming.NOT_TOLD
