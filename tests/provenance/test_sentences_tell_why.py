"""The reasons as a reader finds them."""

from quotesdb.provenance.facts import SharedText
from quotesdb.provenance.origins import inferred
from tests.provenance.example import HERALD, MAYOR, POST, WIRE, article, chain, facts


def joinings(found):
    return [it for group in inferred(found).groups for it in group.joined_because]


def test_of_two_that_name_one_outlet():
    found = facts((article("a", POST), chain(MAYOR, WIRE)), (article("b"), chain(MAYOR, WIRE)))
    (joining,) = joinings(found)
    assert joining.sentence == (
        "“a” (Harbour Post) and “b” both name Northern Wire as having published first."
    )
    assert joining.evidence == {"outlet": "northern-wire"}


def test_of_one_that_names_the_others_outlet():
    found = facts((article("a", POST), chain(MAYOR)), (article("b"), chain(MAYOR, POST)))
    (joining,) = joinings(found)
    assert joining.sentence == (
        "“b” names Harbour Post as having published first, and “a” (Harbour Post) is its own "
        "report."
    )


def test_of_a_hidden_parent():
    found = facts((article("a", POST, WIRE), ()), (article("b", HERALD, WIRE), ()))
    (joining,) = joinings(found)
    assert joining.sentence == (
        "“a” (Harbour Post) and “b” (Inland Herald) both rely on Northern Wire, of which no "
        "article with these words is held: they may both have them from there."
    )


def test_of_reliance_through_others():
    found = facts(
        (article("a", POST), ()),
        (article("b", HERALD, "third"), ()),
        also_held=[article("third", None, "a")],
    )
    (joining,) = joinings(found)
    assert "relies, through others, on “a” (Harbour Post)" in joining.sentence


def test_of_shared_text():
    shared = SharedText("a", "b", 0.625, "x" * 300)
    found = facts((article("a", POST), ()), (article("b"), ()), shared_texts=(shared,))
    (joining,) = joinings(found)
    assert "share 62% of the shorter report's text" in joining.sentence
    assert joining.evidence == {"share": 0.62, "sample": "x" * 200}
