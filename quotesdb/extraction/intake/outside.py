"""A connection to an address outside the house: for whoever fetches, and whoever sends.

Whoever names an address decides what this server connects to. So the host is looked up once, and
the address that is connected to is the very one that was checked.
"""

import http.client
import socket
import ssl
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from threading import Timer
from typing import Generic, TypeVar
from urllib.parse import SplitResult, urlsplit

from quotesdb.extraction.intake.addresses import is_public, looked_up

SCHEMES = {"http": 80, "https": 443}

Answer = TypeVar("Answer")


class Refused(Exception):
    """An address that is not asked, or an answer that is not read, and why."""


@dataclass(frozen=True, slots=True)
class House:
    """Where the way out leads: how hosts are looked up, which addresses and ports are outside."""

    look_up: Callable[[str, int], Iterable[str]] = looked_up
    is_outside: Callable[[str], bool] = is_public
    ports: frozenset[int] = frozenset(SCHEMES.values())


class Request(Generic[Answer]):
    """One request to one address; a subclass says what is asked, and what of the answer is read.

    `deadline` is a moment of `time.monotonic`: by then all is over.
    """

    def __init__(self, url: str, house: House, deadline: float) -> None:
        self.url = url
        self.house = house
        self.deadline = deadline
        self.parts, self.port = _checked(url, house)
        self.host = _host(self.parts)
        self.socket: socket.socket

    def answer(self) -> Answer:
        """What the subclass makes of the answer.

        Raises Refused where there is none in time, or none from outside.
        """
        self.socket = self._connected()
        # A host that sends a byte a minute keeps every single wait short: this ends them all.
        watch = Timer(max(0.0, self.deadline - time.monotonic()), self._shut)
        watch.start()
        try:
            return self.ask(self._connection())
        except (OSError, http.client.HTTPException) as error:
            late = time.monotonic() >= self.deadline
            raise Refused("it took too long" if late else f"no answer: {error}") from error
        finally:
            watch.cancel()
            self.socket.close()

    def _shut(self) -> None:
        with suppress(OSError):
            self.socket.shutdown(socket.SHUT_RDWR)

    def _connected(self) -> socket.socket:
        """A connection to one of the host's addresses, all of which must lie outside."""
        try:
            addresses = list(self.house.look_up(self.host, self.port))
        except (OSError, UnicodeError) as error:
            raise Refused(f"no host is called {self.host}") from error
        inside = [it for it in addresses if not self.house.is_outside(it)]
        if inside or not addresses:
            raise Refused(f"{self.host} does not lie on the public internet")
        return self._connect(addresses[0])

    def _connect(self, address: str) -> socket.socket:
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise Refused("it took too long")
        try:
            plain = socket.create_connection((address, self.port), timeout=left)
            if not self.house.is_outside(plain.getpeername()[0]):
                plain.close()
                raise Refused("the connection leads to no public address")
            return plain
        except OSError as error:
            raise Refused(f"no connection: {error}") from error

    def _secure(self) -> None:
        context = ssl.create_default_context()
        secured = context.wrap_socket(
            self.socket, server_hostname=self.host, do_handshake_on_connect=False
        )
        self.socket = secured
        secured.do_handshake()

    def ask(self, connection: http.client.HTTPConnection) -> Answer:
        """Send the request, and read its answer."""
        raise NotImplementedError

    @property
    def target(self) -> str:
        """What is asked of the host."""
        path = self.parts.path or "/"
        return f"{path}?{self.parts.query}" if self.parts.query else path

    def _connection(self) -> http.client.HTTPConnection:
        if self.parts.scheme == "https":
            self._secure()
        connection = http.client.HTTPConnection(self.host, self.port)
        connection.sock = self.socket
        return connection


def _checked(url: str, house: House) -> tuple[SplitResult, int]:
    """An address in its parts, if it is one that may be asked."""
    try:
        parts = urlsplit(url)
        port = parts.port or SCHEMES.get(parts.scheme, 0)
    except ValueError as error:
        raise Refused(f"this is no address: {error}") from error
    if parts.scheme not in SCHEMES or not parts.hostname:
        raise Refused("only http and https addresses are fetched")
    if parts.username or parts.password:
        raise Refused("an address with a name or a password in it is not fetched")
    if port not in house.ports:
        raise Refused(f"port {port} is not asked")
    if any(ord(it) <= 32 or ord(it) > 126 for it in f"{parts.path}{parts.query}"):
        raise Refused("the address holds characters that none may hold")
    return parts, port


def _host(parts: SplitResult) -> str:
    """The name of the host as the network knows it, also where letters have accents."""
    try:
        return (parts.hostname or "").encode("idna").decode("ascii")
    except UnicodeError as error:
        raise Refused(f"no host can be called {parts.hostname}") from error
