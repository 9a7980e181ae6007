"""`manage.py score_origins FILE`."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

TABLE = """
outlets: [Harbour Post, Northern Wire]
cases:
  - case: right
    articles:
      a: {outlet: Harbour Post, chain: [mayor, Northern Wire]}
      b: {chain: [mayor, Northern Wire]}
    declared: [[a, b]]
    inferred: 1
    why: Both name the wire.
  - case: wrong
    articles: {a: {}, b: {}}
    declared: [[a, b]]
    inferred: 2
    warnings: [cited_back]
    why: It only says so to be wrong.
"""


def scored(tmp_path, table):
    file, out = tmp_path / "table.yaml", StringIO()
    file.write_text(table, encoding="utf-8")
    call_command("score_origins", file, stdout=out)
    return out.getvalue().splitlines()


def test_prints_the_misses_and_a_closing_line(tmp_path):
    assert scored(tmp_path, TABLE) == [
        "wrong: declared: expected 1 (a b), found 2 (a | b)",
        "    It only says so to be wrong.",
        "wrong: warnings: expected cited_back, found none",
        "    It only says so to be wrong.",
        "2 cases: declared right in 1, inferred right in 2, warnings right in 1.",
    ]


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(CommandError, match="nowhere.yaml cannot be read"):
        call_command("score_origins", tmp_path / "nowhere.yaml")


def test_every_mistake_is_told_with_the_file(tmp_path):
    with pytest.raises(CommandError) as told:
        scored(tmp_path, TABLE.replace("chain:", "chian:"))
    assert str(told.value).count("the field chian is not known") == 2
    assert all("table.yaml: case right" in line for line in str(told.value).splitlines())
