import pytest

from seeds.text import LARGEST
from tests.seeds.written import GOOD, changed, mistakes

KIND = "kind: person"


def bytes_in_a_name(raw):
    text, line = changed("Grace Hill", "Grace@Hill")
    return text.encode().replace(b"@", raw), line


def test_the_good_file_is_good(tmp_path):
    assert mistakes(tmp_path, GOOD) == []


@pytest.mark.parametrize("raw", [b"\xff", b"\xc3", b"\x80", b"\xed\xa0\x80"])
def test_bytes_that_are_not_utf_8_are_told_with_their_line(tmp_path, raw):
    data, line = bytes_in_a_name(raw)
    (mistake,) = mistakes(tmp_path, data)
    assert mistake == f"{line}: byte 0x{raw[0]:02x} is not UTF-8; save the file as UTF-8"


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (b"\0", "a NUL character (U+0000); a seed file is text"),
        (b"\t", "a tab; indent and separate with spaces"),
        (b"\x1b", "a control character (U+001B); a seed file is plain text"),
        (b"\r", "a control character (U+000D); a seed file is plain text"),
        ("\x85".encode(), "a control character (U+0085); a seed file is plain text"),
        ("\u2028".encode(), "a control character (U+2028); a seed file is plain text"),
    ],
)
def test_invisible_characters_are_told_with_their_line(tmp_path, raw, sentence):
    data, line = bytes_in_a_name(raw)
    assert mistakes(tmp_path, data) == [f"{line}: {sentence}"]


def test_every_line_with_an_invisible_character_is_told(tmp_path):
    data = GOOD.replace("  ", "\t").encode()
    assert len(mistakes(tmp_path, data)) == sum("  " in line for line in GOOD.split("\n"))


def test_a_byte_order_mark_is_refused(tmp_path):
    assert mistakes(tmp_path, b"\xef\xbb\xbf" + GOOD.encode()) == [
        "1: a byte order mark (U+FEFF); save the file as UTF-8 without one"
    ]


def test_utf_16_is_refused(tmp_path):
    assert mistakes(tmp_path, GOOD.encode("utf-16"))[0].startswith("1: byte 0xff is not UTF-8")


@pytest.mark.parametrize("data", [b"", b"\n\n", b"# nothing yet\n"])
def test_an_empty_file_is_refused(tmp_path, data):
    assert mistakes(tmp_path, data) == [
        "1: the file is empty; expected format, version and what it holds"
    ]


def test_a_file_too_large_is_not_read(tmp_path):
    data = GOOD.encode() + b"#" * LARGEST
    assert mistakes(tmp_path, data) == [
        "1: the file is larger than 5,000,000 bytes, the most that is read"
    ]
