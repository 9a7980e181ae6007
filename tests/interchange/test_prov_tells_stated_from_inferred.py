from dataclasses import replace

from rdflib import DCTERMS, PROV, RDF, RDFS, URIRef

from quotesdb.interchange.prov import prov
from quotesdb.vocabulary import AttributionStatus, Relation
from tests.interchange.linked_data import graph_of
from tests.interchange.told import AT, HILL, SPLIT, WHOLE

QUOTE = URIRef(AT.quote("ready"))


def graph(quote=WHOLE):
    return graph_of(prov(quote, AT))


def attribution(found, node):
    (qualified,) = found.objects(URIRef(node), PROV.qualifiedAttribution)
    return {
        "agent": found.value(qualified, PROV.agent),
        "label": str(found.value(qualified, RDFS.label)),
        "source": found.value(qualified, DCTERMS.source),
        "creator": found.value(qualified, DCTERMS.creator),
    }


def test_what_an_article_states_has_the_article_as_its_source():
    found, hop = graph(), AT.hop("original/ready", 0)
    told = attribution(found, hop)
    assert (told["label"], told["source"]) == ("stated", URIRef(AT.article("original")))
    assert told["agent"] in found.objects(URIRef(hop), PROV.wasAttributedTo)


def test_what_is_inferred_is_the_curators_and_has_no_short_form():
    found, hop = graph(), AT.hop("copy/ready", 1)
    told = attribution(found, hop)
    assert (told["label"], told["creator"]) == ("inferred", URIRef(AT.curators))
    assert told["source"] is None
    assert not list(found.objects(URIRef(hop), PROV.wasAttributedTo))
    assert not list(found.objects(URIRef(hop), PROV.wasDerivedFrom))


def test_the_chain_leads_from_the_printing_to_the_quote():
    found = graph()
    last, first = (URIRef(AT.hop("original/ready", place)) for place in (1, 0))
    assert last in found.objects(URIRef(AT.appearance("original/ready")), PROV.wasDerivedFrom)
    assert first in found.objects(last, PROV.wasDerivedFrom)
    assert QUOTE in found.objects(first, PROV.alternateOf)


def test_a_printing_was_quoted_from_its_article_and_from_what_it_is_nested_in():
    quoted = set(graph().objects(URIRef(AT.appearance("copy/ready")), PROV.wasQuotedFrom))
    assert quoted == {URIRef(AT.article("copy")), URIRef(AT.appearance("copy/outer"))}


def test_the_primary_source_is_the_other_outlet_that_heard_it():
    found = graph()
    sources = dict(found.subject_objects(PROV.hadPrimarySource))
    assert sources == {
        URIRef(AT.appearance("copy/ready")): URIRef(AT.hop("copy/ready", 2)),
    }


def test_an_outlet_that_quotes_others_is_no_primary_source():
    copied = replace(WHOLE.appearances[1].chain[2], relation=Relation.QUOTED)
    chain = (*WHOLE.appearances[1].chain[:2], copied)
    quote = replace(WHOLE, appearances=(replace(WHOLE.appearances[1], chain=chain),))
    found = graph(quote)
    assert not list(found.subject_objects(PROV.hadPrimarySource))
    hop = URIRef(AT.hop("copy/ready", 2))
    assert URIRef(AT.hop("copy/ready", 1)) in found.objects(hop, PROV.wasQuotedFrom)


def test_nothing_is_called_a_revision():
    assert PROV.wasRevisionOf not in set(graph().predicates())


def test_who_is_doubted_is_named_in_the_qualified_form_only():
    for status in AttributionStatus:
        found = graph(replace(WHOLE, status=status))
        plainly = status in ("unverified", "verified", "secondary_only")
        assert bool(list(found.objects(QUOTE, PROV.wasAttributedTo))) is plainly, status
        assert attribution(found, QUOTE)["label"] == status
        first = URIRef(AT.hop("original/ready", 0))
        assert bool(list(found.objects(first, PROV.wasAttributedTo))) is plainly, status


def test_an_origin_that_is_not_the_quotes_speaker_is_not_the_same_saying():
    chain = (replace(SPLIT.chain[0], agent=HILL),)
    found = graph(replace(WHOLE, appearances=(replace(SPLIT, chain=chain),)))
    assert not list(found.objects(URIRef(AT.hop("original/ready", 0)), PROV.alternateOf))


def test_agents_are_persons_or_organizations_where_that_is_known():
    found = graph()
    kinds = {
        slug: set(found.objects(URIRef(AT.speaker(slug)), RDF.type)) - {PROV.Agent}
        for slug in ("grace-hill", "an-official", "the-wire", "ministry")
    }
    assert kinds == {
        "grace-hill": {PROV.Person},
        "an-official": set(),
        "the-wire": {PROV.Organization},
        "ministry": {PROV.Organization},
    }
