import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotesdb.search.parsing import LONGEST, MOST_WORDS, BadQuery, parse


def told(query):
    """A query in a plain form: groups, and what is left out."""
    return [" | ".join(map(shown, group)) for group in query.groups] + [
        f"-{shown(term)}" for term in query.without
    ]


def shown(term):
    words = " ".join(term.keys) + "*" * term.beginning
    return f"<{words}>" if term.exact else words


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("peace talks", ["peace", "talks"]),
        ('"ready to talk" now', ["<ready to talk>", "now"]),
        ("“ready to talk” «now»", ["<ready to talk>", "<now>"]),
        ('"ready to talk', ["<ready to talk>"]),
        ('ready" to', ["ready", "<to>"]),
        ("talks -war", ["talks", "-war"]),
        ("talks −war", ["talks", "-war"]),
        ('talks -"cold war"', ["talks", "-<cold war>"]),
        ("talks - war", ["talks", "war"]),
        ("peace OR war talks", ["peace | war", "talks"]),
        ("a OR b OR c", ["a | b | c"]),
        ('"cold war" OR peace', ["<cold war> | peace"]),
        ("OR peace", ["peace"]),
        ("peace OR", ["peace"]),
        ("peace OR -war talks", ["peace", "talks", "-war"]),
        ("peace OR OR war", ["peace | war"]),
        ("peace or war", ["peace", "or", "war"]),
        ("peace AND war", ["peace", "war"]),
        ("negot*", ["negot*"]),
        ('"ready to negot*"', ["<ready to negot*>"]),
        ("-negot* peace", ["peace", "-negot*"]),
        ("ten*", ["ten*"]),
        ("CAFÉ*", ["cafe*"]),
        ("harbour*", ["harbor*"]),
        ("long-term*", ["long term*"]),
        ("cease fire", ["ceasefire"]),
        ("cease OR fire", ["cease | fire"]),
        ("they’re Putin's", ["they are", "putin"]),
        ("(peace) talks!", ["peace", "talks"]),
        ("谈判", ["谈 判"]),
        ("谈判*", ["谈 判"]),
        ("* peace **", ["peace"]),
    ],
)
def test_the_syntax(typed, read):
    assert told(parse(typed)) == read


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("-war", "Say also what to look for"),
        ('-"cold war" -peace', "Say also what to look for"),
        ("!!!", "no word in it"),
        ("OR", "no word in it"),
        ('""', "no word in it"),
        ("…", "no word in it"),
        ("ab*", "needs 3 letters"),
        ("x" * (LONGEST + 1), f"at most {LONGEST} characters"),
        ("and " * (MOST_WORDS + 1), f"at most {MOST_WORDS} words"),
    ],
)
def test_what_cannot_be_looked_for_is_refused_in_a_sentence(typed, sentence):
    with pytest.raises(BadQuery, match=sentence):
        parse(typed)


TYPED = st.text(
    st.sampled_from("ab*- \"“”OR’'()[].…谈й\\:&|!<>$=\u0301\u200f") | st.characters(), max_size=60
)


@settings(max_examples=500, deadline=None)
@given(TYPED)
def test_whatever_is_typed_is_read_or_refused(typed):
    try:
        query = parse(typed)
    except BadQuery as reason:
        assert str(reason).endswith(".")
    else:
        assert query.groups
        assert all(term.keys for term in query.terms())
