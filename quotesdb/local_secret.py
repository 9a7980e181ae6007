"""The secret key of an installation on one's own machine."""

import secrets
from pathlib import Path


def local_secret(path: Path) -> str:
    """The secret in `path`; made there on first use, readable by its owner only."""
    try:
        return path.read_text().strip()
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(50))
        return path.read_text()
