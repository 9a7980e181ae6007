from dataclasses import replace
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from quotesdb.provenance.network import graph
from quotesdb.provenance.origins import origins
from tests.provenance.chances import any_facts


@given(any_facts, st.randoms(use_true_random=False))
def test_of_the_appearances(facts, random: Random):
    shuffled = list(facts.appearances)
    random.shuffle(shuffled)
    assert origins(replace(facts, appearances=tuple(shuffled))) == origins(facts)


@given(any_facts, st.randoms(use_true_random=False))
def test_of_what_articles_rely_on(facts, random: Random):
    def turned(article):
        entries = list(article.relies_on)
        random.shuffle(entries)
        return replace(article, relies_on=tuple(entries))

    articles = {key: turned(article) for key, article in reversed(facts.articles.items())}
    ours, theirs = origins(facts), origins(replace(facts, articles=articles))
    assert [it.appearances for it in theirs.declared.groups] == [
        it.appearances for it in ours.declared.groups
    ]
    assert [it.appearances for it in theirs.inferred.groups] == [
        it.appearances for it in ours.inferred.groups
    ]


@given(any_facts)
def test_of_appearances_for_the_graph(facts):
    turned = replace(facts, appearances=facts.appearances[::-1])
    assert graph(turned) == graph(facts)
