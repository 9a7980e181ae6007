"""By a parser of BibTeX, with texts that are made to break out of their field."""

import pytest
from hypothesis import given
from pybtex import PybtexEngine
from pybtex.database import parse_string

from quotesdb.interchange.bibtex import bibtex, citation_key
from quotesdb.interchange.saying import note
from tests.interchange.latex_reader import printed
from tests.interchange.test_latex import as_seen
from tests.interchange.told import HOSTILE, QUOTES, TEXTS, WHOLE, printing


def entries(quote):
    return parse_string(bibtex(quote), "bibtex").entries


def fields(quote):
    (entry,) = entries(quote).values()
    return entry.fields


def check(text):
    quote = printing(text)
    found = fields(quote)
    assert printed(found["note"]) == as_seen(note(quote, quote.appearances[0]))
    assert printed(found["title"].removeprefix("{").removesuffix("}")) == as_seen(text)
    assert printed(found["howpublished"]) == as_seen(text)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_come_back_whole(text):
    if as_seen(text):
        check(text)


@given(TEXTS.filter(as_seen))
def test_any_text_comes_back_whole(text):
    check(text)


@pytest.mark.parametrize("name", QUOTES)
def test_there_is_an_entry_for_each_printing(name):
    quote = QUOTES[name]
    assert list(entries(quote)) == [one.key for one in quote.appearances]


def test_an_entry_has_its_outlet_and_date():
    entry = entries(WHOLE)["original/ready"]
    assert entry.type == "misc"
    told = {name: entry.fields[name] for name in ("howpublished", "year", "month", "day", "url")}
    assert told == {
        "howpublished": "The Wire",
        "year": "2024",
        "month": "May",
        "day": "1",
        "url": "https://wire.example/1",
    }


def test_addresses_are_ascii_and_otherwise_as_they_are():
    url = entries(WHOLE)["copy/ready"].fields["url"]
    assert url == "https://post.example/%C3%A4?a=1&b=2%20"


def test_keys_that_bibtex_would_take_for_one_differ():
    assert citation_key("doc/ready") == "doc/ready"
    assert citation_key("Doc/ready").lower() != citation_key("DOC/ready").lower()
    assert citation_key("Doc/ready") == citation_key("Doc/ready")


def test_a_bibliography_style_can_set_it():
    written = PybtexEngine().format_from_string(
        bibtex(WHOLE), style="plain", output_backend="plaintext"
    )
    assert "Talks & more" in written
    assert "The Harbour Post" in written
