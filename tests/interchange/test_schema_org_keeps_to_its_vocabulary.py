"""Classes and properties exist in schema.org, and stand where schema.org lets them stand."""

from collections.abc import Iterable
from datetime import date

import pytest
from rdflib import RDF, SDO, Literal

from quotesdb.interchange.schema_org import schema_org
from tests.interchange.linked_data import graph_of
from tests.interchange.told import AT, QUOTES

# As schema.org's own schema has it, of what is used here.
SUPERCLASSES = {
    "Quotation": "CreativeWork",
    "Claim": "CreativeWork",
    "NewsArticle": "CreativeWork",
    "NewsMediaOrganization": "Organization",
    "CreativeWork": "Thing",
    "Organization": "Thing",
    "Person": "Thing",
    "Event": "Thing",
}
TEXT, ADDRESS, DAY = "Text", "URL", "Date"
PROPERTIES = {
    "about": ("CreativeWork", ["Thing"]),
    "appearance": ("Claim", ["CreativeWork"]),
    "citation": ("CreativeWork", ["CreativeWork", TEXT]),
    "creativeWorkStatus": ("CreativeWork", [TEXT]),
    "creator": ("CreativeWork", ["Person", "Organization"]),
    "creditText": ("CreativeWork", [TEXT]),
    "dateCreated": ("CreativeWork", [DAY]),
    "datePublished": ("CreativeWork", [DAY]),
    "description": ("Thing", [TEXT]),
    "disambiguatingDescription": ("Thing", [TEXT]),
    "exampleOfWork": ("CreativeWork", ["CreativeWork"]),
    "firstAppearance": ("Claim", ["CreativeWork"]),
    "hasPart": ("CreativeWork", ["CreativeWork"]),
    "headline": ("CreativeWork", [TEXT]),
    "identifier": ("Thing", [TEXT, ADDRESS]),
    "inLanguage": ("CreativeWork", [TEXT]),
    "isBasedOn": ("CreativeWork", ["CreativeWork", ADDRESS]),
    "isPartOf": ("CreativeWork", ["CreativeWork", ADDRESS]),
    "name": ("Thing", [TEXT]),
    "publisher": ("CreativeWork", ["Person", "Organization"]),
    "recordedAt": ("CreativeWork", ["Event"]),
    "sameAs": ("Thing", [ADDRESS]),
    "subjectOf": ("Thing", ["CreativeWork", "Event"]),
    "temporal": ("CreativeWork", [TEXT]),
    "text": ("CreativeWork", [TEXT]),
    "translationOfWork": ("CreativeWork", ["CreativeWork"]),
    "url": ("Thing", [ADDRESS]),
}


@pytest.fixture(params=QUOTES, scope="module")
def graph(request):
    return graph_of(schema_org(QUOTES[request.param], AT))


def classes_of(graph, node) -> Iterable[str]:
    for found in graph.objects(node, RDF.type):
        name = str(found).removeprefix(str(SDO))
        while name:
            yield name
            name = SUPERCLASSES.get(name, "")


def is_within(graph, value, ranges) -> bool:
    if isinstance(value, Literal):
        return bool({TEXT, DAY} & set(ranges))
    return ADDRESS in ranges or bool(set(classes_of(graph, value)) & set(ranges))


def test_every_class_and_property_exists(graph):
    """`SDO` refuses what schema.org does not define."""
    for _, verb, value in graph:
        term = value if verb == RDF.type else verb
        assert SDO[str(term).removeprefix(str(SDO))] == term


def test_every_property_stands_at_a_class_that_has_it(graph):
    for node, verb, _ in graph:
        if verb != RDF.type:
            domain, _ = PROPERTIES[str(verb).removeprefix(str(SDO))]
            assert domain in set(classes_of(graph, node)), (node, verb)


def test_every_value_is_of_a_class_that_is_expected(graph):
    for _, verb, value in graph:
        if verb != RDF.type:
            _, ranges = PROPERTIES[str(verb).removeprefix(str(SDO))]
            # A printing inside another is part of one that is not told here.
            if verb != SDO.isPartOf:
                assert is_within(graph, value, ranges), (verb, value)


def test_days_are_days(graph):
    """A day, or a month or year of which any day would do."""
    for verb in (SDO.dateCreated, SDO.datePublished):
        for day in graph.objects(None, verb):
            assert date.fromisoformat(day + "2024-01-01"[len(day) :])
