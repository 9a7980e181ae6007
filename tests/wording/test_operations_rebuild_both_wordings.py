from hypothesis import given

from quotesdb.wording import Op, compare, normalise
from tests.wording.strange import wordings


def text_of(wording):
    return wording if isinstance(wording, str) else " ".join(wording)


def lacks_no_word(tokens, wording):
    """In order; a joined word also covers what stands between its parts."""
    text = text_of(wording)
    in_order = tokens == sorted(tokens, key=lambda token: (token.start, token.end))
    segments = [wording] if isinstance(wording, str) else wording
    length = sum(len(token.text) for one in segments for token in normalise(one).tokens)
    between = sum(token.end - token.start for token in tokens) - length
    return in_order and between >= 0 and all(t.text == text[t.start : t.end] for t in tokens)


@given(wordings, wordings)
def test_token_by_token(one, other):
    steps = compare(one, other).operations
    assert lacks_no_word([token for step in steps for token in step.from_tokens], one)
    assert lacks_no_word([token for step in steps for token in step.to_tokens], other)


@given(wordings, wordings)
def test_the_text_of_a_step_is_that_of_its_tokens(one, other):
    for step in compare(one, other).operations:
        for tokens, printed, wording in (
            (step.from_tokens, step.from_text, one),
            (step.to_tokens, step.to_text, other),
        ):
            whole = text_of(wording)[tokens[0].start : tokens[-1].end] if tokens else ""
            assert printed == whole


@given(wordings, wordings)
def test_what_is_kept_is_the_same_words(one, other):
    for step in compare(one, other).operations:
        if step.op is Op.KEPT:
            one_side = [token.key for token in step.from_tokens if token.is_word]
            assert one_side == [token.key for token in step.to_tokens if token.is_word]
