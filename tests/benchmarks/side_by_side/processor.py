"""The time of the processor that servers use, and their database for them.

It says what an answer costs where others use the machine as well, and answers have to wait.
"""

import contextlib
import os
import time
from pathlib import Path

from tests.benchmarks.side_by_side.databases import Database
from tests.benchmarks.side_by_side.servers import Server

TICK = 1 / os.sysconf("SC_CLK_TCK")
SECONDS_TO_SETTLE = 30
LOOK = 0.05
IDLE = 1.5 * TICK
"""Seconds of the processor between two looks that count as none."""


Work = dict[int, float]
"""Seconds of the processor until now, by the process that used them."""


def settle(servers: list[Server], database: Database) -> None:
    """Wait until none of them works off what the last window left."""
    deadline = time.monotonic() + SECONDS_TO_SETTLE
    while time.monotonic() < deadline:
        before = work(servers, database)
        time.sleep(LOOK)
        if (done_since(before, work(servers, database)) or 0) <= IDLE:
            return


def work(servers: list[Server], database: Database) -> Work:
    """What all processes of theirs have done, and those of the database."""
    sessions = {server.process.pid for server in servers}
    backends = _backends(database)
    looked = (_looked_at(process, sessions, backends) for process in Path("/proc").iterdir())
    return {number: seconds for number, seconds in looked if number}


def done_since(before: Work, now: Work) -> float | None:
    """Seconds of the processor; None where a process ended, and took what it had done with it."""
    if before.keys() - now.keys():
        return None
    return sum(seconds - before.get(number, 0) for number, seconds in now.items())


def _looked_at(process: Path, sessions: set[int], backends: set[int]) -> tuple[int, float]:
    if process.name.isdigit():
        with contextlib.suppress(OSError):
            told = (process / "stat").read_text().rsplit(")", 1)[1].split()
            if int(told[3]) in sessions or int(process.name) in backends:
                return int(process.name), TICK * (int(told[11]) + int(told[12]))
    return 0, 0


def _backends(database: Database) -> set[int]:
    """The processes of PostgreSQL that work on this database."""
    if database.engine != "postgresql":
        return set()
    found = database.rows(
        "select pid from pg_stat_activity "
        "where datname = current_database() and pid <> pg_backend_pid()"
    )
    return {pid for (pid,) in found}
