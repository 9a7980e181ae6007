"""Running `import_seeds` in a test."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from tests.seeds.written import GOOD, line_of

BODY = "“Rivers do not negotiate,” Grace Hill told us.\n"


def import_seeds(*arguments, **options):
    """What the command says on standard output."""
    out = StringIO()
    call_command("import_seeds", *map(str, arguments), stdout=out, stderr=StringIO(), **options)
    return out.getvalue()


def refused(*arguments, **options):
    """The lines of the command's refusal."""
    with pytest.raises(CommandError) as error:
        import_seeds(*arguments, **options)
    assert error.value.returncode == 1
    return str(error.value).split("\n")


def write(folder, text=GOOD, name="seeds.yaml"):
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / name
    file.write_text(text)
    return file


def change(file, old, new):
    """Put one thing in another's place, and tell the line."""
    text = file.read_text()
    assert text.count(old) == 1
    file.write_text(text.replace(old, new))
    return line_of(text, old)


def rows(said):
    """The closing table: counts by kind, without the heading."""
    found = {}
    for line in said.splitlines():
        name, *cells = line.split()
        if cells and all(cell.isdigit() for cell in cells):
            found[name] = tuple(map(int, cells))
    return found
