"""docs/standards.md names every format and property that is written, and no class that is not."""

import re
from pathlib import Path

import pytest

from api.resources.exports import FORMATS
from quotesdb.interchange.bibtex import bibtex
from tests.interchange.told import QUOTES, WHOLE, written

PAGE = (Path(__file__).parents[2] / "docs" / "standards.md").read_text()
SECTIONS = dict(re.findall(r"^## (.+?)\n(.*?)(?=^## |\Z)", PAGE, re.M | re.S))
# What the models need besides, to hold together what the page tells of.
FRAMEWORK = {
    "schema.org": {"about", "identifier", "name"},
    "PROV-O": {"agent", "comment", "entity", "id", "identifier", "type"},
    "Web Annotation": {
        *("first", "format", "generator", "id", "items", "label", "language", "last", "name"),
        *("partOf", "purpose", "selector", "startIndex", "state", "total", "type", "value"),
    },
    "CSL-JSON": {"date-parts", "literal"},
}


def properties_of(document):
    if isinstance(document, list):
        return set().union(*map(properties_of, document))
    if not isinstance(document, dict):
        return set()
    inner = (properties_of(value) for name, value in document.items() if name != "@context")
    return {name for name in document if not name.startswith("@")}.union(*inner)


def in_code(section):
    """The words that a section of the page shows as code."""
    return set(re.findall(r"`([\w-]+)`", SECTIONS[section]))


def test_every_format_is_in_its_table():
    for made in FORMATS:
        assert f"| `{made.format}` | `{made.media_type}` |" in PAGE


@pytest.mark.parametrize("format", FRAMEWORK)
def test_every_property_that_is_written_is_on_the_page(format):
    used = set().union(*(properties_of(written(quote)[format]) for quote in QUOTES.values()))
    qualified = {name for name in used if name.startswith("qualified")}
    assert used - qualified - FRAMEWORK[format] <= in_code(format)


@pytest.mark.parametrize("format", ["schema.org", "PROV-O", "Web Annotation"])
def test_every_class_on_the_page_is_written(format):
    documents = str([written(quote)[format] for quote in QUOTES.values()])
    classes = {name for name in in_code(format) if name[0].isupper()}
    assert {name for name in classes if f"'{name}'" not in documents} == set()


def test_every_field_of_bibtex_is_on_the_page():
    fields = set(re.findall(r"^  (\w+) = ", bibtex(WHOLE), re.M))
    assert fields <= in_code("BibTeX")
