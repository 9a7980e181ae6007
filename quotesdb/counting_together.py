"""The folder in which the processes of one server count together (`quotesdb.measures`).

The library that counts looks for it when it is imported, so it is named before anything else runs.
"""

import os
from pathlib import Path

FOLDER = "PROMETHEUS_MULTIPROC_DIR"


def count_together(folder: Path) -> None:
    """Let this process count in the folder that the environment names, else in this one."""
    named = Path(os.environ.setdefault(FOLDER, str(folder)))
    named.mkdir(parents=True, exist_ok=True)


def begin_counting_anew(folder: Path) -> None:
    """Take away what processes that are gone have counted: each leaves files behind.

    Only to be done before the server starts; one whose folder the environment names sees to it
    himself.
    """
    if FOLDER in os.environ:
        return
    for file in folder.glob("*.db"):
        file.unlink()
