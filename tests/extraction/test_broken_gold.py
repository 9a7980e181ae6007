"""What people marked, in a form that is not read here: its line is named, and what is wrong."""

import json

import pytest

from quotesdb.extraction.scoring.appearances import read_expected
from quotesdb.extraction.scoring.rows import BadGold, read_gold


def article(**changes):
    whole = {"id": "1", "text": "“No,” said Ann.", "quotes": [{"start": 1, "end": 4}]}
    return json.dumps({**whole, **changes})


BROKEN = {
    article(text=5): "a text must be text",
    article(text="\ud800"): "surrogates not allowed",
    article(quotes=["No,"]): "a quote must be an object",
    article(quotes=[{"start": 90, "end": 99, "form": "mixed"}]): "from 90 to 99 there are no words",
    article(quotes=[{"start": -3, "end": 4}]): "from -3 to 4 there are no words",
    article(quotes=[{"start": 4, "end": 1}]): "from 4 to 1 there are no words",
    article(quotes=[{"start": 1, "end": 1e400}]): "from 1 to inf there are no words",
    "[" * 5_000: "recursion",
}


@pytest.mark.parametrize("line", BROKEN, ids=BROKEN.values())
def test_what_is_wrong_is_said_with_its_line(tmp_path, line):
    file = tmp_path / "gold.jsonl"
    file.write_text(f"{article()}\n{line}\n", encoding="utf-8")
    with pytest.raises(BadGold, match=f"gold.jsonl:2: .*{BROKEN[line]}"):
        read_gold(file)


@pytest.mark.parametrize("told", ["[]", '{"documents": ["pier"]}', "[" * 5_000])
def test_expected_appearances_that_are_none(tmp_path, told):
    file = tmp_path / "expected.json"
    file.write_text(told, encoding="utf-8")
    with pytest.raises(BadGold, match=r"expected\.json: "):
        read_expected(file)
