"""As many joinings as it takes to hold a group together, and not one more."""

from hypothesis import given

from quotesdb.provenance.disjoint import DisjointSets
from quotesdb.provenance.origins import declared, inferred
from quotesdb.provenance.rules import DECLARED
from tests.provenance.chances import any_facts


def groupings(facts):
    return declared(facts), inferred(facts)


@given(any_facts)
def test_every_appearance_is_in_one_group(facts):
    for grouping in groupings(facts):
        ids = [it for group in grouping.groups for it in group.appearances]
        assert sorted(ids) == sorted(it.id for it in facts.appearances)


@given(any_facts)
def test_both_ends_of_a_joining_are_in_its_group(facts):
    for grouping in groupings(facts):
        for group in grouping.groups:
            for joining in group.joined_because:
                assert {joining.a, joining.b} <= set(group.appearances)
                assert joining.a != joining.b


@given(any_facts)
def test_joinings_are_one_fewer_than_appearances_in_a_group(facts):
    for grouping in groupings(facts):
        for group in grouping.groups:
            assert len(group.joined_because) == len(group.appearances) - 1


@given(any_facts)
def test_joinings_connect_the_whole_group(facts):
    for grouping in groupings(facts):
        for group in grouping.groups:
            at = {it: place for place, it in enumerate(group.appearances)}
            sets = DisjointSets(len(at))
            assert all(sets.join(at[it.a], at[it.b]) for it in group.joined_because)


@given(any_facts)
def test_every_joining_has_a_sentence(facts):
    for grouping in groupings(facts):
        for group in grouping.groups:
            for joining in group.joined_because:
                assert joining.sentence.endswith(".")
                assert "None" not in joining.sentence


@given(any_facts)
def test_what_is_declared_is_joined_by_declaring_rules_only(facts):
    for group in declared(facts).groups:
        assert {joining.rule for joining in group.joined_because} <= DECLARED
