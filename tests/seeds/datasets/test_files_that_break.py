import base64
import bz2
import gzip
import random

import pytest
from django.core.management import CommandError

from quotesdb.models import Quote
from seeds.datasets import json_lines, lines
from tests.seeds.datasets.given import as_lines, bring, quotebank, told, write

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("pack", ["gzip", "bz2"])
def test_what_stands_before_the_break_is_brought(tmp_path, pack):
    file = tmp_path / "quotes.packed"
    packed = {"gzip": gzip, "bz2": bz2}[pack].open(file, "wb")
    with packed as stream:
        for number in range(250):
            noise = base64.b85encode(random.Random(number).randbytes(6_000)).decode()
            line = quotebank(quoteID=f"2019-03-04-{number:06}", noise=noise, urls=[])
            stream.write(as_lines(line))
    file.write_bytes(file.read_bytes()[:-60_000])
    with pytest.raises(CommandError, match="what could be was brought"):
        bring("quotebank", file)
    assert 0 < Quote.objects.count() < 250


def test_the_break_is_told_by_line(tmp_path):
    data = gzip.compress(as_lines(quotebank(), quotebank(quoteID="2019-03-04-000018")))
    file = tmp_path / "quotes.gz"
    file.write_bytes(data[:-6])
    with pytest.raises(CommandError):
        told("quotebank", file)
    assert "breaks off here" in (tmp_path / "report.out").read_text()


def test_a_file_that_is_not_there_leaves_the_others(tmp_path):
    file = write(tmp_path, quotebank())
    with pytest.raises(CommandError):
        bring("quotebank", tmp_path / "nowhere.json", file)
    assert Quote.objects.count() == 1


def test_packed_files_are_known_by_their_bytes_and_not_by_their_names(tmp_path):
    file = tmp_path / "quotes.txt"
    file.write_bytes(bz2.compress(as_lines(quotebank())))
    assert bring("quotebank", file)["lines"]["imported"] == 1


def test_a_line_without_an_end_is_dirt_and_the_next_one_is_read(tmp_path, monkeypatch):
    for module in (lines, json_lines):
        monkeypatch.setattr(module, "LONGEST", 5_000)
    file = write(tmp_path, "x" * 20_000, quotebank(), "y" * 5_001)
    book = bring("quotebank", file)
    assert book["lines"]["dirt"] == 2
    assert book["dirt"]["a line of more than 5,000 bytes"]["examples"][1]["line"] == 3


@pytest.mark.parametrize(
    "line",
    [b"\xff\xfe\x00", b"[" * 100_000, b"9" * 10_000, b'{"quotation": "' + b"x" * 30_000, b"\x00"],
    ids=["not UTF-8", "deep", "long number", "cut off", "nothing"],
)
def test_lines_that_are_nothing_are_dirt(tmp_path, line):
    book = bring("quotebank", write(tmp_path, line, quotebank()))
    assert (book["lines"]["dirt"], book["lines"]["imported"]) == (1, 1)


def test_a_table_without_a_header_brings_nothing(tmp_path):
    with pytest.raises(CommandError):
        bring("csv", write(tmp_path, "words,who", "The ice is gone.,Grace Hill", name="t.csv"))
    assert Quote.objects.count() == 0
    assert "--map words=text" in (tmp_path / "report.out").read_text()
