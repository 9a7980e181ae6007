"""An article from its address on the web, and from nowhere inside the house.

Every redirect is a new address, and is checked as the first one was.
"""

import http.client
import time
from contextlib import closing
from dataclasses import dataclass
from email.message import Message
from urllib.parse import urljoin

from quotesdb.extraction.intake.outside import House, Refused, Request

__all__ = ["Fetched", "House", "Limits", "Refused", "fetch"]

TYPES = frozenset(("text/html", "application/xhtml+xml", "text/plain"))
REDIRECTS = frozenset((301, 302, 303, 307, 308))
PIECE = 65_536


@dataclass(frozen=True, slots=True)
class Limits:
    """What one fetch may cost, all its redirects together."""

    seconds: float = 20.0
    size: int = 5_000_000
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class Fetched:
    """The body of an answer, and the address that gave it after all redirects."""

    url: str
    body: bytes
    charset: str


def fetch(url: str, limits: Limits | None = None, house: House | None = None) -> Fetched:
    limits, house = limits or Limits(), house or House()
    deadline = time.monotonic() + limits.seconds
    for _ in range(limits.redirects + 1):
        answer = _Fetching(url, house, deadline, limits.size).answer()
        if isinstance(answer, Fetched):
            return answer
        url = answer
    raise Refused(f"more than {limits.redirects} redirects")


class _Fetching(Request[Fetched | str]):
    """One request: what the address answers, or where it redirects to."""

    def __init__(self, url: str, house: House, deadline: float, size: int) -> None:
        super().__init__(url, house, deadline)
        self.size = size

    def ask(self, connection: http.client.HTTPConnection) -> Fetched | str:
        headers = {"Accept": ", ".join(sorted(TYPES)), "Accept-Encoding": "identity"}
        connection.request("GET", self.target, headers=headers)
        with closing(connection.getresponse()) as response:
            return self._read(response)

    def _read(self, response: http.client.HTTPResponse) -> Fetched | str:
        location = response.getheader("Location")
        if response.status in REDIRECTS and location:
            return _joined(self.url, location)
        if response.status != http.client.OK:
            raise Refused(f"it answers {response.status}")
        _check_type(response.headers)
        charset = response.headers.get_content_charset() or ""
        return Fetched(self.url, self._body(response), charset)

    def _body(self, response: http.client.HTTPResponse) -> bytes:
        pieces: list[bytes] = []
        size = 0
        while piece := response.read1(PIECE):
            size += len(piece)
            if size > self.size:
                raise Refused(f"it is larger than {self.size:,} bytes, the most that is read")
            pieces.append(piece)
        if time.monotonic() >= self.deadline:
            raise Refused("it took too long")
        return b"".join(pieces)


def _joined(url: str, location: str) -> str:
    try:
        return urljoin(url, location)
    except ValueError as error:
        raise Refused(f"it redirects to no address: {error}") from error


def _check_type(headers: Message) -> None:
    if headers.get_content_type() not in TYPES:
        raise Refused(f"{headers.get_content_type()} is no article")
    if (headers.get("Content-Encoding") or "identity").lower() != "identity":
        raise Refused("it is compressed although that was not asked for")
