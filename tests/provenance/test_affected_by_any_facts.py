"""Walking down from a mark finds what walking up from every appearance finds, in whatever order."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from quotesdb.provenance.affected import Mark, affected
from quotesdb.vocabulary import Certainty
from tests.provenance.chances import any_facts, keys
from tests.provenance.example import article, facts

marks = st.builds(Mark, st.just(1), article=keys) | st.builds(
    Mark, st.just(1), appearance=st.sampled_from([5, 8, 11])
)
DEEP = 3000


def upstream(held, appearance, certainties):
    """The steps up to each article, and whether something was taken out of it."""
    found = {(appearance.article, False): 0}
    front = [(appearance.article, False, hops_of(appearance, certainties))]
    steps = 0
    while front:
        steps += 1
        sources = [
            source for key, _, passed in front for source in above(held, key, passed, certainties)
        ]
        front = []
        for key in sources:
            if (key, True) not in found:
                found[key, True] = steps
                printed = [it for it in held.appearances if it.article == key]
                passed = [hop for it in printed for hop in hops_of(it, certainties)]
                front.append((key, True, passed))
    return found


def hops_of(appearance, certainties):
    return [hop.article for hop in appearance.chain if hop.article and hop.certainty in certainties]


def above(held, key, passed, certainties):
    relied = held.articles[key].relies_on
    return [*passed, *(on.article for on in relied if on.article and on.certainty in certainties)]


def steps_to(held, appearance, mark, certainties):
    """How far up the mark is from an appearance; None where it is not upstream."""
    found = upstream(held, appearance, certainties)
    if mark.article:
        ways = [found.get((mark.article, taken)) for taken in (False, True)]
    else:
        marked = next((it for it in held.appearances if it.id == mark.appearance), None)
        own = 0 if marked is appearance else None
        ways = [own, found.get((marked.article, True)) if marked else None]
    return min((steps for steps in ways if steps is not None), default=None)


def expected(held, mark):
    for it in held.appearances:
        stated = steps_to(held, it, mark, {Certainty.STATED})
        whatever = steps_to(held, it, mark, set(Certainty))
        if stated is not None:
            yield it.id, Certainty.STATED, stated
        elif whatever is not None:
            yield it.id, Certainty.INFERRED, whatever


@settings(max_examples=300)
@given(any_facts, marks)
def test_down_finds_what_up_finds(held, mark):
    found = {(it.appearance, it.certainty, it.steps) for it in affected(held, [mark])}
    assert found == set(expected(held, mark))


@given(any_facts, marks)
def test_the_last_step_is_one_that_the_appearance_tells_of(held, mark):
    printed = {it.id: it for it in held.appearances}
    for it in affected(held, [mark]):
        appearance = printed[it.appearance]
        relied = [on.article for on in held.articles[appearance.article].relies_on]
        sources = {"chain": hops_of(appearance, set(Certainty)), "reliance": relied, "own": [None]}
        assert it.through in sources[it.way.value]


@given(any_facts, st.lists(marks, max_size=3, unique=True), st.randoms())
def test_the_order_of_the_facts_does_not_matter(held, some, random):
    some = [replace(mark, id=number) for number, mark in enumerate(some)]
    mixed = replace(held, appearances=tuple(random.sample(held.appearances, len(held.appearances))))
    turned = dict(reversed(held.articles.items()))
    assert affected(held, some) == affected(replace(mixed, articles=turned), some[::-1])


def test_a_long_way_overflows_no_stack_and_costs_what_it_should():
    ring = facts(*((article(f"a{at}", None, f"a{(at + 1) % DEEP}"), ()) for at in range(DEEP)))
    found = affected(ring, [Mark(1, article="a0")])
    assert max(it.steps for it in found) == DEEP - 1
