"""Bandit's findings are all looked at; what an advisory service says is judged strictly."""

import json

from tests.audit import code
from tests.audit.dependencies import everything_installed, judged


def test_all_that_bandit_finds_was_looked_at():
    outcome = code.audit()
    assert outcome.passed, outcome.lines


def test_a_finding_that_is_new_fails(monkeypatch):
    new = "api/views.py B608 statement ="
    monkeypatch.setattr(code, "findings", lambda: [*code.EXCEPTIONS, new])
    assert (code.audit().passed, code.audit().lines[0]) == (False, f"code: {new}")


def test_an_exception_that_nothing_needs_fails(monkeypatch):
    monkeypatch.setattr(code, "findings", lambda: [*code.EXCEPTIONS][1:])
    assert not code.audit().passed


def report(*packages):
    return json.dumps({"dependencies": packages, "fixes": []})


def test_nothing_known_against_any_package_passes():
    clean = {"name": "orjson", "version": "3.13.0", "vulns": []}
    assert judged("pypi", report(clean)).passed


def test_something_known_fails_and_is_named():
    outcome = judged("pypi", report({"name": "x", "version": "1", "vulns": [{"id": "PYSEC-1"}]}))
    assert (outcome.passed, outcome.lines[0]) == (False, "x 1: PYSEC-1")


def test_a_package_that_the_service_does_not_know_is_not_called_clean():
    unknown = {"name": "x", "skip_reason": "Dependency not found on PyPI"}
    assert judged("pypi", report(unknown)) is None


def test_no_answer_is_not_called_clean():
    assert judged("pypi", "") is None
    assert judged("pypi", report()) is None


def test_what_our_packages_need_is_audited_too():
    names = {it.partition("==")[0].lower() for it in everything_installed()}
    assert {"django", "sqlparse", "lxml", "urllib3", "psycopg-pool", "brotli"} <= names
    assert "pytest" not in names
