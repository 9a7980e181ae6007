"""Callers may leave out any rule that infers."""

import pytest
from hypothesis import given

from quotesdb.provenance.facts import SharedText
from quotesdb.provenance.origins import counts, inferred
from quotesdb.provenance.rules import ALL, Rule
from tests.provenance.chances import any_facts, any_rules
from tests.provenance.example import (
    HERALD,
    INFERRED,
    MAYOR,
    POST,
    WIRE,
    article,
    chain,
    facts,
    relying,
)

BY_RULE = {
    Rule.INFERRED_HOP: facts(
        (article("a", POST), chain(MAYOR)),
        (article("b", HERALD), chain(MAYOR) + chain(POST, certainty=INFERRED)),
    ),
    Rule.INFERRED_RELIANCE: facts(
        (article("a", POST), chain(MAYOR)),
        (article("b", HERALD, relying("a", INFERRED)), chain(MAYOR)),
    ),
    Rule.HIDDEN_PARENT: facts(
        (article("a", POST, WIRE), chain(MAYOR)), (article("b", HERALD, WIRE), chain(MAYOR))
    ),
    Rule.SHARED_TEXT: facts(
        (article("a", POST), chain(MAYOR)),
        (article("b", HERALD), chain(MAYOR)),
        shared_texts=(SharedText("a", "b", 0.8, "the same"),),
    ),
}


@given(any_facts, any_rules, any_rules)
def test_never_lowers_the_count(facts, some, others):
    assert counts(facts, some | others)[1] <= counts(facts, some)[1]


@pytest.mark.parametrize("rule", BY_RULE)
def test_joins_nothing(rule):
    assert counts(BY_RULE[rule]) == (2, 1)
    assert counts(BY_RULE[rule], ALL - {rule}) == (2, 2)


@pytest.mark.parametrize("rule", BY_RULE)
def test_is_named_where_it_was_not_left_out(rule):
    (group,) = inferred(BY_RULE[rule], {rule}).groups
    assert [joining.rule for joining in group.joined_because] == [rule]
