from datetime import date

import pytest

from quotesdb.records import QuoteRecord, SpeakerRecord
from seeds.scalars import resolve
from tests.seeds.written import HEAD, read


@pytest.mark.parametrize(
    "word", ["NO", "no", "yes", "on", "off", "y", "12:30", "2023-12-19", "1_000"]
)
def test_words_that_yaml_1_1_would_change_stay_text(word):
    assert resolve(word) == word


@pytest.mark.parametrize(
    ("word", "value"),
    [("", None), ("~", None), ("null", None), ("true", True), ("FALSE", False)]
    + [("12", 12), ("-3", -3), ("012", 12), ("0x1F", 31), ("0o17", 15), ("1.5e3", 1500.0)]
    + [("-.inf", float("-inf"))],
)
def test_the_core_schema_of_yaml_1_2_is_kept(word, value):
    assert resolve(word) == value
    assert type(resolve(word)) is type(value)


def test_norway_is_a_country(tmp_path):
    outlets = "outlets:\n  - {slug: kysten, name: Kysten, country: NO}\n"
    assert read(tmp_path, HEAD + outlets).records[0].country == "NO"


def test_a_day_becomes_a_date(tmp_path):
    quotes = "quotes:\n  - {key: a, text: Tides wait., said_from: 2024-02-29}\n"
    (quote,) = read(tmp_path, HEAD + quotes).records
    assert quote == QuoteRecord("a", "Tides wait.", said_from=date(2024, 2, 29))


def test_a_folded_text_ends_with_its_last_word(tmp_path):
    quotes = "quotes:\n  - key: a\n    text: >\n      Tides\n      wait.\n"
    assert read(tmp_path, HEAD + quotes).records[0].text == "Tides wait."


def test_numbers_in_quotation_marks_are_text(tmp_path):
    speakers = 'speakers:\n  - {slug: "1984", name: "1984", kind: group}\n'
    assert read(tmp_path, HEAD + speakers).records == (SpeakerRecord("1984", "1984", "group"),)


def test_lines_may_end_as_on_windows(tmp_path):
    text = (HEAD + "speakers:\n  - {slug: a, name: A, kind: group}\n").replace("\n", "\r\n")
    assert len(read(tmp_path, text).records) == 1
