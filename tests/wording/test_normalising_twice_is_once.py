from hypothesis import given

from quotesdb.wording import normalise
from tests.wording.strange import texts


@given(texts)
def test_for_any_text(text):
    once = normalise(text).text
    assert normalise(once).text == once
