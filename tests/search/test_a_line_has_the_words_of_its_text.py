"""Looked up piece by piece or read as a whole: the same words, at the same places."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotesdb.search import lines
from quotesdb.search.lines import Line
from quotesdb.search.stems import words_in
from quotesdb.search.words import placed_words
from tests.search.test_words_are_those_of_wording import TEXTS

LANGUAGES = st.sampled_from(["en", "fr", "ru", "zz"])


def told(line):
    return [(key, *line.place(at)) for at, key in enumerate(words_in(line.kept))]


@settings(max_examples=500, deadline=None)
@given(TEXTS, LANGUAGES)
def test_words_and_places_are_those_of_the_whole(text, language):
    assert told(Line(text, language)) == list(map(tuple, placed_words(text)))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We — a no-fly zone, talk", ["We", "a", "no", "fly", "zone", "talk"]),
        ("an anti — tank gun", ["an", "anti — tank", "gun"]),
        ("any more of any cease fire", ["any more", "of", "any", "cease fire"]),
        ("peace . . . talks", ["peace", ". . .", "talks"]),
    ],
)
def test_where_pieces_have_several_words_or_none_or_share_one(text, words):
    assert [text[start:end] for _, start, end in told(Line(text, "en"))] == words


def test_pieces_are_not_remembered_without_end(monkeypatch):
    monkeypatch.setattr(lines, "MOST_REMEMBERED", 3)
    monkeypatch.setattr(lines, "_by_language", {})
    monkeypatch.setattr(lines._Pieces, "remembered", 0)
    for text in ("any more peace", "talks of a cease fire", "talks"):
        line = Line(text, "en")
        assert line.kept
    assert len(lines._by_language["en"]) == 1
    assert told(line) == [("talks", 0, 5)]
