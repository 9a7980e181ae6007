"""`manage.py evaluate_reader GOLD`."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

TEXT = "“We will win,” said Ann Lee. The pier, she said, was old. “No,” said nobody we know."


def quote(words, form="direct", **more):
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "form": form, **more}


def evaluated(file, *options):
    out = StringIO()
    call_command("evaluate_reader", str(file), *options, stdout=out)
    return out.getvalue()


@pytest.fixture
def gold(tmp_path):
    quotes = [
        quote("“We will win,”", speaker="Ann Lee"),
        quote("“No,”", speaker="Bob Poe", speaker_id="Robert Poe"),
    ]
    file = tmp_path / "gold.jsonl"
    file.write_text(json.dumps({"id": "1", "text": TEXT, "quotes": quotes}), encoding="utf-8")
    return file


def test_prints_figures_by_form_and_the_calibration(gold):
    out = evaluated(gold)
    assert "1 articles" in out
    assert "100.0" in next(line for line in out.splitlines() if line.startswith("direct"))
    assert "confidence" in out


def test_lists_what_went_wrong_when_asked(gold):
    assert "Bob Poe" not in evaluated(gold)
    assert "1: speaker: “No,” (nobody, not Bob Poe; speaker behind)" in evaluated(gold, "--misses")


def test_writes_what_is_proposed_in_the_shape_that_it_reads(gold, tmp_path):
    file = tmp_path / "rows.jsonl"
    evaluated(gold, "--rows", str(file))
    row = json.loads(file.read_text())
    first = row["quotes"][0]
    assert (row["id"], TEXT[first["start"] : first["end"]]) == ("1", "“We will win,”")
    assert (first["form"], first["speaker"]) == ("direct", "Ann Lee")


def test_a_folder_that_is_not_there_is_named(gold, tmp_path):
    with pytest.raises(CommandError, match=r"nowhere.rows.jsonl"):
        evaluated(gold, "--rows", str(tmp_path / "nowhere" / "rows.jsonl"))


def test_fits_the_table_when_asked(gold):
    assert "speaker behind | anybody | " in evaluated(gold, "--precision")


def test_a_line_that_is_no_article_is_named(tmp_path):
    file = tmp_path / "gold.jsonl"
    file.write_text('{"id": "1", "text": "", "quotes": []}\n{"id": "2"}\n', encoding="utf-8")
    with pytest.raises(CommandError, match=r"gold.jsonl:2: no 'quotes'"):
        evaluated(file)


def test_a_file_that_is_not_there():
    with pytest.raises(CommandError, match="nowhere.jsonl"):
        evaluated("nowhere.jsonl")


@pytest.fixture
def expected(tmp_path):
    text = "“It fell,” Ann Lee told Reuters. “It stood,” said a senior official of the port."
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "pier.txt").write_text(text, encoding="utf-8")
    quotes = [
        {"family": "fell", "speaker": "Ann Lee", "form": "direct", "spans": [[1, 9]]},
        {"family": "stood", "speaker": "senior port official", "form": "mixed"},
        {"family": "never", "speaker": "Bob Poe", "form": "direct", "spans": [[60, 70]]},
    ]
    start = text.index("It stood")
    quotes[0]["chain"] = ["Ann Lee", "Reuters"]
    quotes[1] |= {"spans": [[start, start + 9]], "chain": ["senior port official", "Reuters"]}
    quotes[2]["chain"] = ["Bob Poe"]
    file = tmp_path / "expected.json"
    documents = [{"document": "pier.txt", "quotes": quotes}]
    file.write_text(json.dumps({"documents": documents}), encoding="utf-8")
    return file


def test_counts_appearances_with_their_speakers_and_chains(expected):
    assert [line.split()[-3:] for line in evaluated(expected).splitlines()] == [
        ["2", "of", "3"],
        ["2", "of", "3"],
        ["1", "of", "3"],
        ["2", "of", "3"],
        ["2", "of", "2"],
    ]


def test_names_the_appearances_that_it_missed(expected):
    out = evaluated(expected, "--misses")
    assert "pier.txt: never: not found" in out
    assert "pier.txt: stood: direct by senior official of the port" in out
