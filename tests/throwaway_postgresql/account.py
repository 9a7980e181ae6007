"""The account PostgreSQL runs under: ours, or an unprivileged one where we are root."""

import os
import pwd
import subprocess
from dataclasses import dataclass
from pathlib import Path

UNPRIVILEGED = ("postgres", "nobody")


@dataclass(frozen=True)
class Account:
    """A user and a group by number."""

    user: int
    group: int

    def identity(self) -> dict:
        """What `subprocess` needs to run something as this account."""
        if self.user == os.geteuid():
            return {}
        return {"user": self.user, "group": self.group, "extra_groups": []}

    def run(self, *command: str | Path, cwd: Path | str = "/") -> subprocess.CompletedProcess:
        """Run to the end, quietly. `cwd` is a place that this account may read."""
        return subprocess.run(
            command, cwd=cwd, capture_output=True, text=True, check=False, **self.identity()
        )


def server_account() -> Account:
    """PostgreSQL refuses to run as root, so root lends it another account."""
    if os.geteuid() != 0:
        return Account(os.geteuid(), os.getegid())
    for name in UNPRIVILEGED:
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(entry.pw_uid, entry.pw_gid)
    raise LookupError(f"PostgreSQL cannot run as root: add an account {' or '.join(UNPRIVILEGED)}.")
