from importlib.metadata import EntryPoint

import pytest

from quotesdb.extraction import readers
from quotesdb.extraction.findings import Finding, Span
from quotesdb.extraction.readers import UnknownReader
from quotesdb.extraction.reading import read

TEXT = "The pier is gone."


def bold(text, published):
    """A reader of another package: one of its findings is not in the article."""
    true, false = Span.of(text, 0, 8), Span(0, 8, "The ship")
    return [Finding((it,), (it,), "direct", "guessed", 0.3) for it in (true, false)]


@pytest.fixture
def installed(monkeypatch):
    point = EntryPoint("bold", "tests.extraction.test_other_readers:bold", readers.GROUP)
    monkeypatch.setattr(readers, "entry_points", lambda group: [point])


@pytest.mark.usefixtures("installed")
def test_go_through_the_same_door():
    reading = read(TEXT, reader="bold")
    assert [it.segments[0].text for it in reading.findings] == ["The pier"]
    assert len(reading.refused) == 1


@pytest.mark.usefixtures("installed")
def test_an_unknown_one_is_refused_with_those_that_are_known():
    with pytest.raises(UnknownReader, match="No reader is called bald.*bold"):
        read(TEXT, reader="bald")


def test_a_language_that_nobody_reads_is_refused():
    with pytest.raises(UnknownReader, match="No reader reads vi"):
        read(TEXT, language="vi")


def test_a_region_is_read_as_its_language():
    assert read("Ann Lee said it fell.", language="en-GB").findings
