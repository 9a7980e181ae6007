"""Keys and slugs decide what is called what, never how many."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from quotesdb.provenance.origins import counts
from tests.provenance.chances import KEYS, OUTLETS, any_facts


def renamed(facts, keys, slugs):
    """The same facts, articles and outlets called by other names."""

    def agent(one):
        return one and replace(one, key=slugs.get(one.key, one.key))

    def hop(one):
        return replace(one, speaker=agent(one.speaker), article=keys.get(one.article))

    def reliance(one):
        return replace(one, outlet=agent(one.outlet), article=keys.get(one.article))

    def article(one):
        relies_on = tuple(map(reliance, one.relies_on))
        return replace(one, key=keys[one.key], outlet=agent(one.outlet), relies_on=relies_on)

    def appearance(one):
        return replace(one, article=keys[one.article], chain=tuple(map(hop, one.chain)))

    return replace(
        facts,
        appearances=tuple(map(appearance, facts.appearances)),
        articles={keys[key]: article(it) for key, it in facts.articles.items()},
        shared_texts=tuple(replace(it, a=keys[it.a], b=keys[it.b]) for it in facts.shared_texts),
    )


def permuted(names):
    return st.permutations(names).map(lambda others: dict(zip(names, others, strict=True)))


other_keys = permuted(KEYS)
other_slugs = permuted([it.key for it in OUTLETS])


def without_ties(facts):
    """Every outlet and every article prints the quote once, and relies on one thing at most."""
    seen, kept = set(), []
    for appearance in facts.appearances:
        outlet = facts.articles[appearance.article].outlet
        names = {appearance.article, outlet and outlet.key} - {None}
        if not names & seen:
            seen |= names
            kept.append(replace(appearance, chain=tuple(map(unlinked, appearance.chain))))
    articles = {key: replace(it, relies_on=it.relies_on[:1]) for key, it in facts.articles.items()}
    return replace(facts, appearances=tuple(kept), articles=articles)


def unlinked(hop):
    return replace(hop, article=None)


def renumbered(facts, numbers):
    return replace(
        facts,
        appearances=tuple(replace(it, id=numbers[at]) for at, it in enumerate(facts.appearances)),
    )


numberings = st.permutations(range(12))


@settings(max_examples=300)
@given(any_facts, other_keys, other_slugs)
def test_for_how_many_are_declared(facts, keys, slugs):
    assert counts(renamed(facts, keys, slugs))[0] == counts(facts)[0]


@given(any_facts, numberings)
def test_nor_do_ids(facts, numbers):
    assert counts(renumbered(facts, numbers))[0] == counts(facts)[0]


@given(any_facts.map(without_ties), other_keys, other_slugs)
def test_for_how_many_are_inferred_where_nothing_is_a_tie(facts, keys, slugs):
    assert counts(renamed(facts, keys, slugs)) == counts(facts)


@given(any_facts.map(without_ties), numberings)
def test_nor_do_ids_where_nothing_is_a_tie(facts, numbers):
    assert counts(renumbered(facts, numbers)) == counts(facts)
