from dataclasses import replace
from datetime import date

from rdflib import SDO, URIRef

from quotesdb.interchange.schema_org import schema_org
from quotesdb.vocabulary import AttributionStatus, Certainty
from tests.interchange.linked_data import graph_of
from tests.interchange.told import AT, HILL, ORIGINAL, SPLIT, TRANSLATED, WHOLE

QUOTE = URIRef(AT.quote("ready"))
CLAIM = URIRef(AT.claim("ready"))


def test_an_anonymous_source_is_described_and_gets_no_name():
    creator = schema_org(WHOLE, AT)["creator"]
    assert (creator["@type"], creator["description"]) == ("Person", "an official")
    assert "name" not in creator
    assert "The Wire" in creator["disambiguatingDescription"]


def test_a_public_identity_and_wikidata_are_the_same():
    assert schema_org(WHOLE, AT)["creator"]["sameAs"] == [
        AT.speaker("grace-hill"),
        "http://www.wikidata.org/entity/Q42",
    ]


def test_a_person_has_a_name():
    creator = schema_org(replace(WHOLE, speaker=HILL), AT)["creator"]
    assert (creator["@type"], creator["name"]) == ("Person", "Grace Hill")


def test_nobody_is_said_to_have_said_what_is_doubted():
    for status in AttributionStatus:
        document = schema_org(replace(WHOLE, status=status), AT)
        said = "an-official" in str(document)
        assert said is (status in ("unverified", "verified", "secondary_only")), status
        assert document["creativeWorkStatus"] == status


def test_the_claim_appears_in_each_article_once():
    again = replace(SPLIT, key="original/again")
    graph = graph_of(schema_org(replace(WHOLE, appearances=(SPLIT, again, TRANSLATED)), AT))
    appearances = set(graph.objects(CLAIM, SDO.appearance))
    assert appearances == {URIRef(AT.article("original")), URIRef(AT.article("copy"))}
    assert len(set(graph.objects(URIRef(AT.article("original")), SDO.hasPart))) == 2


def test_the_first_appearance_is_the_earliest_that_is_dated():
    graph = graph_of(schema_org(WHOLE, AT))
    assert list(graph.objects(CLAIM, SDO.firstAppearance)) == [URIRef(AT.article("original"))]


def test_of_two_on_one_day_none_is_the_first():
    copy = replace(WHOLE.articles["copy"], published_on=ORIGINAL.published_on)
    quote = replace(WHOLE, articles=WHOLE.articles | {"copy": copy})
    assert "firstAppearance" not in schema_org(quote, AT)["subjectOf"]


def test_the_stated_chain_leads_from_the_printing_back_to_the_quote():
    graph = graph_of(schema_org(WHOLE, AT))
    node, names = URIRef(AT.appearance("original/ready")), []
    while node := next(graph.objects(node, SDO.isBasedOn), None):
        names.append(str(node))
    hops = [AT.hop("original/ready", place) for place in (1, 0)]
    assert names == [*hops, AT.quote("ready")]


def test_what_is_inferred_is_left_out():
    document = str(schema_org(WHOLE, AT))
    assert AT.hop("copy/ready", 2) in document
    assert AT.hop("copy/ready", 1) not in document
    assert "ministry.example" in document
    inferred = replace(TRANSLATED.chain[0], certainty=Certainty.INFERRED)
    quote = replace(WHOLE, appearances=(replace(TRANSLATED, chain=(inferred,)),))
    assert "ministry.example" not in str(schema_org(quote, AT))


def test_an_origin_that_is_not_the_quotes_speaker_does_not_lead_to_the_quote():
    other = replace(SPLIT.chain[0], agent=HILL)
    quote = replace(WHOLE, appearances=(replace(SPLIT, chain=(other,)),))
    graph = graph_of(schema_org(quote, AT))
    hop = URIRef(AT.hop("original/ready", 0))
    assert list(graph.objects(hop, SDO.creator)) == [URIRef(AT.speaker("grace-hill"))]
    assert QUOTE not in graph.objects(hop, SDO.isBasedOn)


def test_a_translation_is_one_of_the_quote():
    graph = graph_of(schema_org(WHOLE, AT))
    translated, split = (URIRef(AT.appearance(f"{key}/ready")) for key in ("copy", "original"))
    assert QUOTE in graph.objects(translated, SDO.translationOfWork)
    assert QUOTE in graph.objects(split, SDO.exampleOfWork)


def test_when_it_was_said_is_a_date_or_an_interval():
    month = schema_org(WHOLE, AT)
    span = schema_org(replace(WHOLE, said_until=date(2024, 5, 2)), AT)
    assert (month["dateCreated"], span["temporal"]) == ("2024-04", "2024-04-01/2024-05-02")
    assert "dateCreated" not in span
