"""Every address that leads anywhere, out of Django's own resolver."""

import re

from django.contrib.admindocs.views import simplify_regex
from django.urls import URLResolver, get_resolver

PARAMETER = re.compile(r"<(?:\w+:)?(\w+)>")


def patterns(resolver=None, before=""):
    """Each route with what it leads to, its parameters still in it: `/admin/<path:object_id>/`."""
    for pattern in (resolver or get_resolver()).url_patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from patterns(pattern, route)
        else:
            yield plain(route), pattern


def plain(route):
    return simplify_regex(route) if set("^$(?") & set(route) else f"/{route}"


def address_of(route, **known):
    """The route with something in the place of each parameter: what is known, else 1."""
    return PARAMETER.sub(lambda found: str(known.get(found[1], 1)), route)
