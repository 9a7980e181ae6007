"""A host, a page or whoever brings it may state any encoding: Python knows some that are none."""

import pytest

from quotesdb.extraction.intake.document import Unreadable
from quotesdb.extraction.intake.text import decoded
from quotesdb.extraction.intake.web import read_address
from tests.extraction.local_web import QUICK, serving, text


@pytest.mark.parametrize("encoding", ["undefined", "hex", "a\0b"])
def test_what_is_no_encoding_is_refused(encoding):
    with pytest.raises(Unreadable, match="no encoding is called"):
        decoded(b"Yes", encoding)


@pytest.mark.parametrize("encoding", ["unicode_escape", "raw_unicode_escape"])
def test_what_gives_half_a_character_is_refused(encoding):
    with pytest.raises(Unreadable, match="holds U\\+D800, which is no character"):
        decoded(b"\\ud800 Yes", encoding)


def test_and_so_is_an_address_that_states_it():
    page = "text/plain; charset=undefined"
    with (
        serving(lambda it: text(it, b"Yes", page)) as (address, house),
        pytest.raises(Unreadable),
    ):
        read_address(address, QUICK, house)
