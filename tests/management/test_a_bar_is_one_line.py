"""At a terminal long work shows one line that is rewritten, and elsewhere nothing at all."""

import ast
import io
import os
import pty
import tty
from pathlib import Path

import pytest
from django.core.management.base import OutputWrapper
from django.core.management.color import color_style

from quotesdb.management.progress import bar

ROOT = Path(__file__).parents[2]
ONLY_HERE = "quotesdb/management/progress.py"
END = "\x04"


@pytest.fixture
def terminal():
    """What stands on a real one after a command has written to it."""
    ours, theirs = pty.openpty()
    tty.setraw(theirs)
    with os.fdopen(theirs, "w", encoding="utf-8") as file:
        output = OutputWrapper(file)
        # As Django writes mistakes at a terminal.
        output.style_func = color_style(force_color=True).ERROR
        yield output, lambda: told_until_now(file, ours)
    os.close(ours)


def told_until_now(file, terminal):
    """A terminal hands on what it is told bit by bit."""
    file.write(END)
    file.flush()
    told = b""
    while not told.endswith(END.encode()):
        told += os.read(terminal, 1 << 16)
    return told.decode().removesuffix(END)


def moved(output, **how):
    with bar(output, "quotes", 3, **how) as progress:
        for _ in range(3):
            progress.update()
            progress.refresh()


def test_it_is_rewritten_where_it_stands_and_not_in_red(terminal):
    output, written = terminal
    moved(output)
    told = written()
    assert "3/3" in told
    assert "\n" not in told
    assert "\x1b[31" not in told


def test_and_is_gone_at_the_end(terminal):
    output, written = terminal
    moved(output)
    assert written().split("\r")[-2].strip() == ""


def test_it_fits_into_the_terminal(terminal, monkeypatch):
    monkeypatch.setenv("COLUMNS", "40")
    output, written = terminal
    moved(output)
    assert max(map(len, written().split("\r"))) == 39


def test_nothing_is_drawn_where_silence_was_asked_for(terminal):
    output, written = terminal
    moved(output, silent=True)
    output.write("end")
    assert written() == "\x1b[31;1mend\n\x1b[0m"


def test_nor_where_nobody_watches():
    file = io.StringIO()
    moved(OutputWrapper(file))
    assert file.getvalue() == ""


def test_all_bars_are_made_in_one_place():
    files = [path for part in ("quotesdb", "api", "seeds") for path in (ROOT / part).rglob("*.py")]
    drawing = [path for path in files if "tqdm" in imported_by(path)]
    assert [str(path.relative_to(ROOT)) for path in drawing] == [ONLY_HERE]


def imported_by(path):
    nodes = ast.walk(ast.parse(path.read_text()))
    return {node.module for node in nodes if isinstance(node, ast.ImportFrom)}
