"""From given windows to the figures of the report."""

import pytest

from tests.benchmarks.side_by_side.cells import Cell, Results
from tests.benchmarks.side_by_side.measures import costs, interval, ratio
from tests.benchmarks.side_by_side.processor import done_since
from tests.benchmarks.side_by_side.report import report


def cell(peer, number, answers, *, question="detail", seconds=1.0, **more):
    fields = {
        "size": "10k",
        "engine": "sqlite",
        "connections": 1,
        "processor": 0.5,
        "bytes": 1,
        "p50": 1.0,
        "p90": 1.0,
        "p99": 1.0,
        "unreachable": 0,
        "refused": 0,
        "timeouts": 0,
        "slow": False,
    }
    told = {"peer": peer, "round": number, "answers": answers, "question": question}
    return Cell(**fields | told | {"seconds": seconds} | more)


def test_each_round_is_compared_with_itself():
    """In the second round everything took twice as long, which says nothing of the peers."""
    floor = [cell("floor", 0, 1_000), cell("floor", 1, 500), cell("floor", 2, 1_000)]
    ours = [cell("ours", 0, 250), cell("ours", 1, 125), cell("ours", 2, 500)]
    found = ratio(ours, floor)
    assert (found.middle, found.low, found.high, found.rounds) == (4.0, 2.0, 4.0, 3)


def test_answers_that_were_refused_are_none():
    found = ratio([cell("ours", 0, 100, refused=50)], [cell("floor", 0, 100)])
    assert found.middle == 2.0


def test_a_peer_that_never_answered_has_no_ratio():
    assert ratio([cell("ours", 0, 10, refused=10)], [cell("floor", 0, 100)]) is None
    assert ratio([], [cell("floor", 0, 100)]) is None


def test_the_processor_is_counted_for_each_answer():
    found = costs([cell("ours", 0, 100)], [cell("floor", 0, 500)])
    assert found.middle == 5.0


def test_where_the_processor_is_not_known_it_is_left_out():
    quick = [cell("floor", 0, 500), cell("floor", 1, 500), cell("floor", 2, 500, processor=None)]
    slow = [cell("ours", 0, 100), cell("ours", 1, 50, processor=None), cell("ours", 2, 10)]
    found = costs(slow, quick)
    assert (found.middle, found.rounds) == (5.0, 1)


def test_a_process_that_ends_takes_what_it_did_with_it():
    assert done_since({1: 5.0, 2: 1.0}, {1: 6.0, 2: 1.5, 3: 0.25}) == 1.75
    assert done_since({1: 5.0, 2: 1.0}, {1: 6.0}) is None


@pytest.mark.parametrize(
    ("many", "left_out"), [(3, 0), (5, 0), (6, 0), (9, 1), (10, 1), (12, 2), (20, 5)]
)
def test_so_many_are_left_out_at_each_end(many, left_out):
    """By the binomial distribution: with ten it is the second to the ninth."""
    values = list(range(many))
    assert interval(values) == (left_out, many - 1 - left_out)


def test_the_report_tells_ratios_errors_and_disagreements(tmp_path):
    results = Results(tmp_path / "results.jsonl")
    for number in range(10):
        results.add(cell("floor", number, 1_000))
        results.add(cell("ours", number, 400 + number, refused=2))
    place = {"size": "10k", "engine": "sqlite", "question": "detail", "peer": "ours"}
    results.note("agreement", **place, asked=15, same=15, word_for_word=15)
    results.note("agreement", **place, asked=15, same=14, word_for_word=13)
    told = report(Results(results.path))
    assert "| detail | 2.5 (2.5–2.5) |" in told
    assert "ours gave 20 errors under detail" in told
    assert "ours finds what the floor finds in 14 of 15 askings of detail" in told
    assert "They find what the floor finds" not in told


def test_what_is_measured_is_not_measured_again(tmp_path):
    results = Results(tmp_path / "results.jsonl")
    results.add(cell("floor", 0, 1_000))
    assert cell("floor", 0, 1).key in Results(results.path).held
    assert cell("floor", 1, 1).key not in Results(results.path).held
