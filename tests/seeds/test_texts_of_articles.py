import pytest

from quotesdb.records import ArticleTextRecord
from seeds.bodies import read_documents
from seeds.reader import BadSeeds
from tests.seeds.written import GOOD, line_of, read

BODY = "“Rivers do not negotiate,” Grace Hill told the paper."


@pytest.fixture
def documents(tmp_path):
    """What is read where a folder has one text, of the article `post-1`."""

    def read_with(data, seeds=GOOD, name="post-1.txt"):
        folder = tmp_path / "texts"
        folder.mkdir()
        (folder / name).write_bytes(data if isinstance(data, bytes) else data.encode())
        return read_documents(read(tmp_path, seeds), folder)

    return read_with


@pytest.fixture
def mistake(documents, tmp_path):
    """The only mistake, without the folder that the test is in."""

    def read_with(*given, **named):
        with pytest.raises(BadSeeds) as bad:
            documents(*given, **named)
        (only,) = bad.value.mistakes
        return str(only).replace(f"{tmp_path}/", "")

    return read_with


def test_a_text_is_read_and_the_words_found_in_it(documents):
    (document,) = documents(BODY)
    assert document.text == ArticleTextRecord("post-1", BODY)
    ((span,),) = document.spans.values()
    assert (span.start, span.end) == (1, 25)


def test_words_that_are_not_in_the_text_are_told_where_they_are_recorded(mistake):
    line = line_of(GOOD, "- Rivers do not")
    assert mistake("Another text.") == (
        f"seeds.yaml:{line}: these words do not stand in the article, letter by letter"
    )


def test_a_missing_text_is_told_at_the_article(mistake):
    line = line_of(GOOD, "key: post-1")
    assert mistake(BODY, name="post-2.txt") == (
        f"seeds.yaml:{line}: no text of this article; expected it in texts/post-1.txt"
    )


def test_a_key_does_not_lead_out_of_the_folder(mistake):
    seeds = GOOD.replace("key: post-1", "key: a/../../post-1")
    assert "a key with .. in it cannot name a text" in mistake(BODY, seeds=seeds)


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"a\n\xff", "2: byte 0xff is not UTF-8; save the file as UTF-8"),
        (b"a\n\nb\0", "3: a NUL character (U+0000); an article is text"),
        (b" \n", "1: the file is empty; expected an article"),
        (b"\xef\xbb\xbfa", "1: a byte order mark; save the file as UTF-8 without one"),
    ],
)
def test_what_is_no_text_is_told_at_the_text(mistake, data, place):
    assert mistake(data) == f"texts/post-1.txt:{place}"


def test_lines_that_end_as_on_windows_are_counted_as_any(documents):
    (document,) = documents("Tuesday\r\n\r\n" + BODY)
    assert document.text.body == "Tuesday\n\n" + BODY
    ((span,),) = document.spans.values()
    assert span.start == 10
