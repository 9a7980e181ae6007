import pytest

from quotesdb.extraction.reading import read


@pytest.mark.parametrize(
    "line",
    [
        "ALSO READ: Mayor says pier will stand for ever",
        "Read more: “The pier fell,” says Ann Lee",
        "Categories: What the mayor said",
        "Ann Lee says the pier fell. POOL/AFP via Getty Images",
        "Sailors say goodbye to the pier. REUTERS",
        "PREV Council says that the pier will stand",
        "NEXT Council says that the pier fell",
        "You may be interested: What Ann Lee said about the pier",
        "Photo: Ann Lee says goodbye to the pier",
        "Subscribe and read what Ann Lee said that day",
    ],
)
def test_a_line_of_the_page(line):
    assert read(line).findings == ()


def test_a_long_paragraph_is_read_whatever_it_begins_with():
    text = f"More than a year ago the pier {'was old and ' * 30}fell, Ann Lee said."
    assert len(read(text).findings) == 1
