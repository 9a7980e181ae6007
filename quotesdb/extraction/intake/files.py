"""Articles from files, folders and standard input."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from quotesdb.extraction.intake.document import Document, Unreadable
from quotesdb.extraction.intake.html import START, is_html, read_page
from quotesdb.extraction.intake.text import decoded

LARGEST = 10_000_000
"""Bytes of one article."""

SUFFIXES = frozenset((".txt", ".text", ".html", ".htm", ".xhtml"))
STANDARD_INPUT = Path("-")


def read_bytes(key: str, data: bytes, encoding: str = "", url: str = "") -> Document:
    """One article, as plain text or as a page, whichever it begins like."""
    if len(data) > LARGEST:
        raise Unreadable(f"it is larger than {LARGEST:,} bytes, the most that is read")
    if is_html(data):
        return read_page(key, decoded(data, encoding) if encoding else data, url)
    text = decoded(data, encoding)
    if is_html(text[:START].encode()):
        return read_page(key, text, url)
    return Document(key=key, text=text, url=url)


def files(paths: list[Path]) -> Iterator[Path]:
    """The files that paths stand for: themselves, or those of a folder in the order of names.

    A folder that cannot be looked into stands for itself: who opens it will learn why.
    """
    for path in paths:
        if path.is_dir():
            yield from sorted(it for it in (path, *path.rglob("*")) if _may_hold_articles(it))
        else:
            yield path


def _may_hold_articles(path: Path) -> bool:
    """Not what is no file, such as a pipe: reading it might never end."""
    if path.is_dir():
        return not path.is_symlink() and not os.access(path, os.R_OK | os.X_OK)
    return path.suffix.lower() in SUFFIXES and (path.is_file() or not path.exists())


def read_file(path: Path, encoding: str = "") -> Document:
    """The article in a file, or in standard input, which is called `-`."""
    if path == STANDARD_INPUT:
        return read_bytes("standard-input", sys.stdin.buffer.read(LARGEST + 1), encoding)
    with path.open("rb") as file:
        return read_bytes(path.stem, file.read(LARGEST + 1), encoding)
