"""Every case of both tables, answered as a careful editor would."""

from pathlib import Path

import pytest

from quotesdb.provenance.cases import read
from quotesdb.provenance.scoring import misses

CASES = {
    f"{table}: {case.name}": case
    for table in ("cases", "second_table")
    for case in read(Path(__file__).with_name(f"{table}.yaml").read_text(encoding="utf-8"))
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_is_answered_as_an_editor_would(case):
    assert not misses(case), "\n".join(map(str, misses(case)))


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_says_why(case):
    assert case.why


def test_there_are_enough_of_them():
    assert len(CASES) >= 150
