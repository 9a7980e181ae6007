"""The same questions in Django REST framework as its tutorial teaches it, under gunicorn."""

import sys
from typing import Any
from urllib.parse import urlencode

from tests.benchmarks.side_by_side.peers.ours import Ours
from tests.benchmarks.side_by_side.questions import Given

PACKAGE = "tests.benchmarks.side_by_side.tutorial"
WORKERS = 2


class Tutorial(Ours):
    name = "tutorial"
    title = "Django REST framework as in its tutorial, gunicorn"
    quotes = "/quotes/"

    def command(self, database, port, work):
        options = ["--workers", str(WORKERS), "--log-level", "warning", "--no-control-socket"]
        bound = ["--bind", f"127.0.0.1:{port}"]
        return [sys.executable, "-m", "gunicorn", *bound, *options, f"{PACKAGE}.wsgi:application"]

    def environment(self, database):
        return {**database.environment, "DJANGO_SETTINGS_MODULE": f"{PACKAGE}.settings"}

    def address(self, question: str, given: Given) -> str | None:
        match question:
            case "detail":
                return f"{self.quotes}{given['id']}/"
            case "by_speaker" | "by_outlet_and_dates":
                return f"{self.quotes}?{urlencode(given)}"
            case "deep_page":
                return f"{self.quotes}?page={given['page']}"
            case "search":
                return f"{self.quotes}?{urlencode({'search': given['a'] + ' ' + given['b']})}"
            case "facets_of_a_speaker":
                return f"{self.quotes}by-outlet/?{urlencode(given)}"
            case "facets_of_all":
                return f"{self.quotes}by-speaker/"
            case _:
                return None

    def found(self, question: str, answer: Any) -> list[Any]:
        if question.startswith("facets"):
            return [[it["slug"], it["quote_count"]] for it in answer["results"]]
        return super().found(question, answer)


class TutorialWithCounts(Tutorial):
    name = "tutorial_with_counts"
    title = "the same, with the counts of appearances that our tables keep"
    quotes = "/kept/quotes/"
