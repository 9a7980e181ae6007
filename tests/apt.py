"""Installing what a test needs, on Debian and its kin, where root runs the tests."""

import os
import shutil
import subprocess


def can_install() -> bool:
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def install(package: str) -> None:
    """Quietly; whether it worked, whoever needs the package will see."""
    apt_get("update")
    apt_get("install", "--yes", "--no-install-recommends", package)


def apt_get(*arguments: str) -> None:
    subprocess.run(
        ["apt-get", "--quiet=2", *arguments],
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        check=False,
    )
