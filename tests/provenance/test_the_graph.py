from hypothesis import given

from quotesdb.provenance.documents import graph_document
from quotesdb.provenance.network import graph
from quotesdb.provenance.origins import declared
from tests.provenance.chances import any_facts
from tests.provenance.example import (
    HERALD,
    INFERRED,
    MAYOR,
    OFFICIAL,
    POST,
    WIRE,
    article,
    chain,
    facts,
)


def edges(found):
    return {(it.source, it.target, it.relation): it for it in graph(found).edges}


def test_an_agent_on_many_chains_is_one_node():
    found = facts((article("a"), chain(MAYOR, WIRE)), (article("b"), chain(MAYOR, WIRE)))
    assert [it.id for it in graph(found).nodes] == [
        "speaker:mayor",
        "outlet:northern-wire",
        "article:a",
        "article:b",
    ]
    assert edges(found)["speaker:mayor", "outlet:northern-wire", "told"].appearances == (1, 2)


def test_the_document_has_the_promised_shape():
    found = graph_document(graph(facts((article("a"), chain(OFFICIAL, WIRE)))))
    assert found["nodes"][0] == {
        "id": "speaker:harbour-official",
        "type": "speaker",
        "label": "harbour official",
        "kind": "anonymous",
        "detail": None,
        "origin": False,
        "loop": False,
    }
    assert found["edges"][1] == {
        "from": "outlet:northern-wire",
        "to": "article:a",
        "relation": "reported",
        "certainty": "stated",
        "appearances": [1],
        "loop": False,
    }


def test_an_edge_is_inferred_if_either_end_is():
    found = facts((article("a"), chain(MAYOR) + chain(WIRE, certainty=INFERRED)))
    assert {it.certainty for it in graph(found).edges} == {"inferred"}


def test_an_outlet_is_tied_to_its_own_report():
    found = facts((article("a", POST), chain(MAYOR, WIRE)), (article("b"), chain(MAYOR, POST)))
    assert ("article:a", "outlet:harbour-post", "published_by") in edges(found)


def test_a_loop_is_marked_and_nothing_else():
    found = facts(
        (article("a", POST), chain(MAYOR, HERALD)),
        (article("b", HERALD), chain(MAYOR, POST)),
        (article("c"), chain(MAYOR, POST)),
    )
    marked = {it.id for it in graph(found).nodes if it.loop}
    assert marked == {"outlet:harbour-post", "outlet:inland-herald", "article:a", "article:b"}
    assert sum(it.loop for it in graph(found).edges) == 4


def test_reliance_is_drawn_where_the_chain_names_no_outlet():
    found = facts((article("a", None, WIRE), ()), (article("b", None, WIRE), chain(MAYOR, POST)))
    assert ("outlet:northern-wire", "article:a", "cited") in edges(found)
    assert ("outlet:northern-wire", "article:b", "cited") not in edges(found)


@given(any_facts)
def test_edges_lie_between_nodes(facts):
    found = graph(facts)
    ids = [node.id for node in found.nodes]
    assert len(ids) == len(set(ids))
    assert {end for edge in found.edges for end in (edge.source, edge.target)} <= set(ids)


@given(any_facts)
def test_some_origin_is_marked_if_there_is_any(facts):
    marked = [node for node in graph(facts).nodes if node.origin]
    assert len(marked) >= min(1, declared(facts).count)


@given(any_facts)
def test_every_article_that_prints_the_quote_is_drawn(facts):
    drawn = {node.id for node in graph(facts).nodes}
    assert {f"article:{it.article}" for it in facts.appearances} <= drawn
