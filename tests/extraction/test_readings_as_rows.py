from quotesdb.extraction.reading import read
from quotesdb.extraction.scoring.rows import Ground, Marked, Row, ground_of, rows_of


def rows(text, ground):
    return [(text[it.start : it.end], it.form) for it in rows_of(read(text), ground)]


FRAGMENT = "Ann Lee said the pier was “a national disgrace” and must go."


def test_a_fragment_by_its_marks_or_by_its_whole_content():
    assert rows(FRAGMENT, Ground.MARKS) == [("a national disgrace", "mixed")]
    whole = "the pier was “a national disgrace” and must go"
    assert rows(FRAGMENT, Ground.CONTENT) == [(whole, "mixed")]


def test_a_clause_behind_that_is_mixed_for_those_who_mark_spans():
    text = "Ann Lee said that “the pier was built by people who knew better.”"
    assert read(text).findings[0].form == "direct"
    assert [form for _, form in rows(text, Ground.CONTENT)] == ["mixed"]


def test_doubled_apostrophes_are_no_marks_for_them():
    text = "''The pier is gone,'' said Ann Lee."
    assert read(text).findings[0].form == "direct"
    assert [form for _, form in rows(text, Ground.CONTENT)] == ["indirect"]
    assert rows(text, Ground.MARKS) == []


def test_every_segment_is_a_row():
    text = "“The pier is gone,” said Ann Lee. “We will build another.”"
    assert len(rows(text, Ground.MARKS)) == 2


def test_quotes_inside_quotes_are_left_out():
    text = "“They say, ‘We are ready to sell the pier,’” said Ann Lee."
    assert len(read(text).findings) == 2
    assert len(rows(text, Ground.MARKS)) == 1


def test_the_ground_is_known_by_where_fragments_begin():
    marked, whole = FRAGMENT.index("“"), FRAGMENT.index("the pier")
    for start, ground in ((marked, Ground.MARKS), (whole, Ground.CONTENT)):
        gold = Marked("1", FRAGMENT, (Row(start, start + 20, "mixed"),), True)
        assert ground_of([gold]) is ground
