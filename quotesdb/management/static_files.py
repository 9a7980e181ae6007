"""Collecting static files only where some have changed: it takes seconds each time."""

from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command


def are_collected() -> bool:
    """Whether those collected last are still there and still the same."""
    mark = collected_from()
    folder = Path(settings.STATIC_ROOT)
    return folder.is_dir() and mark.is_file() and mark.read_text() == fingerprint()


def collect() -> None:
    now = fingerprint()
    call_command("collectstatic", interactive=False, verbosity=0)
    collected_from().write_text(now)


def collected_from() -> Path:
    """Beside the files, not among them: everybody may read those."""
    folder = Path(settings.STATIC_ROOT)
    return folder.with_name(f"{folder.name}.collected-from")


def fingerprint() -> str:
    """Changes with the name, the size or the time of any static file."""
    found = sha256(settings.STORAGES["staticfiles"]["BACKEND"].encode())
    for finder in get_finders():
        for name, storage in sorted(finder.list([]), key=lambda one: one[0]):
            path = Path(storage.path(name))
            found.update(f"{path} {path.stat().st_size} {path.stat().st_mtime_ns}\n".encode())
    return found.hexdigest()
