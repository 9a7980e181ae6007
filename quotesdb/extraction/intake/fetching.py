"""An article from its address on the web, and from nowhere inside the house.

Whoever pastes an address decides what this server connects to. So the host is looked up once, the
address that is connected to is the very one that was checked, and every redirect is a new address.
"""

import http.client
import socket
import ssl
import time
from collections.abc import Callable, Iterable
from contextlib import closing, suppress
from dataclasses import dataclass
from email.message import Message
from threading import Timer
from urllib.parse import SplitResult, urljoin, urlsplit

from quotesdb.extraction.intake.addresses import is_public, looked_up

SCHEMES = {"http": 80, "https": 443}
TYPES = frozenset(("text/html", "application/xhtml+xml", "text/plain"))
REDIRECTS = frozenset((301, 302, 303, 307, 308))
PIECE = 65_536


class Refused(Exception):
    """An address that is not fetched, or an answer that is not read, and why."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one fetch may cost, all its redirects together."""

    seconds: float = 20.0
    size: int = 5_000_000
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class House:
    """Where the way out leads: how hosts are looked up, which addresses and ports are outside."""

    look_up: Callable[[str, int], Iterable[str]] = looked_up
    is_outside: Callable[[str], bool] = is_public
    ports: frozenset[int] = frozenset(SCHEMES.values())


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
        answer = _Request(url, house, deadline, limits.size).answer()
        if isinstance(answer, Fetched):
            return answer
        url = answer
    raise Refused(f"more than {limits.redirects} redirects")


class _Request:
    """One request to one address."""

    def __init__(self, url: str, house: House, deadline: float, size: int) -> None:
        self.url = url
        self.house = house
        self.deadline = deadline
        self.size = size
        self.parts, self.port = _checked(url, house)
        self.host = _host(self.parts)
        self.socket: socket.socket

    def answer(self) -> Fetched | str:
        """What the address answers, or where it redirects to."""
        self.socket = self._connected()
        # A host that sends a byte a minute keeps every single wait short: this ends them all.
        watch = Timer(max(0.0, self.deadline - time.monotonic()), self._shut)
        watch.start()
        try:
            return self._ask()
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

    def _ask(self) -> Fetched | str:
        if self.parts.scheme == "https":
            self._secure()
        connection = http.client.HTTPConnection(self.host, self.port)
        connection.sock = self.socket
        path = self.parts.path or "/"
        target = f"{path}?{self.parts.query}" if self.parts.query else path
        headers = {"Accept": ", ".join(sorted(TYPES)), "Accept-Encoding": "identity"}
        connection.request("GET", target, headers=headers)
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
