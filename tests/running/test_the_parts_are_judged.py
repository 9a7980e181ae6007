import pytest

from tests import parts

SQLITE = parts.Part("test-sqlite", engine="sqlite")
BROWSER = parts.Part("test-browser", engine="sqlite", may_be_missing=True, what_it_lacks=": x")
REPORT = """<testsuites>
<testsuite tests="9" failures="{failures}" errors="0" skipped="2" time="1.5">
<properties><property name="engine" value="{engine}" /></properties>
</testsuite></testsuites>"""


@pytest.fixture(autouse=True)
def reports(monkeypatch, tmp_path):
    monkeypatch.setattr(parts, "REPORTS", tmp_path)


def report(part, engine="sqlite", failures=0):
    part.report.write_text(REPORT.format(engine=engine, failures=failures))


def test_a_passed_half_closes_as_pytest_does():
    report(SQLITE)
    assert parts.judge(SQLITE, passed=True) == parts.Outcome(True, "7 passed, 2 skipped in 1.5s")


def test_a_failed_half_says_so():
    report(SQLITE, failures=3)
    outcome = parts.judge(SQLITE, passed=False)
    assert outcome == parts.Outcome(False, "FAILED: 4 passed, 3 failures, 2 skipped in 1.5s")


def test_a_half_without_a_report_did_not_run_whatever_it_says():
    assert parts.judge(SQLITE, passed=True) == parts.Outcome(False, "did NOT run")


def test_a_half_on_the_wrong_engine_failed():
    report(SQLITE, engine="postgresql")
    assert not parts.judge(SQLITE, passed=True).passed


def test_only_the_browser_may_be_missing_and_only_where_its_task_lets_it():
    assert parts.judge(BROWSER, passed=True) == parts.Outcome(True, "did NOT run: x")
    assert parts.judge(BROWSER, passed=False) == parts.Outcome(False, "did NOT run: x")
