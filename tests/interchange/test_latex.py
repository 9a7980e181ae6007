import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotesdb.interchange.latex import latex
from tests.interchange.latex_reader import printed
from tests.interchange.told import HOSTILE


def as_seen(text):
    """White space and signs that do not print, as one space each."""
    seen = (" " if unicodedata.category(sign) in ("Cc", "Zl", "Zp") else sign for sign in text)
    return " ".join("".join(seen).split())


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_are_printed_as_they_are(text):
    assert printed(latex(text)) == as_seen(text)


@given(st.text())
def test_any_text_is_printed_as_it_is(text):
    assert printed(latex(text)) == as_seen(text)


@given(st.text(alphabet="{}\\-'<>,`~^$&#_% \n"))
def test_braces_are_always_balanced(text):
    depth = 0
    for sign in latex(text):
        depth += {"{": 1, "}": -1}.get(sign, 0)
        assert depth >= 0
    assert depth == 0


def test_no_two_signs_become_another():
    assert latex("a---b ''c'' <<d>>") == "a-{}-{}-b '{}'c'{}' <{}<d>{}>"
