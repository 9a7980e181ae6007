"""However many different words come, in however many languages."""

from quotesdb.likeness import word_numbers
from quotesdb.naming import spelling
from quotesdb.search import lines, stems, words
from quotesdb.search.lines import Line
from quotesdb.wording.keys import keys_of_printed

MOST = 2**16
LANGUAGES = ("en", "de", "fr", "es")


def test_every_cache_that_an_import_fills_is_bounded():
    for cache in (words.parts_of, keys_of_printed, word_numbers.number, spelling.kept_keys):
        assert cache.cache_parameters()["maxsize"] <= MOST


def test_all_languages_share_what_is_remembered_of_words(monkeypatch):
    monkeypatch.setattr(stems, "MOST_REMEMBERED", 50)
    for language in LANGUAGES:
        for at in range(40):
            stems.stem("word" + "abcdefghij"[at % 10] + "klmn"[at // 10], language)
    assert sum(map(len, map(stems.tokens_by_word, LANGUAGES))) <= 50


def test_and_of_pieces(monkeypatch):
    monkeypatch.setattr(lines, "MOST_REMEMBERED", 50)
    monkeypatch.setattr(lines, "_by_language", {})
    monkeypatch.setattr(lines._Pieces, "remembered", 0)
    for language in LANGUAGES:
        for at in range(40):
            assert Line(f"talk{at}", language).kept
    assert sum(map(len, lines._by_language.values())) <= 50
