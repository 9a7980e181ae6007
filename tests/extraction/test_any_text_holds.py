from hypothesis import given
from hypothesis import strategies as st

from quotesdb.extraction.marks import quotations
from quotesdb.extraction.paragraphs import paragraphs
from quotesdb.extraction.reading import read
from quotesdb.extraction.verbatim import spans

WORDS = """
“ ” " ' ‘ ’ « » „ '' said told says that Ann Lee she they who , . : ; - — ( ) according to the
official Reuters on Monday adding as saying and but not is would went on to by of
"""
PIECES = st.sampled_from(
    [*WORDS.split(), "\n", "\n\n", " ", "the Times", "“They say, ‘It fell,’” said Ann Lee. "]
)
NEWS = st.lists(PIECES, max_size=60).map(" ".join)
ANY = st.one_of(st.text(max_size=300), NEWS)


@given(ANY)
def test_nothing_of_ours_is_refused_at_the_door(text):
    assert read(text).refused == ()


@given(ANY)
def test_every_span_stands_in_the_text(text):
    for finding in read(text).findings:
        assert all(text[it.start : it.end] == it.text for it in spans(finding))


@given(ANY)
def test_reading_twice_is_reading_once(text):
    assert read(text) == read(text)


@given(ANY)
def test_quotations_lie_in_order_and_inside_one_another(text):
    for paragraph in paragraphs(text):
        outer = quotations(text, paragraph)
        assert all(a.end <= b.start for a, b in zip(outer, outer[1:], strict=False))
        for one in outer:
            assert paragraph.start <= one.start < one.inner_start <= one.inner_end <= one.end
            assert all(one.inner_start <= it.start < it.end <= one.inner_end for it in one.inner)


@given(ANY)
def test_paragraphs_lie_in_order_and_leave_nothing_out(text):
    place = 0
    for paragraph in paragraphs(text):
        assert not text[place : paragraph.start].strip()
        place = paragraph.end
    assert not text[place:].strip()
