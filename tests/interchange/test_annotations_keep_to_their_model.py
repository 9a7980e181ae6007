"""The rules of the W3C Web Annotation Data Model, as far as they concern what is used here."""

from datetime import datetime
from urllib.parse import urlsplit

import pytest
from rdflib import RDF, Namespace, URIRef

from quotesdb.interchange.annotation import annotations
from tests.interchange.linked_data import AS, OA, graph_of, lost_names
from tests.interchange.told import AT, BARELY_KNOWN, QUOTES, WHOLE

OPEN_ANNOTATION, STREAMS = Namespace(OA), Namespace(AS)


@pytest.fixture(params=QUOTES, scope="module")
def collection(request):
    return annotations(QUOTES[request.param], AT)


def items(collection):
    return collection.get("first", {}).get("items", [])


def targets(collection):
    return [target for item in items(collection) for target in item["target"]]


def is_iri(text):
    return bool(urlsplit(text).scheme and urlsplit(text).netloc)


def test_no_name_is_without_meaning(collection):
    assert lost_names(collection, collection) == set()


def test_the_collection_has_its_context_an_iri_and_a_count(collection):
    assert collection["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert collection["type"] == "AnnotationCollection"
    assert is_iri(collection["id"])
    assert collection["label"]
    assert collection["total"] == len(items(collection))


def test_a_collection_has_a_first_page_exactly_if_it_has_annotations(collection):
    assert ("first" in collection) is ("last" in collection) is (collection["total"] > 0)
    if page := collection.get("first"):
        assert (page["type"], page["partOf"]) == ("AnnotationPage", collection["id"])
        assert page["startIndex"] == 0
        assert is_iri(page["id"])
        assert page["id"] == collection["last"]


def test_each_annotation_has_an_iri_a_motivation_and_a_target(collection):
    for item in items(collection):
        assert item["type"] == "Annotation"
        assert is_iri(item["id"])
        assert item["motivation"] == "identifying"
        assert item["target"]


def test_bodies_are_resources_or_text(collection):
    for item in items(collection):
        resource, text = item["body"]
        assert (resource["type"], resource["purpose"]) == ("SpecificResource", "identifying")
        assert is_iri(resource["source"])
        assert (text["type"], text["format"]) == ("TextualBody", "text/plain")
        assert isinstance(text["value"], str)


def test_each_target_has_one_source(collection):
    for target in targets(collection):
        assert target["type"] == "SpecificResource"
        assert is_iri(target["source"])


def test_selectors_have_what_they_must(collection):
    for target in targets(collection):
        words, *places = target["selector"]
        assert words["type"] == "TextQuoteSelector"
        assert words["exact"]
        for place in places:
            assert place["type"] == "TextPositionSelector"
            assert 0 <= place["start"] < place["end"]
            assert place["end"] - place["start"] == len(words["exact"])


def test_a_state_has_a_time_with_its_zone(collection):
    for target in targets(collection):
        if state := target.get("state"):
            assert state["type"] == "TimeState"
            assert datetime.fromisoformat(state["sourceDate"]).tzinfo


def test_as_linked_data_it_is_a_list_of_annotations():
    graph = graph_of(annotations(WHOLE, AT))
    found = set(graph.subjects(RDF.type, OPEN_ANNOTATION.Annotation))
    assert found == {URIRef(AT.appearance(one.key)) for one in WHOLE.appearances}
    page = graph.value(predicate=RDF.type, object=STREAMS.OrderedCollectionPage)
    assert set(graph.items(graph.value(page, STREAMS.items))) == found
    assert set(graph.objects(None, OPEN_ANNOTATION.motivatedBy)) == {OPEN_ANNOTATION.identifying}


def test_a_quote_that_nobody_printed_is_an_empty_collection():
    assert annotations(BARELY_KNOWN, AT)["total"] == 0
