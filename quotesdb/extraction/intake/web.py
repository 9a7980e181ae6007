"""The article that an address holds."""

from quotesdb.extraction.intake.document import Document
from quotesdb.extraction.intake.fetching import House, Limits, fetch
from quotesdb.extraction.intake.html import is_html, read_page
from quotesdb.extraction.intake.text import decoded


def read_address(url: str, limits: Limits | None = None, house: House | None = None) -> Document:
    fetched = fetch(url, limits, house)
    if not is_html(fetched.body):
        text = decoded(fetched.body, fetched.charset)
        return Document(key=fetched.url, text=text, url=fetched.url)
    page = decoded(fetched.body, fetched.charset) if fetched.charset else fetched.body
    return read_page(fetched.url, page, fetched.url)
