import random

from quotesdb.wording import Kind, Op, alignment, compare

WORDS = [f"{first}{last}" for first in ("sea", "land", "wind", "ice") for last in range(300)]


def long_text(words, seed=1):
    return random.Random(seed).choices(WORDS, k=words)


def test_a_speech_is_compared_word_by_word():
    said = long_text(4000)
    printed = [*said[:1500], "nothing", *said[1501:]]
    comparison = compare(" ".join(said), " ".join(printed))
    assert comparison.kind is Kind.EDITED
    assert len([step for step in comparison.operations if step.op is not Op.KEPT]) == 1


def test_beyond_the_bound_only_what_lies_between_rare_words_is_compared_in_full(monkeypatch):
    monkeypatch.setattr(alignment, "MOST_CELLS", 10_000)
    said = [f"word{number}" for number in range(2000)]
    printed = [*said[:700], "another", *said[701:1300], *said[1310:]]
    pairs = alignment.in_common(said, printed)
    assert len(pairs) == 2000 - 11
    assert all(said[here] == printed[there] for here, there in pairs)


def test_the_work_grows_with_the_length_and_not_with_its_square(monkeypatch):
    """Counted, not timed: the cells that are ever compared beyond the bound."""
    cells = []
    longest = alignment.longest_in_common
    monkeypatch.setattr(alignment, "MOST_CELLS", 10_000)
    monkeypatch.setattr(
        alignment,
        "longest_in_common",
        lambda one, other: cells.append(len(one) * len(other)) or longest(one, other),
    )
    said = [f"word{number % 900}" for number in range(4000)] + [f"rare{n}" for n in range(400)]
    alignment.in_common(said, said[::-1])
    assert all(count <= 10_000 for count in cells)
    assert sum(cells) < 10_000 * len(said)
