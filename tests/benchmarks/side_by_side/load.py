"""Load by wrk: one window of one peer under one question."""

import json
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

WALK = Path(__file__).with_name("walk.lua")
LONG_WINDOW = 10
"""Seconds, where a short window sees fewer answers than there are connections."""

MEASURED = "MEASURED "


class NoLoad(Exception):
    """wrk is missing, or says nothing."""


@dataclass(frozen=True, slots=True)
class Window:
    connections: int
    seconds: float
    begin: int
    """From which of the addresses the walk begins."""


def measured(
    origin: str, addresses: Path, window: Window, *, is_slow: bool = False
) -> dict[str, Any]:
    """What wrk measured; `slow` where the window had to be longer, or is known to have to be.

    Raises NoLoad.
    """
    if not is_slow:
        found = _run(origin, addresses, window)
        if found["answers"] >= window.connections:
            return {**found, "slow": False}
    longer = Window(window.connections, LONG_WINDOW, window.begin)
    return {**_run(origin, addresses, longer), "slow": True}


def _run(origin: str, addresses: Path, window: Window) -> dict[str, Any]:
    if shutil.which("wrk") is None:
        raise NoLoad("wrk, which makes the load, is missing: apt install wrk")
    options = {
        "--threads": 1,
        "--connections": window.connections,
        "--duration": f"{max(1, round(window.seconds))}s",
        "--timeout": "30s",
        "--script": WALK,
    }
    command = ["wrk", *(str(part) for option in options.items() for part in option), origin]
    environment = {**os.environ, "ADDRESSES": str(addresses), "FROM": str(window.begin)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    for line in done.stdout.splitlines():
        if line.startswith(MEASURED):
            return json.loads(line.removeprefix(MEASURED))
    raise NoLoad(f"wrk measured nothing: {(done.stderr or done.stdout)[-300:]}")
