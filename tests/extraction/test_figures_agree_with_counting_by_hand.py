import pytest

from quotesdb.extraction.scoring.figures import score
from quotesdb.extraction.scoring.rows import Marked, Row

TEXT = 'Ann Lee said, "We will win." She added that Bob was "a fool" there. "Yes," said Mr. Poe.'


def row(words, form, head="", **more):
    start = TEXT.index(words)
    return Row(start, start + len(words), form, speaker=head, head=head, **more)


WIN = row('"We will win."', "direct", "Ann Lee")
FOOL = row('that Bob was "a fool" there', "mixed", "She", resolved="Ann Lee")
YES = row('"Yes,"', "direct", "Mr. Poe")


def figures(found, gold=(WIN, FOOL, YES), exhaustive=True):
    return score([(Marked("1", TEXT, tuple(gold), exhaustive), found)])


def test_all_right():
    spans = figures([WIN, FOOL, YES]).spans["any"]
    assert spans.exact.figures(spans.gold) == spans.overlap.figures(spans.gold) == (1, 1, 1)


def test_marks_and_stops_at_the_ends_do_not_matter():
    spans = figures([row("We will win", "direct"), row("Yes", "direct")]).spans["direct"]
    assert spans.exact.figures(spans.gold) == (1, 1, 1)


def test_a_part_that_is_too_small_is_missed_and_false():
    spans = figures([row("a fool", "mixed")]).spans["mixed"]
    assert (spans.overlap.hits, spans.overlap.false, spans.gold) == (0, 1, 1)


def test_a_form_is_counted_with_its_own_only():
    found = figures([row('"We will win."', "indirect")]).spans
    assert (found["any"].overlap.hits, found["direct"].overlap.hits) == (1, 0)
    assert found["indirect"].overlap.false == 1


def test_ground_that_counts_neither_way():
    ignored = row('"Yes,"', "direct", ignored=True)
    spans = figures([YES, WIN], gold=[ignored, WIN]).spans["direct"]
    assert (spans.gold, spans.overlap.hits, spans.overlap.false) == (1, 1, 0)


def test_two_proposals_for_one_quote_are_one_hit():
    spans = figures([WIN, row("We will win.", "direct")]).spans["direct"]
    assert (spans.overlap.hits, spans.overlap.false) == (1, 1)


def test_where_people_did_not_mark_every_quote_there_is_no_precision():
    spans = figures([YES], gold=[WIN], exhaustive=False).spans["direct"]
    assert spans.overlap.figures(spans.gold)[0] is None


@pytest.mark.parametrize(
    ("named", "right"),
    [("Lee", 1), ("Ms. Lee", 1), ("Ann Lee’s", 1), ("the Lee", 1), ("Poe", 0), ("", 0)],
)
def test_a_speaker_is_right_by_surname(named, right):
    assert figures([row('"We will win."', "direct", named)]).speakers["direct"].right == right


def test_a_pronoun_is_resolved_only_by_a_name():
    bare = row('that Bob was "a fool" there', "mixed", "She")
    known = row('that Bob was "a fool" there', "mixed", "She", resolved="Lee")
    assert figures([bare]).speakers["mixed"].resolved == 0
    assert figures([known]).speakers["mixed"].resolved == 1


def test_what_went_wrong_is_told():
    wrong = row('"We will win."', "direct", "Poe")
    told = {(it.what, it.text) for it in figures([wrong]).misses}
    assert told == {
        ("speaker", '"We will win."'),
        ("missed mixed", 'that Bob was "a fool" there'),
        ("missed direct", '"Yes,"'),
    }
