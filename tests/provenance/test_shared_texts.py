from itertools import combinations

from quotesdb.provenance.shared_texts import boilerplate, shared_texts
from quotesdb.provenance.winnowing import fingerprint

REPORT = (
    "The ferry company has cut its winter timetable for the third year running, and the island "
    "school now opens an hour late on days with fog. Parents have written to the county twice "
    "without an answer, while the company points to a contract that runs until next summer."
)
OTHER = (
    "Engineers measured the damage to the breakwater and found that the outer wall has sunk by "
    "a hand's width since the storms of last winter, when waves tore away the beacon and forty "
    "boats lost their moorings in a single night."
)


def test_a_copy_is_found_with_its_share_and_a_sample():
    (pair,) = shared_texts({"a": REPORT, "b": f"By our staff. {REPORT}"})
    assert (pair.a, pair.b, pair.share) == ("a", "b", 1.0)
    assert pair.sample == " ".join(REPORT.split())[:200]


def test_a_copy_with_additions_is_still_found():
    (pair,) = shared_texts({"a": REPORT, "b": f"{OTHER} {REPORT} {OTHER}"})
    assert pair.share > 0.9


def test_reports_of_their_own_are_not():
    assert not shared_texts({"a": REPORT, "b": OTHER})


def test_boilerplate_is_no_evidence():
    common = boilerplate([fingerprint(REPORT)] * 3)
    assert not shared_texts({"a": REPORT, "b": REPORT}, common)


def test_text_is_boilerplate_only_in_many_articles():
    assert not boilerplate([fingerprint(REPORT)] * 2)


def test_all_copies_are_connected_without_comparing_all_pairs():
    texts = {f"copy-{at:03}": REPORT for at in range(60)}
    pairs = shared_texts(texts)
    assert len(pairs) == 59 < len(list(combinations(texts, 2)))
