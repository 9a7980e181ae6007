import pytest

from quotesdb import review
from quotesdb.models import Appearance, Candidate
from quotesdb.refusals import Refused
from quotesdb.review import Verdict
from quotesdb.vocabulary import Form
from tests.admin.desk import make_curator
from tests.review.submitted import submit

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("form", Form)
def test_words_that_are_proposed_are_not_added_by_hand_in_another_form(form):
    submit()
    row = Candidate.objects.earliest("pk")
    words = Verdict(tuple((start, end) for start, end in row.segments), form)
    with pytest.raises(Refused, match="These words are proposed already"):
        review.add(row.text_id, words, by=make_curator("ada"))
    assert not Appearance.objects.exists()
