import pytest

from quotesdb.review.placing import NoPlace, Told, placed

BODY = "It is cold, he said. It is cold, she said. Then it was warm. It is over."


@pytest.mark.parametrize(
    ("runs", "places"),
    [
        ([Told("Then it was warm.")], [[43, 60]]),
        ([Told("It is cold", suffix=", she")], [[21, 31]]),
        ([Told("It is cold", prefix="said. ")], [[21, 31]]),
        ([Told("It is cold", start=0)], [[0, 10]]),
        ([Told("he said.", start=12), Told("It is")], [[12, 20], [21, 26]]),
        ([Told("Then"), Told("It is")], [[43, 47], [61, 66]]),
    ],
)
def test_each_run_has_its_place(runs, places):
    assert placed(BODY, runs) == places


@pytest.mark.parametrize(
    ("runs", "position", "why"),
    [
        ([Told("It is warm")], 0, "do not stand in the article’s text."),
        ([Told("It is cold")], 0, "2 times"),
        ([Told("It is cold", start=1)], 0, "text at 1."),
        ([Told("It is cold", prefix="Now ")], 0, "do not stand"),
        ([Told("Then"), Told("cold")], 1, "text behind the segment before."),
        ([Told("Then"), Told("Then it", start=43)], 1, "text at 43."),
        ([Told("Then it", start=43), Told("it was", start=48)], 1, "text at 48."),
    ],
)
def test_what_has_no_place_or_several_is_refused(runs, position, why):
    with pytest.raises(NoPlace, match=why) as refused:
        placed(BODY, runs)
    assert refused.value.position == position
