from hypothesis import given

from quotesdb.provenance.origins import Reckoning, counts, declared, inferred, origins
from tests.provenance.chances import any_facts, any_rules


@given(any_facts, any_rules)
def test_every_declared_group_lies_within_an_inferred_one(facts, rules):
    wholes = [set(group.appearances) for group in inferred(facts, rules).groups]
    for group in declared(facts).groups:
        assert any(set(group.appearances) <= whole for whole in wholes)


@given(any_facts)
def test_without_rules_both_are_the_same(facts):
    assert inferred(facts, ()) == declared(facts)


@given(any_facts, any_rules)
def test_the_counts_are_those_of_the_groups(facts, rules):
    answer = origins(facts, rules)
    assert counts(facts, rules) == (answer.declared.count, answer.inferred.count)


def has_no_loop(facts):
    links = Reckoning(facts).links
    paths = [list(links.path(place)) for place in range(len(facts.appearances))]
    return all(len(path) == len(set(path)) for path in paths)


@given(any_facts.filter(has_no_loop))
def test_nobody_is_two_origins_of_the_declared(facts):
    named = [(it.origin.type, it.origin.key) for it in declared(facts).groups]
    assert len(named) == len(set(named))
