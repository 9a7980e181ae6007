"""What a comparison says, short enough to be read in a test."""

from quotesdb.wording import Op, compare


def kind(a, b, **known):
    return compare(a, b, **known).kind


def steps(a, b):
    """Every step but what is kept: operation, from, to, and a star if a reporter marked it."""
    return [
        (step.op.value + "*" * step.marked, step.from_text, step.to_text)
        for step in compare(a, b).operations
        if step.op is not Op.KEPT
    ]
