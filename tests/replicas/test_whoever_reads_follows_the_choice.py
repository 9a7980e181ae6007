"""A module that asks by SQL of its own takes its connection from `quotesdb.replicas`."""

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WRITERS_OR_COMMANDS = {
    "api/outages.py": "asks which engine it is",
    "quotesdb/changes.py": "writes at the end of an act",
    "quotesdb/dumps/restoring.py": "writes",
    "quotesdb/dumps/taking.py": "a command, which asks the primary",
    "quotesdb/editions.py": "inside of a writer's transaction",
    "quotesdb/loading.py": "writes",
    "quotesdb/management/commands/serve.py": "migrates",
    "quotesdb/one_at_a_time.py": "locks for whoever writes",
    "quotesdb/outlets_of_quotes.py": "writes",
    "quotesdb/redacting/erasing.py": "writes",
    "quotesdb/search/postgresql.py": "asked by a command, of the primary",
    "quotesdb/search/sqlite.py": "asked by a command, of the primary",
    "quotesdb/throttling/counting.py": "asks which engine it is",
    "quotesdb/throttling/in_database.py": "writes",
    "quotesdb/turns.py": "lets writers in",
    **dict.fromkeys(
        (
            "quotesdb/verifying/between_rows.py",
            "quotesdb/verifying/engines.py",
            "quotesdb/verifying/of_changes.py",
            "quotesdb/verifying/of_history.py",
            "quotesdb/verifying/of_the_database.py",
        ),
        "a command, which asks the primary",
    ),
}
"""Who may take Django's own connection, which is the primary's, and why."""


def takes_the_primarys(path):
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom) and node.module == "django.db":
            yield from (it.name for it in node.names if it.name == "connection")


def test_only_who_writes_takes_the_connection_to_the_primary():
    found = {
        str(path.relative_to(ROOT))
        for package in ("quotesdb", "api", "seeds")
        for path in (ROOT / package).rglob("*.py")
        if "migrations" not in path.parts and any(takes_the_primarys(path))
    }
    assert found == WRITERS_OR_COMMANDS.keys()
