"""Hundreds of spoilt seed files: each is refused by file and line, and the database stays."""

import re
from itertools import islice

import pytest
from django.core.management import CommandError
from django.db import transaction

from tests.seeds.all_rows import checksums
from tests.seeds.imported import import_seeds
from tests.seeds.mutants import SEEDS, mutants, seed_files

pytestmark = pytest.mark.django_db

FILES = seed_files()
EVERY = 2
"""One mutant in so many; the reader's own tests take them all."""

NAMES = re.compile(
    r"^(?P<before>[ -]*(?:speaker|outlet|article|quote|nested_in|granted_by): )(?P<name>\S+)$", re.M
)


class RolledBack(Exception):
    pass


def refused(file, data):
    """Whether the command refuses the file; what it takes is taken back."""
    file.write_bytes(data)
    try:
        with transaction.atomic():
            import_seeds(file, verbosity=0)
            raise RolledBack
    except RolledBack:
        return False
    except CommandError as error:
        number, *mistakes, last = str(error).split("\n")
        assert number.endswith(("mistake:", "mistakes:"))
        assert last == "Nothing was saved."
        assert mistakes
        assert all(re.match(rf"{re.escape(str(file))}:\d+: \S", it) for it in mistakes)
        return True


def unknown_names(data):
    """The file with each name that it mentions, one after the other, a name that nobody has."""
    text = data.decode()
    for found in NAMES.finditer(text):
        spoilt = f"{text[: found.start('name')]}nobody-has-this{text[found.end('name') :]}"
        yield f"{found[0].strip()} at {found.start()}", spoilt.encode(), True


@pytest.fixture
def seeded():
    import_seeds(verbosity=0)
    return checksums()


@pytest.mark.parametrize("seeds", FILES, ids=lambda file: str(file.relative_to(SEEDS)))
def test_spoilt_files_are_refused_and_leave_no_trace(tmp_path, seeded, seeds):
    data = seeds.read_bytes()
    spoilt = [*islice(mutants(data), 0, None, EVERY), *unknown_names(data)]
    taken = [
        name
        for name, data, must_be_refused in spoilt
        if not refused(tmp_path / "mutant.yaml", data) and must_be_refused
    ]
    assert taken == []
    assert checksums() == seeded


def test_there_are_hundreds():
    number = sum(len(list(mutants(file.read_bytes()))) // EVERY for file in FILES)
    assert number >= 200
