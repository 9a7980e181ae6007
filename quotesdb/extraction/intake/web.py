"""The article that an address holds."""

from quotesdb.extraction.intake.document import Document
from quotesdb.extraction.intake.fetching import House, Limits, fetch
from quotesdb.extraction.intake.files import read_bytes


def read_address(url: str, limits: Limits | None = None, house: House | None = None) -> Document:
    fetched = fetch(url, limits, house)
    return read_bytes(fetched.url, fetched.body, fetched.charset, fetched.url)
