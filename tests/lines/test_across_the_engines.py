"""From SQLite to the engine under test and back to SQLite, by the commands, in their processes."""

import os

from tests.processes import ended, manage, own_database

FILL = """
import random
from tests.lines.odd_records import Odd
for number in range(3):
    Odd(random.Random(number), number * 1000).fill()
"""


def test_the_bytes_are_the_same(tmp_path):
    first, last = on_sqlite(tmp_path / "first"), on_sqlite(tmp_path / "last")
    ended([manage(first, "migrate", "--verbosity=0")])
    ended([manage(first, "import_seeds", "--verbosity=0")])
    ended([manage(first, "shell", "--verbosity=0", "-c", FILL)])
    begun = exported(first, tmp_path / "begun.ndjson")
    with own_database(tmp_path / "between") as between:
        ended([manage(between, "migrate", "--verbosity=0")])
        ended([manage(between, "import_records", str(tmp_path / "begun.ndjson"))])
        passed = exported(between, tmp_path / "passed.ndjson.gz", "--gzip")
    ended([manage(last, "migrate", "--verbosity=0")])
    ended([manage(last, "import_records", str(tmp_path / "passed.ndjson.gz"))])
    assert exported(last, tmp_path / "ended.ndjson") == begun
    assert passed
    (said,) = ended([manage(last, "recount")])
    assert " quotes counted, 0 mended." in said
    assert " names looked through, 0 mended; 0 keys" in said


def on_sqlite(folder):
    folder.mkdir()
    return {**os.environ, "DATABASE_URL": "", "VAR_DIR": str(folder)}


def exported(environment, file, *options):
    """The lines but the first, which tells when."""
    ended([manage(environment, "export_records", "--private", "--out", str(file), *options)])
    return file.read_bytes().split(b"\n", 1)[1]
