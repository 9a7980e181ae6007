import pytest

from quotesdb.likeness import posted, postings
from quotesdb.likeness.posted import Posted, candidates

RARE, RARER, RAREST, COMMON = 1, 2, 3, 9


@pytest.fixture(autouse=True)
def only_rare_features_make_candidates(monkeypatch):
    monkeypatch.setattr(posted, "MOST_ADMITTED", 4)


def found(lists):
    counts = {feature: len(quotes) for feature, quotes in lists.items()}
    written = {feature: postings.packed(quotes, 0) for feature, quotes in lists.items()}
    packed = {feature: [(postings.unpacked, it, 0)] for feature, it in written.items()}
    asked = Posted(1_000, counts, packed)
    return candidates(lists, asked), asked


def test_it_tells_apart_those_that_share_alike():
    shared, _ = found({RARE: [10], RARER: [20], COMMON: [20, 30, 40]})
    assert shared[20] > shared[10]


def test_it_makes_no_candidates():
    shared, _ = found({RARE: [10], RARER: [20], COMMON: [20, 30, 40]})
    assert shared.keys() == {10, 20}


def test_it_is_not_read_where_one_has_far_more_than_any_other():
    shared, asked = found({RARE: [10], RARER: [10], RAREST: [10, 20], COMMON: [10, 20, 30, 40]})
    assert shared[20] == asked.information(RAREST)


def test_whoever_shares_less_than_a_fourth_of_the_most_is_no_candidate(monkeypatch):
    monkeypatch.setattr(posted, "MOST_ADMITTED", 9)
    shared, _ = found({feature: [10] for feature in range(1, 7)} | {7: [20], 8: [30], 9: [30]})
    assert shared.keys() == {10, 30}
