"""Our own server, as `manage.py serve` starts it."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from quotesdb.management.server import granian
from tests.benchmarks.side_by_side.questions import Given

QUOTES = "/api/v1/quotes/"


class Ours:
    name = "ours"
    title = "ours, as `make run` starts it"
    engines: Sequence[str] = ("sqlite", "postgresql")

    def command(self, database, port, work):
        return granian(port)

    def environment(self, database):
        return database.environment

    def address(self, question: str, given: Given) -> str | None:
        match question:
            case "detail" | "unchanged":
                return f"{QUOTES}{given['id']}/"
            case "by_speaker" | "by_outlet_and_dates":
                return f"{QUOTES}?{urlencode(given)}"
            case "deep_page":
                return f"{QUOTES}?{urlencode({'cursor': given['cursor']})}"
            case "search":
                words = f"{given['a']} {given['b']}"
                return f"{QUOTES}?{urlencode({'q': words, 'highlight': 'true'})}"
            case "facets_of_a_speaker":
                return f"{QUOTES}facets/?{urlencode({'group_by': 'outlet', **given})}"
            case "facets_of_all":
                return f"{QUOTES}facets/?group_by=speaker"
            case _:
                return None

    def found(self, question: str, answer: Any) -> list[Any]:
        match question:
            case "detail" | "unchanged":
                return [answer["id"], *(it["id"] for it in answer["appearances"])]
            case "facets_of_a_speaker":
                return [_group(it, "outlet") for it in answer["results"]]
            case "facets_of_all":
                return [_group(it, "speaker") for it in answer["results"]]
            case _:
                return [it["id"] for it in answer["results"]]


def _group(group: dict[str, Any], name: str) -> list[Any]:
    return [group[name] and group[name]["slug"], group["quote_count"]]
