"""An article as it came in, before it is read."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Document:
    """The main text of an article and what it says of itself. Empty is "not known"."""

    key: str
    text: str
    title: str = ""
    authors: tuple[str, ...] = ()
    published: date | None = None
    site: str = ""
    url: str = ""
    language: str = ""


class Unreadable(Exception):
    """Bytes that hold no article that can be read, and why."""
