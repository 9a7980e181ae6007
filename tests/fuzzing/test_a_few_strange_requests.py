"""All examples, and a few made up for each operation; `make fuzzing` makes many more."""

from tests.processes import own_database, start

FEW = "examples,fuzzing"
LONGEST = 300
"""Seconds."""


def test_none_is_a_5xx_nor_answered_otherwise_than_told(tmp_path):
    with own_database(tmp_path) as environment:
        environment |= {"DJANGO_SETTINGS_MODULE": "quotesdb.settings"}
        process = start(environment, "-m", "tests.fuzzing", "--cases", "200", "--phases", FEW)
        said, _ = process.communicate(timeout=LONGEST)
    assert process.returncode == 0, said[-5000:]
    assert "Tested: " in said
