from hypothesis import given
from hypothesis import strategies as st

from quotesdb.lookup.items import items_of
from tests.lookup.table import CASES

MARKED = st.text(alphabet="“”\"‘’'«» \n,.…aB🛶\u0301\u200b", max_size=200)


def places_hold(text):
    for item in items_of(text):
        assert (item.start, item.end) == (item.places[0][0], item.places[-1][1])
        for (start, end), words in zip(item.places, item.segments, strict=True):
            assert text[start:end] == words == words.strip() != ""


def test_in_every_case_of_the_table():
    for case in CASES.values():
        places_hold(case["text"])


@given(MARKED)
def test_in_any_text(text):
    places_hold(text)


@given(MARKED)
def test_in_any_text_with_speech_around_it(text):
    places_hold(f"“{text}” he said, “{text}” said Grace Hill.")
