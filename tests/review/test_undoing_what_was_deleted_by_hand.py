import pytest

from quotesdb import curation, review
from quotesdb.models import Candidate, Quote, Speaker
from quotesdb.review import Chosen, Verdict
from quotesdb.vocabulary import Form
from tests.admin.desk import make_curator
from tests.review.submitted import submit

pytestmark = pytest.mark.django_db


def test_takes_away_what_else_was_made():
    submit()
    ada, row = make_curator("ada"), Candidate.objects.earliest("pk")
    words = tuple((start, end) for start, end in row.segments)
    verdict = Verdict(words, Form.DIRECT, speaker=Chosen(name="Grace Hill"))
    accepted = review.accept(row.pk, verdict, by=ada, opened_version=1)
    curation.discard([accepted.appearance], by=ada)
    review.undo(row.pk, by=ada, opened_version=accepted.version)
    assert not (Quote.objects.exists() or Speaker.objects.exists())
