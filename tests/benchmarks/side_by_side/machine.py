"""On what was measured."""

import os
import platform
import shutil
import sqlite3
import subprocess
from importlib.metadata import version
from pathlib import Path

from tests.benchmarks.side_by_side.databases import ROOT, Database
from tests.benchmarks.side_by_side.peers.datasette import VERSION

PACKAGES = ("Django", "djangorestframework", "psycopg", "orjson", "granian", "gunicorn")


def described() -> dict[str, str]:
    """The processor and all versions, by name."""
    return {
        "processor": f"{_processor()}, {os.cpu_count()} cores",
        "memory": f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GiB",
        "system": platform.platform(),
        "Python": platform.python_version(),
        "SQLite": sqlite3.sqlite_version,
        **{name: version(name) for name in PACKAGES},
        "Datasette": VERSION,
        "wrk": _first_line("wrk", "-v").split("[")[0].strip(),
        "version of this project": _first_line("git", "-C", str(ROOT), "describe", "--always"),
    }


def version_of(database: Database) -> str:
    if database.engine == "postgresql":
        ((told,),) = database.rows("show server_version")
        return told
    return sqlite3.sqlite_version


def busy() -> float:
    """The load of the last minute, in processes that want to run."""
    return os.getloadavg()[0]


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.split(":")[1].strip()
    return platform.processor()


def _first_line(*command: str) -> str:
    if shutil.which(command[0]) is None:
        return "none"
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return ((done.stdout or done.stderr).splitlines() or ["unknown"])[0]
