"""Classes and properties exist in PROV-O and its neighbours, and stand where they may stand."""

import pytest
from rdflib import DCTERMS, OWL, PROV, RDF, RDFS, Literal, URIRef

from quotesdb.interchange.prov import prov
from tests.interchange.linked_data import graph_of, lost_names, types_of
from tests.interchange.told import AT, QUOTES

VOCABULARIES = (PROV, DCTERMS, RDFS, OWL, RDF)
# As PROV-O has it, of what is used here.
PROPERTIES = {
    "agent": ({"Attribution"}, {"Agent"}),
    "alternateOf": ({"Entity"}, {"Entity"}),
    "entity": ({"Derivation", "Quotation", "PrimarySource"}, {"Entity"}),
    "hadPrimarySource": ({"Entity"}, {"Entity"}),
    "hadRole": ({"Attribution"}, {"Role"}),
    "qualifiedAttribution": ({"Entity"}, {"Attribution"}),
    "qualifiedDerivation": ({"Entity"}, {"Derivation"}),
    "qualifiedPrimarySource": ({"Entity"}, {"PrimarySource"}),
    "qualifiedQuotation": ({"Entity"}, {"Quotation"}),
    "wasAttributedTo": ({"Entity"}, {"Agent"}),
    "wasDerivedFrom": ({"Entity"}, {"Entity"}),
    "wasGeneratedBy": ({"Entity"}, {"Activity"}),
    "wasQuotedFrom": ({"Entity"}, {"Entity"}),
}
OUTER = URIRef(AT.appearance("copy/outer"))
"""Of another quote, and so told of there."""


@pytest.fixture(params=QUOTES, scope="module")
def document(request):
    return prov(QUOTES[request.param], AT)


@pytest.fixture(scope="module")
def graph(document):
    return graph_of(document)


def test_no_name_is_without_meaning(document):
    assert lost_names(document, document["@graph"]) == set()


def test_every_class_and_property_exists(graph):
    """rdflib's vocabularies refuse what they do not define."""
    for _, verb, value in graph:
        term = value if verb == RDF.type else verb
        (vocabulary,) = [one for one in VOCABULARIES if str(term).startswith(str(one))]
        assert vocabulary[str(term).removeprefix(str(vocabulary))] == term


def test_every_property_stands_between_what_it_may_stand_between(graph):
    for node, verb, value in graph:
        name = str(verb).removeprefix(str(PROV))
        if str(verb).startswith(str(PROV)) and name != "value":
            domain, reach = ({f"{PROV}{one}" for one in side} for side in PROPERTIES[name])
            assert domain & types_of(graph, node), (node, name)
            assert reach & types_of(graph, value) or value == OUTER, (name, value)


def test_values_and_dates_are_literals(graph):
    for verb in (PROV.value, DCTERMS.issued, DCTERMS.created, RDFS.label, DCTERMS.title):
        assert all(isinstance(value, Literal) for value in graph.objects(None, verb))


def test_the_same_said_in_short_is_said_in_full(graph):
    """What the short form names the qualified one names as well, except who published."""
    pairs = (
        (PROV.wasDerivedFrom, PROV.qualifiedDerivation, PROV.entity),
        (PROV.hadPrimarySource, PROV.qualifiedPrimarySource, PROV.entity),
    )
    for short, qualified, end in pairs:
        for node, value in graph.subject_objects(short):
            ends = {far for it in graph.objects(node, qualified) for far in graph.objects(it, end)}
            assert value in ends, (node, short)
