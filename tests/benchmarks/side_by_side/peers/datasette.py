"""Datasette on the same SQLite file, with a canned query for each question."""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from tests.benchmarks.side_by_side.floor.dialects import SQLite
from tests.benchmarks.side_by_side.peers import datasette_queries
from tests.benchmarks.side_by_side.questions import Given

VERSION = "0.65.5"
LONGEST_QUERY = 30_000


class Datasette:
    name = "datasette"
    title = f"Datasette {VERSION}, canned queries"
    engines: Sequence[str] = ("sqlite",)

    def command(self, database, port, work):
        queries = {
            name: {"sql": statement}
            for name, statement in datasette_queries.statements(SQLite()).items()
        }
        described = work / "datasette.json"
        described.write_text(json.dumps({"databases": {"quotesdb": {"queries": queries}}}))
        limit = ["--setting", "sql_time_limit_ms", str(LONGEST_QUERY)]
        program = str(_installed(work) / "datasette")
        return [
            program,
            "serve",
            "--immutable",
            database.address,
            "--port",
            str(port),
            "--metadata",
            str(described),
            *limit,
        ]

    def environment(self, database):
        return {name: value for name, value in database.environment.items() if name != "PYTHONPATH"}

    def address(self, question: str, given: Given) -> str | None:
        if question == "unchanged":
            return None
        if question == "search":
            given = {"q": f"{given['a']} {given['b']}"}
        return f"/quotesdb/{question}.json?{urlencode({**given, '_shape': 'array'})}"

    def found(self, question: str, answer: Any) -> list[Any]:
        match question:
            case "detail":
                appearances = json.loads(answer[0]["appearances"])
                return [answer[0]["id"], *(it["id"] for it in appearances)]
            case "facets_of_a_speaker" | "facets_of_all":
                return [[it["slug"], it["quote_count"]] for it in answer]
            case _:
                return [it["id"] for it in answer]


def _installed(work: Path) -> Path:
    """Where its programs are: in an environment of its own, for it pins what we pin otherwise."""
    home = work.parent / f"datasette-{VERSION}"
    if not (home / "bin" / "datasette").exists():
        subprocess.run([sys.executable, "-m", "venv", str(home)], check=True)
        pip = [str(home / "bin" / "pip"), "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, f"datasette=={VERSION}"], check=True)
    return home / "bin"
