"""From which address a request comes, also through proxies.

Each proxy adds to `X-Forwarded-For` the address it was asked from, at the end. Whoever asks can
write anything before that: so as many entries are believed as there are proxies of ours
(TRUSTED_PROXIES), counted from the end.
"""

from ipaddress import IPv6Address, IPv6Network, ip_address

from django.conf import settings
from django.http import HttpRequest

ONE_HOUSEHOLD = 64
"""The bits of an IPv6 address that tell one network from another; the others its owner chooses."""


def client_address(request: HttpRequest) -> str:
    """The address of whoever asks, as text; an IPv6 network instead of one of its addresses."""
    nearest = request.META.get("REMOTE_ADDR", "")
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "")
    known = [*(part.strip() for part in forwarded.split(",") if part.strip()), nearest]
    proxies = min(settings.TRUSTED_PROXIES, len(known) - 1)
    return _network(known[-1 - proxies]) or _network(nearest) or nearest


def _network(written: str) -> str:
    """An address in its usual form; empty where it is none."""
    try:
        address = ip_address(_without_port(written))
    except ValueError:
        return ""
    if not isinstance(address, IPv6Address):
        return str(address)
    if address.ipv4_mapped:
        return str(address.ipv4_mapped)
    return str(IPv6Network((int(address), ONE_HOUSEHOLD), strict=False))


def _without_port(written: str) -> str:
    """Some proxies write `192.0.2.1:4711` or `[2001:db8::1]:4711`."""
    if written.startswith("["):
        return written[1:].partition("]")[0]
    host, colon, port = written.rpartition(":")
    return host if colon and ":" not in host and port.isdigit() else written
