"""One message to one address outside the house."""

import http.client
import time
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass

from quotesdb.extraction.intake.addresses import is_public
from quotesdb.extraction.intake.outside import SCHEMES, House, Refused, Request

SECONDS = 15.0
"""As long as Standard Webhooks advises to wait (15 to 30)."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of one message."""

    status: int | None
    sentence: str = ""

    @property
    def is_taken(self) -> bool:
        return self.status is not None and 200 <= self.status < 300


class _Posting(Request[int]):
    def __init__(self, url: str, house: House, body: bytes, headers: Mapping[str, str]) -> None:
        super().__init__(url, house, time.monotonic() + SECONDS)
        self.body, self.headers = body, headers

    def ask(self, connection: http.client.HTTPConnection) -> int:
        connection.request("POST", self.target, self.body, dict(self.headers))
        # What it says beside the status is nothing to us, and may be endless.
        with closing(connection.getresponse()) as response:
            return response.status


def post(url: str, body: bytes, headers: Mapping[str, str], house: House) -> Answer:
    """Send it; whatever goes wrong is told, not raised."""
    try:
        status = _Posting(url, house, body, headers).answer()
    except Refused as refused:
        return Answer(None, str(refused))
    sentence = "" if 200 <= status < 300 else f"it answers {status}"
    return Answer(status, sentence)


def house_of(inside: frozenset[str]) -> House:
    """The public internet, and of the inside the addresses ("10.0.0.7:8080") that are named."""
    hosts = {host for host, _, _ in (it.rpartition(":") for it in inside)}
    ports = frozenset(int(port) for _, _, port in (it.rpartition(":") for it in inside))
    return House(
        is_outside=lambda address: address in hosts or is_public(address),
        ports=ports | frozenset(SCHEMES.values()),
    )
