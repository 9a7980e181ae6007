"""The system's Chromium: the tests download no browser of their own."""

import os
import shutil

from tests import apt

PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
WHAT_TO_INSTALL = "install the package `chromium`, or name the program with CHROMIUM=..."


def find_chromium() -> str | None:
    """The program's path. A CHROMIUM that leads nowhere finds nothing: it was meant."""
    if named := os.environ.get("CHROMIUM"):
        return shutil.which(named)
    return next(filter(None, map(shutil.which, PROGRAMS)), None)


def find_or_install_chromium() -> str | None:
    if not find_chromium() and apt.can_install() and "CHROMIUM" not in os.environ:
        print("No Chromium here: installing the package `chromium`.", flush=True)
        apt.install("chromium")
    return find_chromium()
