from hashlib import sha256

import pytest

from quotesdb.records import AppearanceRecord, ArticleRecord, QuoteRecord, SpeakerRecord
from quotesdb.vocabulary import RecordSource
from seeds.datasets.ledger import Fate
from tests.seeds.datasets.given import WORDS, all_of, gqg, one_of, read, what


def test_a_quote_has_no_speaker_ever():
    found, _ = read("gqg", gqg())
    assert one_of(found, QuoteRecord).speaker is None
    assert one_of(found, AppearanceRecord).chain == ()
    assert all_of(found, SpeakerRecord) == []
    assert one_of(found, QuoteRecord).record_source is RecordSource.DATASET


def test_its_key_is_made_of_address_and_words():
    found, _ = read("gqg", gqg())
    expected = sha256(f"https://post.example/ships\n{WORDS}".encode()).hexdigest()
    assert one_of(found, QuoteRecord).key == f"gqg/{expected}"


def test_what_stands_around_the_words_is_their_context():
    found, _ = read("gqg", gqg({"pre": "x" * 50 + " she said:", "quote": WORDS, "post": "today"}))
    (segment,) = one_of(found, AppearanceRecord).segments
    assert segment.prefix.endswith("x she said:") and len(segment.prefix) == 32
    assert segment.suffix == "today"


def test_when_a_page_was_processed_is_not_when_it_was_published():
    found, book = read("gqg", gqg())
    assert one_of(found, ArticleRecord).published_on is None
    assert what(book.lost)["date"] == 1


@pytest.mark.parametrize(
    ("lang", "tag", "dirt"),
    [
        ("ENGLISH", "en", False),
        ("Haitian_Creole", "ht", False),
        ("pt-BR", "pt-BR", False),
        ("PT_br", "pt-br", False),
        ("", "und", False),
        (None, "und", False),
        ("Martian words", "und", True),
    ],
)
def test_languages_are_named_or_tagged_or_empty(lang, tag, dirt):
    found, book = read("gqg", gqg(lang=lang))
    assert one_of(found, QuoteRecord).language == tag
    assert ("a language that is not known" in book.dirt) == dirt


def test_titles_carry_marks_of_web_pages():
    found, _ = read("gqg", gqg(title="Ships &amp;amp; <b>ice</b>"))
    assert one_of(found, ArticleRecord).title == "Ships & ice"


def test_the_same_words_in_one_article_are_one_printing():
    twice = {"pre": "", "quote": WORDS, "post": ""}
    found, book = read("gqg", gqg(twice, {**twice, "pre": "again"}))
    assert len(all_of(found, QuoteRecord)) == 1
    assert what(book.lost)["the same words in the same article again"] == 1


def test_the_same_words_in_two_articles_are_two_quotes():
    found, _ = read("gqg", gqg(), gqg(url="https://other.example/ships"))
    assert len({it.key for it in all_of(found, QuoteRecord)}) == 2


@pytest.mark.parametrize(
    "quotes", [None, "words", [], [7], [{"pre": "x"}], [{"quote": "Not now."}]]
)
def test_an_article_with_nothing_to_keep_is_left_out(quotes):
    found, book = read("gqg", gqg(quotes=quotes))
    assert found == []
    assert book.fates[Fate.LEFT_OUT] == 1


def test_rows_that_are_none_are_counted_and_skipped():
    found, book = read("gqg", "{", gqg(), "", "[]", b"\xff\xfe", gqg(url="x"))
    assert [line.line for line in found] == [2]
    assert book.fates[Fate.DIRT] == 4
    assert book.fates[Fate.LEFT_OUT] == 1
    assert book.read == 6
