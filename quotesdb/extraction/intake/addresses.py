"""Which internet addresses lie outside, on the public internet."""

import socket
from collections.abc import Iterator
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

TRANSLATED = IPv6Network("64:ff9b::/96")
"""Addresses of IPv4 behind a translator: the last 32 bits are the address that is meant."""


def looked_up(host: str, port: int) -> Iterator[str]:
    for *_, address in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
        yield str(address[0])


def is_public(address: str) -> bool:
    """Whether an address, and every address wrapped in it, can be reached from anywhere."""
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    return all(it.is_global and not it.is_multicast and not it.is_reserved for it in _meant(found))


def _meant(address: IPv4Address | IPv6Address) -> Iterator[IPv4Address | IPv6Address]:
    """The address itself, or the one of IPv4 that it carries."""
    if isinstance(address, IPv4Address):
        yield address
    elif address.ipv4_mapped:
        yield address.ipv4_mapped
    elif address in TRANSLATED:
        yield IPv4Address(int(address) & 0xFFFFFFFF)
    else:
        yield address
        yield from (it for it in (address.sixtofour, *(address.teredo or ())) if it)
