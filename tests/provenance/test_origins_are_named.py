from quotesdb.provenance.origins import declared, inferred
from tests.provenance.example import (
    HERALD,
    INFERRED,
    MAYOR,
    POST,
    WIRE,
    article,
    chain,
    facts,
    outlet,
)


def named(grouping):
    return [(it.origin.type, it.origin.key) for it in grouping.groups]


def test_after_the_first_outlet_on_the_chain():
    found = facts((article("a", POST), chain(MAYOR, WIRE, HERALD)))
    assert named(declared(found)) == [("outlet", "northern-wire")]


def test_after_the_articles_own_outlet_where_the_chain_names_none():
    assert named(declared(facts((article("a", POST), chain(MAYOR))))) == [
        ("outlet", "harbour-post")
    ]


def test_after_the_article_where_nothing_is_known():
    assert named(declared(facts((article("a"), ())))) == [("article", "a")]


def test_by_title_where_the_article_has_one():
    (group,) = declared(facts((article("a", title="Tide to turn"), ()))).groups
    assert group.origin.name == "Tide to turn"


def test_after_the_hidden_parent_in_the_inferred_answer():
    found = facts((article("a", None, WIRE), chain(MAYOR)), (article("b", None, WIRE), ()))
    assert named(declared(found)) == [("article", "a"), ("article", "b")]
    assert named(inferred(found)) == [("outlet", "northern-wire")]


def test_after_an_outlet_that_a_curator_inferred():
    found = facts((article("a", POST), chain(MAYOR) + chain(WIRE, certainty=INFERRED)))
    assert named(declared(found)) == [("outlet", "harbour-post")]
    assert named(inferred(found)) == [("outlet", "northern-wire")]


def test_after_the_first_to_publish_on_a_loop():
    from_post, from_herald = chain(MAYOR, POST), chain(MAYOR, HERALD)
    early, late = "2024-03-01", "2024-03-02"
    for first, second, origin in ((early, late, "harbour-post"), (late, early, "inland-herald")):
        found = facts(
            (article("a", POST, published_on=first), from_herald),
            (article("b", HERALD, published_on=second), from_post),
        )
        assert named(declared(found)) == [("outlet", origin)]


def test_after_the_shared_article_that_two_rely_on():
    found = facts(
        (article("a", POST, "third"), ()),
        (article("b", HERALD, "third"), ()),
        also_held=[article("third", outlet("Weekly Mirror"))],
    )
    assert named(declared(found)) == [("article", "third")]


def test_not_after_an_article_that_only_one_relies_on():
    found = facts((article("a", POST, "third"), ()), also_held=[article("third")])
    assert named(declared(found)) == [("outlet", "harbour-post")]
