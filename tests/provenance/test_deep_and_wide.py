"""Long chains overflow no stack, and many appearances cost what many should."""

import pytest

from quotesdb.provenance.network import graph
from quotesdb.provenance.origins import counts, origins
from tests.provenance.example import MAYOR, POST, article, chain, facts, outlet

DEEP = 3000


def one_after_another():
    papers = [outlet(f"Paper {at}") for at in range(DEEP)]
    return facts(
        *(
            (article(f"a{at}", paper), chain(MAYOR, *papers[at - 1 : at]))
            for at, paper in enumerate(papers)
        )
    )


def through_third_articles():
    third = [article(f"t{at}", None, f"t{at + 1}") for at in range(DEEP)]
    first = (article("end", POST), chain(MAYOR))
    return facts(
        first,
        (article("start", None, "t0"), ()),
        also_held=[*third, article(f"t{DEEP}", None, "end")],
    )


def a_great_circle():
    return facts(*((article(f"a{at}", None, f"a{(at + 1) % DEEP}"), ()) for at in range(DEEP)))


def circles_that_one_way_leads_out_of():
    """Pairs that cite each other; one of each cites the next pair as well, the last a report."""
    pairs = [
        pair
        for at in range(DEEP)
        for pair in (
            (article(f"a{at}", None, f"b{at}"), ()),
            (article(f"b{at}", None, f"a{at}", f"b{at + 1}"), ()),
        )
    ]
    return facts(*pairs, (article(f"b{DEEP}", POST), chain(MAYOR)))


SHAPES = [
    one_after_another,
    through_third_articles,
    a_great_circle,
    circles_that_one_way_leads_out_of,
]


@pytest.mark.parametrize("make", SHAPES)
def test_is_one_origin(make):
    assert counts(make()) == (1, 1)


def test_a_great_circle_is_one_warning():
    (warning,) = origins(a_great_circle()).warnings
    assert len(warning.appearances) == DEEP
    assert len(warning.sentence) < 200


def test_the_graph_of_a_long_chain_can_be_made():
    assert len(graph(one_after_another()).edges) > DEEP
