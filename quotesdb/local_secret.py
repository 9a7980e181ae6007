"""The secret key of an installation on one's own machine."""

import fcntl
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def local_secret(path: Path) -> str:
    """The secret in `path`; made there on first use, readable by its owner only.

    Of several processes that start together, one makes it, and all are given that.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    return _kept(path) or _made(path)


def _kept(path: Path) -> str:
    try:
        return path.read_text().strip()
    except FileNotFoundError:
        return ""


def _made(path: Path) -> str:
    with _alone_in(path.parent):
        if secret := _kept(path):
            return secret
        secret = secrets.token_urlsafe(50)
        # Whoever looks without waiting sees all of it or nothing, even if we are killed.
        unfinished = path.with_name(f"{path.name}.unfinished")
        unfinished.unlink(missing_ok=True)
        unfinished.touch(mode=0o600)
        unfinished.write_text(secret)
        unfinished.replace(path)
        return secret


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
