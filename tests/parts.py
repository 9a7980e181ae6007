"""The parts of `make test`: each runs whatever became of the one before; then one line for each."""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from tests.browser.chromium import WHAT_TO_INSTALL

REPORTS = Path("var/test-reports")
CLOSING_LINES = REPORTS / "closing-lines.txt"


@dataclass(frozen=True)
class Part:
    """A task of the Makefile. Tests leave a report that names the engine they ran on."""

    task: str
    engine: str = ""
    may_be_missing: bool = False
    what_it_lacks: str = ""

    @property
    def report(self) -> Path:
        return REPORTS / f"{self.task.removeprefix('test-')}.xml"


PARTS = (
    Part("lint"),
    Part("types"),
    Part("test-sqlite", engine="sqlite"),
    Part("test-postgresql", engine="postgresql"),
    Part(
        "test-browser",
        engine="sqlite",
        may_be_missing=True,
        what_it_lacks=f": {WHAT_TO_INSTALL}",
    ),
)


@dataclass(frozen=True)
class Outcome:
    passed: bool
    sentence: str


def main(make: list[str]) -> int:
    REPORTS.mkdir(parents=True, exist_ok=True)
    outcomes = {part.task: run(part, make) for part in PARTS}
    closing = "\n".join(f"{task:<16} {outcome.sentence}" for task, outcome in outcomes.items())
    CLOSING_LINES.write_text(closing + "\n")
    print(f"\n{closing}")
    return 0 if all(outcome.passed for outcome in outcomes.values()) else 1


def run(part: Part, make: list[str]) -> Outcome:
    print(f"\n--- make {part.task}", flush=True)
    part.report.unlink(missing_ok=True)
    ended = subprocess.run([*make, "--no-print-directory", part.task], check=False)
    return judge(part, passed=ended.returncode == 0)


def judge(part: Part, *, passed: bool) -> Outcome:
    """A half that says it passed but shows no tests on its engine has not run."""
    if not part.engine:
        return Outcome(passed, "passed" if passed else "FAILED")
    if not part.report.exists():
        return Outcome(passed and part.may_be_missing, f"did NOT run{part.what_it_lacks}")
    counts, engine = read(part.report)
    if engine != part.engine:
        return Outcome(False, f"FAILED: ran on {engine or 'no engine'} instead of {part.engine}")
    return Outcome(passed, f"{'' if passed else 'FAILED: '}{counts}")


def read(report):
    """The closing line of pytest, and the engine."""
    suite = ElementTree.parse(report).find("testsuite")
    number = {name: int(suite.get(name)) for name in ("tests", "failures", "errors", "skipped")}
    number["passed"] = number["tests"] - sum(number[n] for n in ("failures", "errors", "skipped"))
    told = [f"{number[n]} {n}" for n in ("passed", "failures", "errors", "skipped") if number[n]]
    engine = suite.find("properties/property[@name='engine']")
    ran_on = "" if engine is None else engine.get("value")
    return f"{', '.join(told)} in {suite.get('time')}s", ran_on


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
