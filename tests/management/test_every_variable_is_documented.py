"""The table in docs/operating.md has each variable that the program reads, and no other."""

import ast
import re
from pathlib import Path

from quotesdb.counting_together import FOLDER

ROOT = Path(__file__).resolve().parents[2]
NAMED_ELSEWHERE = {"FOLDER": FOLDER}
DJANGOS = {"DJANGO_SETTINGS_MODULE"}


def named(node):
    """What `node` is as text, if it is written out, or one of the names that stand for it."""
    if isinstance(node, ast.Name):
        return NAMED_ELSEWHERE.get(node.id)
    return node.value if isinstance(node, ast.Constant) else None


def read_by(path):
    """The variables that a module asks for: `env("NAME")`, `env.int("NAME")`, `os.environ…`."""
    for node in ast.walk(ast.parse(path.read_text())):
        match node:
            case ast.Call(func=ast.Name(id="env"), args=[name, *_]):
                yield named(name)
            case ast.Call(func=ast.Attribute(value=ast.Name(id="env")), args=[name, *_]):
                yield named(name)
            case ast.Call(func=ast.Attribute(value=ast.Attribute(attr="environ")), args=[name, *_]):
                yield named(name)
            case ast.Subscript(value=ast.Attribute(attr="environ"), slice=name):
                yield named(name)


def read():
    modules = (path for it in ("quotesdb", "api", "seeds") for path in (ROOT / it).rglob("*.py"))
    return {name for path in modules for name in read_by(path)} - {None} - DJANGOS


def test_the_table_and_the_program_say_the_same():
    page = (ROOT / "docs" / "operating.md").read_text()
    table = page.split("## Variables")[1].split("\n## ")[0]
    assert set(re.findall(r"^\| `([A-Z_]+)` \|", table, re.M)) == read()
