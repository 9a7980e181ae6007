"""Against the lists of CSL's own schema, and by a processor that writes a bibliography."""

import re
from dataclasses import replace
from datetime import date
from importlib.resources import files

import pytest
from citeproc import (
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON

from quotesdb.interchange.csl import csl
from quotesdb.vocabulary import AttributionStatus, OutletKind
from tests.interchange.told import ORIGINAL, QUOTES, SPLIT, WHOLE

SCHEMAS = files("citeproc") / "data" / "schema" / "schemas" / "styles"


def words_of(file):
    """The words that a file of CSL's schema lists."""
    text = (SCHEMAS / file).read_text()
    return set(re.findall(r'"([A-Za-z_-]+)"', text))


def bibliography(items):
    source = CiteProcJSON(items)
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    written = CitationStylesBibliography(style, source, formatter.plain)
    for item in items:
        written.register(Citation([CitationItem(item["id"])]))
    return [str(entry) for entry in written.bibliography()]


@pytest.mark.parametrize("name", QUOTES)
def test_types_and_variables_are_those_of_csl(name):
    types, variables = words_of("csl-types.rnc"), words_of("csl-variables.rnc")
    for item in csl(QUOTES[name]):
        assert item["type"] in types
        assert item.keys() - {"id", "type"} <= variables


@pytest.mark.parametrize("kind", [None, *OutletKind])
def test_every_kind_of_outlet_has_a_type_of_csl(kind):
    article = replace(ORIGINAL, outlet_kind=kind)
    quote = replace(WHOLE, appearances=(SPLIT,), articles={"original": article})
    assert csl(quote)[0]["type"] in words_of("csl-types.rnc")


@pytest.mark.parametrize("name", QUOTES)
def test_dates_have_parts_and_names_are_literal(name):
    for item in csl(QUOTES[name]):
        for when in (item.get("issued"), item.get("original-date")):
            for parts in (when or {}).get("date-parts", []):
                assert date(*parts)
        assert all(who.keys() == {"literal"} for who in item.get("original-author", []))


@pytest.mark.filterwarnings("ignore:The following arguments for Reference are unsupported")
def test_a_processor_writes_a_bibliography_of_it():
    wire, post = bibliography(csl(WHOLE))[:2]
    assert "Talks near" in wire
    assert "The Wire" in wire
    assert "2024" in wire
    assert "https://wire.example/1" in wire
    assert "The Harbour Post" in post


def test_ids_are_the_permanent_keys_of_the_appearances():
    keys = [item["id"] for item in csl(WHOLE)]
    assert keys == ["original/ready", "copy/ready", "bare/ready"]


def test_the_original_author_is_whom_the_article_names():
    original, copy, bare = csl(WHOLE)
    assert original["original-author"] == [{"literal": "an official"}]
    assert copy["original-author"] == [{"literal": "ein Beamter"}]
    assert bare["original-author"] == [{"literal": "an official"}]


def test_nobody_is_the_author_of_what_is_doubted():
    fabricated = csl(replace(WHOLE, status=AttributionStatus.FABRICATED))
    assert not any("original-author" in item for item in fabricated)
    assert "Attribution: fabricated." in fabricated[0]["note"]


def test_when_it_was_said_may_be_a_range():
    assert csl(WHOLE)[0]["original-date"] == {"date-parts": [[2024, 4, 1], [2024, 4, 30]]}


def test_the_note_has_the_wording_and_the_chain():
    note = csl(WHOLE)[1]["note"]
    assert "Printed as mixed quotation, translated: “Wir sind bereit.”." in note
    assert "Attributed to ein Beamter (told, stated)." in note
    assert "Through The Ministry (conveyed, inferred), Wire (reported, stated)." in note
