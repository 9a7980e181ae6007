from hypothesis import given

from quotesdb.wording import Kind, Op, compare, is_same_quote
from tests.wording.strange import wordings

TURNED = {Op.DROPPED: Op.ADDED, Op.ADDED: Op.DROPPED}


@given(wordings)
def test_with_itself_it_is_exact(wording):
    comparison = compare(wording, wording)
    assert comparison.kind is Kind.EXACT
    assert comparison.similarity == 1
    assert all(step.op is Op.KEPT for step in comparison.operations)


@given(wordings, wordings)
def test_it_never_fails_and_stays_in_bounds(one, other):
    comparison = compare(one, other)
    assert 0 <= comparison.similarity <= 1
    assert 0 <= comparison.measures.coverage <= 1
    assert 0 <= comparison.measures.core <= 1
    is_same_quote(one, other)


@given(wordings, wordings)
def test_it_is_the_same_from_either_side(one, other):
    there, back = compare(one, other), compare(other, one)
    assert (there.kind, there.measures) == (back.kind, back.measures)
    assert [step.op for step in back.operations] == [
        TURNED.get(step.op, step.op) for step in there.operations
    ]
