"""What gives pause, by kind and with the appearances it is seen in."""

from quotesdb.provenance.origins import origins
from tests.provenance.example import HERALD, MAYOR, POST, WIRE, article, chain, facts


def warnings(found):
    return [(str(it.kind), it.appearances) for it in origins(found).warnings]


def test_an_outlet_twice_on_one_chain():
    found = facts((article("a"), chain(MAYOR, POST, WIRE, POST)), (article("b"), chain(POST)))
    assert warnings(found) == [("outlet_twice", (1,))]


def test_articles_that_rely_on_one_another_in_a_circle():
    found = facts(
        (article("a", None, "b"), ()),
        (article("b", None, "c"), ()),
        also_held=[article("c", None, "a")],
    )
    assert warnings(found) == [("reliance_circle", (1, 2))]


def test_reports_that_name_one_another():
    found = facts(
        (article("a", POST), chain(MAYOR, HERALD)), (article("b", HERALD), chain(MAYOR, POST))
    )
    assert warnings(found) == [("cited_back", (1, 2))]


def test_groups_that_hang_on_one_hidden_parent():
    found = facts((article("a", POST, WIRE), ()), (article("b", HERALD, WIRE), ()))
    assert warnings(found) == [("hidden_parent", (1, 2))]
    (warning,) = origins(found).warnings
    assert warning.sentence == (
        "2 groups hang on Northern Wire, of which no article with these words is held."
    )


def test_a_chain_that_goes_on_elsewhere():
    found = facts((article("a"), chain(MAYOR, POST)), (article("b"), chain(MAYOR, WIRE, POST)))
    assert warnings(found) == [("shortened_chain", (1, 2))]


def test_nothing_odd_no_warning():
    assert warnings(facts((article("a", POST), chain(MAYOR)))) == []
