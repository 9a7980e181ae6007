"""Addresses that differ in nothing but a number are resolved once, and then known.

Django tries one pattern after the other, level by level, for every request.
"""

import re
from functools import lru_cache
from typing import Any

from django.urls import ResolverMatch, URLResolver

NUMBER = re.compile(r"(?<=/)[0-9]{1,18}(?=/)")
"""What stands in an address for a record that is called by its id."""

ANY = "0"
SHAPES = 1024
"""How many are remembered: all that have no name in them, and the names asked for last."""


class ResolvedOnce(URLResolver):
    """For patterns that take any number that `NUMBER` is, where they take one."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._of_shape = lru_cache(SHAPES)(super().resolve)

    def resolve(self, path: str) -> ResolverMatch:
        numbers = NUMBER.findall(path)
        if len(numbers) > 1:
            return super().resolve(path)
        shape = self._of_shape(NUMBER.sub(ANY, path))
        return _with(shape, numbers[0]) if numbers else shape


def _with(shape: Any, number: str) -> ResolverMatch:
    return ResolverMatch(
        shape.func,
        shape.args,
        _put(shape.kwargs, number),
        shape.url_name,
        shape.app_names,
        shape.namespaces,
        shape.route,
        captured_kwargs=_put(shape.captured_kwargs, number),
        extra_kwargs=shape.extra_kwargs,
    )


def _put(given: Any, number: str) -> dict[str, Any]:
    return {name: number if value == ANY else value for name, value in given.items()}
