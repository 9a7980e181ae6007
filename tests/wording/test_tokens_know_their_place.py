from hypothesis import given

from quotesdb.wording import TokenKind, normalise
from tests.wording.strange import texts


def places(text):
    return [(token.key, token.start, token.end) for token in normalise(text).tokens]


def test_in_code_points_of_the_original():
    assert places("“We’re … ﬁne”") == [
        ("we", 1, 3),
        ("are", 3, 6),
        ("…", 7, 8),
        ("fine", 9, 12),
    ]


def test_a_joined_word_spans_its_parts():
    assert places("a cease-fire") == [("a", 0, 1), ("ceasefire", 2, 12)]


def test_marks_of_the_reporter_are_told_from_words():
    kinds = [(token.text, token.kind) for token in normalise("[Ann] said ... no[thing]").tokens]
    assert kinds == [
        ("Ann", TokenKind.INSERTED),
        ("said", TokenKind.WORD),
        ("...", TokenKind.ELLIPSIS),
        ("no[thing]", TokenKind.WORD),
    ]


@given(texts)
def test_for_any_text(text):
    """One character may stand for several words: they are in one place."""
    last = (0, 0)
    for token in normalise(text).tokens:
        assert token.text == text[token.start : token.end] != ""
        assert token.start >= last[1] or (token.start, token.end) == last
        last = (token.start, token.end)
