"""A mark goes downstream, and nowhere else."""

from dataclasses import replace

from quotesdb.provenance.affected import Mark, affected
from quotesdb.provenance.facts import Hop
from quotesdb.vocabulary import Certainty
from tests.provenance.example import HERALD, INFERRED, MAYOR, POST, WIRE, article, facts, relying


def hops(*articles, certainty=Certainty.STATED, of=POST):
    return tuple(Hop(of, certainty=certainty, article=key) for key in articles)


def told(facts, *marks):
    """By appearance: how, how surely, after how many steps, and through which article."""
    return {
        it.appearance: (it.way.value, it.certainty.value, it.steps, it.through)
        for it in affected(facts, marks or [Mark(1, article="post")])
    }


def test_the_marked_article_itself():
    both = facts((article("post", POST), ()), (article("herald", HERALD), ()))
    assert told(both) == {1: ("own", "stated", 0, None)}


def test_an_appearance_whose_chain_has_it():
    found = told(facts((article("herald", HERALD), hops("post"))))
    assert found == {1: ("chain", "stated", 1, "post")}


def test_any_hop_of_the_chain_counts_also_one_that_is_no_outlet():
    found = told(facts((article("herald"), hops("other", "post", of=MAYOR))))
    assert found == {1: ("chain", "stated", 1, "post")}


def test_an_article_that_relies_on_it():
    found = told(facts((article("herald", HERALD, "post"), ())))
    assert found == {1: ("reliance", "stated", 1, "post")}


def test_through_third_articles():
    third = [article("second", None, "post"), article("third", None, "second")]
    found = told(facts((article("herald", HERALD, "third"), ()), also_held=third))
    assert found == {1: ("reliance", "stated", 3, "third")}


def test_through_the_article_of_a_hop_that_relies_on_it():
    found = told(
        facts((article("herald"), hops("wire")), also_held=[article("wire", WIRE, "post")])
    )
    assert found == {1: ("chain", "stated", 2, "wire")}


def test_through_another_report_of_the_quote_whose_chain_has_it():
    printed = facts(
        (article("herald", HERALD), hops("post")),
        (article("late", None, "herald"), ()),
        (article("later"), hops("herald")),
    )
    assert told(printed) == {
        1: ("chain", "stated", 1, "post"),
        2: ("reliance", "stated", 2, "herald"),
        3: ("chain", "stated", 2, "herald"),
    }


def test_never_everything_of_an_outlet():
    named = (article("herald", HERALD, POST), hops(None))
    same = (article("post-2", POST), ())
    assert told(facts(named, same, also_held=[article("post", POST)])) == {}


def test_what_is_inferred_is_said_to_be():
    guessed = relying("post", INFERRED)
    printed = facts(
        (article("a", None, guessed), ()), (article("b"), hops("post", certainty=INFERRED))
    )
    assert told(printed) == {
        1: ("reliance", "inferred", 1, "post"),
        2: ("chain", "inferred", 1, "post"),
    }


def test_a_longer_way_that_is_stated_says_more_than_a_short_guess():
    guess, third = relying("post", INFERRED), article("third", None, "post")
    found = told(facts((article("a", None, guess, "third"), ()), also_held=[third]))
    assert found == {1: ("reliance", "stated", 2, "third")}


def test_a_marked_appearance_and_what_is_downstream_of_its_article():
    post = article("post", POST)
    printed = facts(
        (post, ()), (post, ()), (article("herald", None, "post"), ()), (article("c"), ())
    )
    assert told(printed, Mark(1, appearance=1)) == {
        1: ("own", "stated", 0, None),
        3: ("reliance", "stated", 1, "post"),
    }


def test_the_other_printing_in_an_article_keeps_its_own_chain():
    herald = article("herald", HERALD)
    assert told(facts((herald, hops("post")), (herald, ()))).keys() == {1}


def test_a_marked_quote_has_all_its_appearances():
    printed = facts((article("a"), ()), (article("b"), ()))
    every = ("quote", "stated", 0, None)
    assert told(printed, Mark(1)) == {1: every, 2: every}


def test_a_loop_ends_and_all_in_it_are_affected():
    ring = [(article(f"a{at}", None, f"a{(at + 1) % 3}"), ()) for at in range(3)]
    found = told(facts(*ring), Mark(1, article="a0"))
    assert {at: steps for at, (_, _, steps, _) in found.items()} == {1: 0, 3: 1, 2: 2}


def test_marks_on_what_is_not_there_come_to_nobody():
    printed = facts((article("a"), ()))
    assert told(printed, Mark(1, article="gone"), Mark(2, appearance=77)) == {}


def test_each_mark_is_told_by_itself_and_in_order():
    printed = facts((article("post"), ()), (article("b", None, "post"), ()))
    turned = replace(printed, appearances=printed.appearances[::-1])
    marks = [Mark(2), Mark(1, article="post")]
    found = [(it.appearance, it.mark) for it in affected(turned, marks)]
    assert found == [(1, 1), (1, 2), (2, 1), (2, 2)]
