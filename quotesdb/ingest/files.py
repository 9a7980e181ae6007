"""How the database calls the files that something was read from."""

import os
from contextlib import suppress
from pathlib import Path

from django.conf import settings


def remembered(file: Path) -> str:
    """The name of a file as it is kept: its way from the project, if it is inside.

    A name that is not UTF-8 is told by its bytes.
    """
    file = file.resolve()
    with suppress(ValueError):
        file = file.relative_to(settings.BASE_DIR)
    return Path(os.fsencode(file).decode("utf-8", "backslashreplace")).as_posix()
