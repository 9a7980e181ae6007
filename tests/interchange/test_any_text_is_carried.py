"""Whatever stands in a quote, every document is valid and has it unaltered."""

import orjson
import pytest
from hypothesis import given, settings
from rdflib import PROV, SDO, Namespace, URIRef

from tests.interchange.linked_data import OA, graph_of
from tests.interchange.told import AT, DOCUMENTS, HOSTILE, TEXTS, printing, written

QUOTE = URIRef(AT.quote("ready"))
PRINTING = URIRef(AT.appearance("original/ready"))


def graphs(text):
    quote = printing(text)
    return {name: graph_of(made(quote, AT)) for name, made in DOCUMENTS.items()}


def check(text):
    documents = written(printing(text))
    assert orjson.loads(orjson.dumps(documents)) == documents
    read = graphs(text)
    assert text in map(str, read["schema.org"].objects(QUOTE, SDO.text))
    assert text in map(str, read["schema.org"].objects(PRINTING, SDO.text))
    assert text in map(str, read["PROV-O"].objects(QUOTE, PROV.value))
    assert text in map(str, read["PROV-O"].objects(PRINTING, PROV.value))
    assert text in map(str, read["Web Annotation"].objects(None, Namespace(OA).exact))
    assert text in documents["CSL-JSON"][0]["note"]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_are_carried(text):
    check(text)


@settings(max_examples=40, deadline=None)
@given(TEXTS)
def test_any_text_is_carried(text):
    check(text)


@settings(max_examples=40, deadline=None)
@given(TEXTS)
def test_no_text_makes_statements_of_its_own(text):
    """As many statements as of any other text, less what is not told of empty parts."""
    plain, strange = graphs("plain words"), graphs(text)
    for name, graph in strange.items():
        assert set(graph.predicates()) <= set(plain[name].predicates())
        assert len(graph) <= len(plain[name])
