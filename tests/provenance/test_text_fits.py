from hypothesis import given
from hypothesis import strategies as st

from quotesdb.provenance.network import Node
from quotesdb.provenance.picture.boxes import box
from quotesdb.provenance.picture.measuring import fit, width, wrap


@given(st.text(), st.integers(20, 300))
def test_in_the_room_that_it_was_given(text, room):
    assert width(fit(text, room, 12), 12) <= room or fit(text, room, 12) == "…"


@given(st.text(), st.integers(1, 4))
def test_in_the_lines_that_it_was_given(text, lines):
    assert 1 <= len(wrap(text, 150, 12, lines)) <= lines


@given(st.sampled_from(["speaker", "outlet", "article"]), st.text(), st.text(), st.booleans())
def test_in_its_box(kind, label, detail, crowded):
    found = box(Node("id", kind, label, detail=detail), crowded=crowded)
    for line in found.lines:
        assert width(line.text, line.size, bold=line.bold) <= found.width
        assert line.baseline <= found.height


def test_nothing_is_lost_from_what_fits():
    assert " ".join(wrap("one two three four five", 60, 12, 4)) == "one two three four five"


def test_wide_letters_need_more_room():
    assert width("港湾", 12) > width("ab", 12)
    assert width("e\u0301", 12) == width("e", 12)
