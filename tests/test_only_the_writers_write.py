"""Rows are written by `ingest` and `curation`, through `acts` and what follows, nowhere else."""

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("quotesdb", "api", "seeds")
WRITERS = (
    "quotesdb/ingest",
    "quotesdb/curation",
    "quotesdb/acts.py",
    "quotesdb/changes.py",
    "quotesdb/derived.py",
    "quotesdb/fingerprints.py",
    "quotesdb/census.py",
    "quotesdb/downstream.py",
    "quotesdb/keys.py",
    "quotesdb/kept_answers.py",
    "quotesdb/naming",
    "quotesdb/search",
    "quotesdb/likeness",
    "quotesdb/editions.py",
    "quotesdb/first_answers.py",
    "quotesdb/outlets_of_quotes.py",
    "quotesdb/review",
    "quotesdb/merging",
    "quotesdb/webhooks",
    "quotesdb/redacting",
)
MIGRATIONS = "quotesdb/migrations"
NO_DJANGO = "What knows texts and facts does not know Django"
WRITING = {
    "save",
    "create",
    "bulk_create",
    "bulk_update",
    "update",
    "delete",
    "get_or_create",
    "update_or_create",
}
ALLOWED = {
    "quotesdb/management/commands/import_articles.py: progress.update": "a progress bar moves on",
    "quotesdb/management/commands/recount.py: progress.update": "a progress bar moves on",
    "quotesdb/throttling/in_redis.py: _client(settings.REDIS_URL).delete": "no row, but a count",
    "api/freshness.py: found.update": "a hash takes in more bytes",
    "quotesdb/management/commands/export_records.py: progress.update": "a progress bar moves on",
    "quotesdb/management/commands/import_records.py: progress.update": "a progress bar moves on",
    "quotesdb/lines/exporting.py: digest.update": "a hash takes in more bytes",
    "quotesdb/dumps/taking.py: self._digest.update": "a hash takes in more bytes",
    "quotesdb/dumps/taking.py: self._of_lines.update": "a hash takes in more bytes",
    "quotesdb/lines/reading.py: digest.update": "a hash takes in more bytes",
    "seeds/management/commands/import_dataset.py: progress.update": "a progress bar moves on",
    "quotesdb/management/static_files.py: found.update": "a hash takes in more bytes",
}


def without_rows() -> Iterator[str]:
    """The modules that have no rows to write, by the contract in `pyproject.toml`."""
    told = tomllib.loads((ROOT / "pyproject.toml").read_text())
    for contract in told["tool"]["importlinter"]["contracts"]:
        if contract["name"] == NO_DJANGO:
            yield from (module.replace(".", "/") for module in contract["source_modules"])


def writing_calls() -> Iterator[str]:
    elsewhere = (*WRITERS, MIGRATIONS, *without_rows())
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("*.py")):
            place = path.relative_to(ROOT).as_posix()
            if not place.startswith(elsewhere):
                yield from (f"{place}: {call}" for call in writing_calls_in(path.read_text()))


def writing_calls_in(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Call(func=ast.Attribute(attr=name) as called) if name in WRITING:
                yield ast.unparse(called)


def test_nobody_else_writes():
    assert sorted(set(writing_calls()) - ALLOWED.keys()) == []


def test_every_exception_is_still_needed():
    assert sorted(ALLOWED.keys() - set(writing_calls())) == []


@pytest.mark.parametrize(
    "source",
    ["quote.save()", "Quote.objects.filter(id=1).update(text='')", "super().delete(request)"],
)
def test_a_write_is_seen(source):
    assert list(writing_calls_in(source))
