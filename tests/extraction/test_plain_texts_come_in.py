import pytest

from quotesdb.extraction.intake.document import Unreadable
from quotesdb.extraction.intake.text import decoded


def test_as_utf_8():
    assert decoded("“Çà,” said Ann.".encode()) == "“Çà,” said Ann."


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_as_their_first_bytes_tell(encoding):
    assert decoded("“Çà,” said Ann.".encode(encoding)) == "“Çà,” said Ann."


def test_as_whoever_brings_them_states():
    assert decoded("“Çà,” said Ann.".encode("cp1252"), "cp1252") == "“Çà,” said Ann."


def test_and_are_never_guessed():
    with pytest.raises(Unreadable, match="byte 0 is not utf-8; state the encoding"):
        decoded("“Çà”".encode("cp1252"))


def test_an_encoding_that_nobody_knows_is_refused():
    with pytest.raises(Unreadable, match="no encoding is called utf-9"):
        decoded(b"Yes", "utf-9")


def test_with_one_sort_of_line_ends():
    assert decoded(b"One.\r\nTwo.") == "One.\nTwo."
