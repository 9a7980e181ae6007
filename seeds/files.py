"""The seed files among the paths that somebody names, and the bytes in them."""

from collections.abc import Sequence
from pathlib import Path

from seeds.mistakes import Mistake
from seeds.text import LARGEST

SUFFIXES = (".yaml", ".yml")


def find_files(paths: Sequence[Path]) -> tuple[list[Path], list[Mistake]]:
    """Files as they are named, folders with all that is in them; each file once."""
    found: dict[Path, Path] = {}
    mistakes: list[Mistake] = []
    for path in paths:
        try:
            files = _files(path)
        except OSError as error:
            mistakes.append(Mistake(path, 1, f"this cannot be read: {error.strerror}"))
            continue
        if not files:
            mistakes.append(Mistake(path, 1, _nothing_at(path)))
        for file in files:
            found.setdefault(file.resolve(), file)
    return list(found.values()), mistakes


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path] if path.is_file() else []
    return sorted(file for file in path.rglob("*") if file.suffix in SUFFIXES and file.is_file())


def _nothing_at(path: Path) -> str:
    if path.is_dir():
        return "there is no *.yaml or *.yml in this folder"
    return "there is no such file or folder"


def read_bytes(file: Path) -> bytes | Mistake:
    """What is in the file, of which no more is read than tells that it is too large."""
    try:
        with file.open("rb") as opened:
            return opened.read(LARGEST + 1)
    except OSError as error:
        return Mistake(file, 1, f"the file cannot be read: {error.strerror}")
