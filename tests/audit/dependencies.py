"""Whether anything is known against the packages that a running QuotesDB needs.

pip-audit asks an advisory service on the network. Of a package that the service does not answer for
it says that nothing is known against it, which is not the same: here that fails.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import distribution
from pathlib import Path

from packaging.requirements import Requirement

from tests.audit.outcome import Outcome

SERVICES = ("pypi", "osv")
REQUIREMENTS = Path("requirements.txt")
COMMAND = ("--format", "json", "--progress-spinner", "off", "--disable-pip", "--no-deps")

EXCEPTIONS: dict[str, str] = {}
"""Advisories that do not concern us, by their ids, and why; docs/security.md tells the same."""


def audit() -> Outcome:
    """Each service in turn, until one answers for every package."""
    told: list[str] = []
    pinned = "\n".join(everything_installed())
    for service in SERVICES:
        ended = subprocess.run(
            [sys.executable, "-m", "pip_audit", "-s", service, *COMMAND, "-r", "/dev/stdin"],
            input=pinned,
            capture_output=True,
            text=True,
            check=False,
        )
        outcome = judged(service, ended.stdout)
        if outcome:
            return outcome
        told.append(f"dependencies: {service} did not answer for all packages.")
    return Outcome(False, [*told, "dependencies: NOT AUDITED, because no service could be asked."])


def judged(service: str, report: str) -> Outcome | None:
    """What a report says; None where it does not speak of every package."""
    try:
        packages = json.loads(report)["dependencies"]
    except (ValueError, KeyError):
        return None
    if not packages or any("skip_reason" in it for it in packages):
        return None
    known = [(it["name"], it["version"], hole["id"]) for it in packages for hole in it["vulns"]]
    against = [
        f"{name} {version}: {hole}" for name, version, hole in known if hole not in EXCEPTIONS
    ]
    count = f"dependencies: {len(packages)} packages, {len(against)} advisories ({service})"
    return Outcome(not against, [*against, count])


def everything_installed() -> list[str]:
    """The packages in requirements.txt and what they need in turn, each as it is installed."""
    found: dict[str, str] = {}
    lines = REQUIREMENTS.read_text().splitlines()
    waiting = [Requirement(line) for line in lines if line and line[0] != "#"]
    while waiting:
        requirement = waiting.pop()
        key = f"{requirement.name.lower()}[{','.join(sorted(requirement.extras))}]"
        if key not in found:
            installed = distribution(requirement.name)
            found[key] = f"{installed.metadata['Name']}=={installed.version}"
            waiting += needed_by(installed.requires or [], requirement.extras)
    return sorted(set(found.values()))


def needed_by(requires: list[str], extras: set[str]) -> Iterator[Requirement]:
    for line in requires:
        requirement = Requirement(line)
        marker = requirement.marker
        if marker is None or any(marker.evaluate({"extra": it}) for it in (*extras, "")):
            yield requirement
