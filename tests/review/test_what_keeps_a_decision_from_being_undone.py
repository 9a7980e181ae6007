import pytest

from quotesdb import review
from quotesdb.models import Appearance, Candidate
from quotesdb.refusals import Refused
from quotesdb.review import Verdict
from quotesdb.vocabulary import Form
from tests.admin.desk import make_curator
from tests.factory import make_appearance, make_correction
from tests.review.submitted import submit

pytestmark = pytest.mark.django_db


@pytest.fixture
def accepted():
    submit()
    row = Candidate.objects.earliest("pk")
    verdict = Verdict(tuple((start, end) for start, end in row.segments), Form.INDIRECT)
    return review.accept(row.pk, verdict, by=make_curator("ada"), opened_version=1)


def undo(row):
    review.undo(row.pk, by=row.decided_by, opened_version=row.version)


def test_a_correction_of_what_it_made(accepted):
    make_correction(accepted.appearance)
    with pytest.raises(Refused, match="A correction is recorded of this appearance"):
        undo(accepted)
    assert Appearance.objects.exists()


def test_an_appearance_nested_in_it(accepted):
    outer = accepted.appearance
    make_appearance(outer.quote, outer.article, nested_in=outer)
    with pytest.raises(Refused, match="Another appearance is nested in this one"):
        undo(accepted)
    assert Appearance.objects.count() == 2
