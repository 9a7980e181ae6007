"""With a quote's document marks are found by letters: the same ones, and little is read."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotesdb.printed_words import PrintedWords
from quotesdb.search import Marker, lines, parse
from quotesdb.search.documents import MOST_PLACES, document_of, line_of_each
from quotesdb.search.letters import places_of
from tests.search.test_words_are_those_of_wording import TEXTS

SOUGHT = """
cease fire five twenty U.S. won't it talk talks dog Ann harbour 1234 it's 谈判 ไทย a-b 50 Мир i we
tal* har* fire*
"""
ONE_OF_THEM = st.sampled_from([*SOUGHT.split(), '"cease fire"', "cease OR talk"])
TYPED = st.lists(ONE_OF_THEM, min_size=1, max_size=3).map(" ".join)
LANGUAGES = st.sampled_from(["en", "fr", "ru", "zz"])
WORDINGS = st.lists(
    st.builds(PrintedWords, st.none(), TEXTS, LANGUAGES), max_size=3, unique_by=lambda it: it.text
)


@settings(max_examples=500, deadline=None)
@given(TYPED, WORDINGS)
def test_with_the_document_the_same_words_are_marked(typed, wordings):
    marker = Marker(parse(typed))
    without = [one for wording in wordings for one in marker.marked([wording])]
    assert list(marker.marked(wordings, document_of(wordings))) == without


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("Talks of steel-talks, talked", ["talks", "talks", "talked"], "Talks talks talked"),
        ("talk smalltalk, “talk’s” talks", ["talk", "talk"], "talk talk"),
        ("TALK,\ntalk", ["talk", "talk"], "TALK talk"),
        ("nothing of it", [], ""),
        ("café", ["cafe"], None),
        ("İ talk", ["talk"], None),
        ("talk [of] peace", ["talk"], None),
        ("a cease fire", ["fire"], None),
        ("the front line", ["frontline"], None),
        ("talk once", ["talk", "talk"], None),
        ("talk, talk", ["talk"], None),
    ],
)
def test_where_letters_tell_it_and_where_not(text, words, found):
    places = places_of(text, words)
    told = None if places is None else " ".join(text[start:end] for start, end in sorted(places))
    assert told == found


def test_no_other_word_of_the_text_is_read(monkeypatch):
    wording = PrintedWords(None, "They were ready to talk of harbours", "en")
    document = document_of([wording])
    monkeypatch.setattr(lines, "_by_language", {})
    [found] = Marker(parse("talk talking")).marked([wording], document)
    assert found.marks == ((19, 23),)
    assert lines._by_language == {}


def test_a_document_that_does_not_have_all_words_is_not_relied_on():
    others = " ".join(map(str, range(MOST_PLACES)))
    long = PrintedWords(None, f"hope {others} talk", "en")
    [found] = Marker(parse("hope OR talk")).marked([long], document_of([long]))
    assert [long.text[start:end] for start, end in found.marks] == ["hope", "talk"]


def test_nor_one_of_fewer_wordings():
    wordings = [PrintedWords(None, "!", "en"), PrintedWords(1, "talk", "en")]
    document = document_of(wordings)
    assert list(line_of_each(document, 2)) == ["", ""]
    assert [one.appearance for one in Marker(parse("talk")).marked(wordings, document)] == [1]
