"""The article in a page: its main text, without menus, and what the page tells of itself."""

import re
from datetime import date
from itertools import count

import trafilatura
from trafilatura.meta import reset_caches
from trafilatura.settings import Document as Extracted

from quotesdb.extraction.intake.document import Document, Unreadable

# Possessive: who writes a page chooses what stands in front of it, also a thousand comments.
PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*+(?:<\?xml\b[^>]*+>\s*+)?+(?:<!--.*?-->\s*+)*+"
    rb"<(?:!doctype\s+html|html|head|body)\b",
    re.I | re.S,
)
START = 4096
"""Bytes in which a page shows that it is one."""

PAGES_BETWEEN_RESETS = 200
"""The library remembers what it has seen; left alone, its memory grows with every page."""

_pages = count(1)


def is_html(start: bytes) -> bool:
    return PAGE.match(start[:START]) is not None


def read_page(key: str, page: str | bytes, url: str = "") -> Document:
    """Bytes are taken to be in the encoding that the page itself states."""
    # With `deduplicate` the library forgets the text of a page that it meets a fourth time.
    found = trafilatura.bare_extraction(
        page, url=url or None, with_metadata=True, include_comments=False, deduplicate=False
    )
    if next(_pages) % PAGES_BETWEEN_RESETS == 0:
        reset_caches()
    if not isinstance(found, Extracted) or not found.text:
        raise Unreadable("the page holds no article")
    return Document(
        key=key,
        text=found.text,
        title=found.title or "",
        authors=_authors(found.author or ""),
        published=_date(found.date or ""),
        site=found.sitename or "",
        url=found.url or url,
        language=found.language or "",
    )


def _authors(told: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in told.split(";") if name.strip())


def _date(told: str) -> date | None:
    try:
        return date.fromisoformat(told[:10])
    except ValueError:
        return None
