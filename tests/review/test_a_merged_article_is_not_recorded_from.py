import pytest

from quotesdb import review
from quotesdb.models import Appearance, Article, Candidate, Quote
from quotesdb.refusals import Refused
from quotesdb.review import Verdict
from quotesdb.vocabulary import Form
from tests.admin.desk import make_curator
from tests.factory import make_article
from tests.review.submitted import submit

pytestmark = pytest.mark.django_db


def test_though_its_page_may_still_be_open():
    article = submit().article
    row = Candidate.objects.earliest("pk")
    Article.objects.filter(pk=article.pk).update(merged_into=make_article())
    verdict = Verdict(tuple((start, end) for start, end in row.segments), Form.DIRECT)
    with pytest.raises(Refused, match="This article was merged into another"):
        review.accept(row.pk, verdict, by=make_curator("ada"), opened_version=1)
    assert not (Appearance.objects.exists() or Quote.objects.exists())
