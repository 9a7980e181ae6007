import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotesdb.records import AppearanceRecord, SegmentRecord
from quotesdb.vocabulary import Form
from seeds.documents import Location, Span, Unlocated, locate, locate_all

BODY = (
    "“The tide will turn,” the harbour master said. “It always has.” "
    "Asked again, she said: “The tide will turn,” and left."
)
ABSENT = "these words do not stand in the article, letter by letter"
NOT_AFTER = "these words do not stand after the segment before them; segments come in order"


def segments(*words):
    return [word if isinstance(word, SegmentRecord) else SegmentRecord(word) for word in words]


def found(body, *words, within=None):
    """Start and end of each segment; every one must be found."""
    location = locate(body, segments(*words), within)
    assert location.unlocated == ()
    return [(span.start, span.end) for span in location.spans]


def why(body, *words, within=None):
    location = locate(body, segments(*words), within)
    assert location.spans == ()
    return [(one.segment, one.sentence) for one in location.unlocated]


def times(number):
    return (
        f"these words stand {number} times in the article; "
        "tell which by what stands right before or after them (prefix, suffix)"
    )


def test_words_that_stand_once_are_found_with_what_stands_around():
    (span,) = locate(BODY, segments("It always has.")).spans
    assert BODY[span.start : span.end] == "It always has."
    assert span.prefix == "ill turn,” the harbour master said. “"[-32:]
    assert span.suffix == "” Asked again, she said: “The tide will"[:32]


def test_what_stands_around_ends_where_the_text_ends():
    assert locate("ab", segments("ab")).spans == (Span(0, 2, "", ""),)
    assert locate("xaby", segments("ab")).spans == (Span(1, 3, "x", "y"),)


def test_places_count_code_points():
    assert found("\N{GRINNING FACE}e\u0301 “tide”", "tide") == [(5, 9)]


def test_words_are_compared_letter_by_letter():
    assert why("Conceptually wrong", "\N{CYRILLIC CAPITAL LETTER ES}onceptually") == [(0, ABSENT)]
    assert why("It’s", "It's") == [(0, ABSENT)]


def test_words_that_stand_twice_are_ambiguous():
    assert why(BODY, "The tide will turn,") == [(0, times(2))]


@pytest.mark.parametrize(
    ("prefix", "suffix", "which"), [("said: “", "", 1), ("", "” the", 0), ("“", "” and", 1)]
)
def test_the_records_own_prefix_and_suffix_tell_which(prefix, suffix, which):
    places = [BODY.index("The tide"), BODY.rindex("The tide")]
    ((start, _),) = found(BODY, SegmentRecord("The tide will turn,", prefix, suffix))
    assert start == places[which]


def test_a_context_that_stands_nowhere_is_told():
    sentence = "these words stand in the article, but not between this prefix and suffix"
    assert why(BODY, SegmentRecord("It always has.", "never ")) == [(0, sentence)]


def test_the_order_of_the_segments_tells_which():
    first, second = found(BODY, "The tide will turn,", "It always has.")
    assert first[0] == BODY.index("The tide") < second[0]
    first, second = found(BODY, "It always has.", "The tide will turn,")
    assert second[0] == BODY.rindex("The tide") > first[0]


def test_the_same_words_twice_in_one_quote_take_their_places_in_order():
    assert found(BODY, "The tide will turn,", "The tide will turn,") == [(1, 20), (88, 107)]


def test_neighbours_on_both_sides_tell_which():
    assert found("no b no c no", "b", "no", "c") == [(3, 4), (5, 7), (8, 9)]


def test_order_that_leaves_several_places_is_ambiguous():
    assert why("a no no b", "a", "no", "b") == [(1, times(2))]


def test_segments_out_of_order_are_told():
    assert why("one two", "two", "one") == [(1, NOT_AFTER)]


def test_segments_do_not_overlap():
    assert why("abc", "ab", "bc") == [(1, NOT_AFTER)]


def test_all_absent_segments_are_told_at_once():
    assert why(BODY, "Nowhere", "It always has.", "never") == [(0, ABSENT), (2, ABSENT)]


def test_the_outer_appearance_tells_which():
    start = BODY.rindex("said: ")
    assert found(BODY, "The tide will turn,", within=(start, len(BODY))) == [(88, 107)]


def test_an_outer_appearance_with_several_such_places_tells_nothing():
    assert why(BODY, "The tide will turn,", within=(0, len(BODY))) == [(0, times(2))]


def test_words_that_stand_once_may_stand_outside_the_outer_appearance():
    assert found(BODY, "It always has.", within=(0, 5)) == [(48, 62)]


def appearance(key, *words, nested_in=None):
    return AppearanceRecord(
        key, key, "a", Form.DIRECT, tuple(segments(*words)), nested_in=nested_in
    )


def test_the_outer_appearances_of_an_article_are_found_first():
    body = "They say no. She: “They say ‘they say no’ to me.” They say no."
    located = locate_all(
        body,
        [
            appearance("innermost", "say no", nested_in="inner"),
            appearance("inner", "they say no", nested_in="outer"),
            appearance("outer", "They say ‘they say no’ to me."),
        ],
    )
    start = body.index("‘they say no’") + 1
    assert located["innermost"].extent == (start + 5, start + 11)


def test_appearances_nested_in_one_another_do_not_hang():
    located = locate_all(
        BODY,
        [
            appearance("a", "It always has.", nested_in="b"),
            appearance("b", "The tide", nested_in="a"),
            appearance("c", "Asked", nested_in="gone"),
        ],
    )
    assert located["a"].extent == (48, 62)
    assert located["b"].unlocated == (Unlocated(0, times(2)),)
    assert located["c"].extent is not None


def test_nothing_located_has_no_extent():
    assert Location().extent is None


@settings(deadline=None)
@given(
    parts=st.lists(st.text("ab ", min_size=1, max_size=4), min_size=1, max_size=6),
    chosen=st.sets(st.integers(0, 5)),
)
def test_what_is_found_stands_there_in_order(parts, chosen):
    body = "|".join(parts)
    words = [part for number, part in enumerate(parts) if number in chosen and part.strip()]
    location = locate(body, segments(*words))
    end = 0
    for span, word in zip(location.spans, words, strict=bool(location.spans)):
        assert body[span.start : span.end] == word
        assert body[: span.start].endswith(span.prefix)
        assert body[span.end :].startswith(span.suffix)
        assert span.start >= end
        end = span.end
