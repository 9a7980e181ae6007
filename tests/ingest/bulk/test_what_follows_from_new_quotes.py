import pytest

from quotesdb import kept_answers
from quotesdb.derived import recount
from quotesdb.models import Affected, Article, KeptAnswer, Quote, SharedText
from tests.factory import make_correction, make_text
from tests.ingest.bulk.files import ALL, APPEARANCE, ARTICLE, OUTLET, QUOTE, SPEAKER, bring, whole

pytestmark = pytest.mark.django_db

SECOND = {**ARTICLE, "key": "a2", "relies_on": [{"article": {"key": "a1"}}]}
IN_SECOND = {**APPEARANCE, "key": "p2", "article": {"key": "a2"}}
REPORT = " ".join(f"The harbour keeps its {number} boats in order." for number in range(60))


def counted_right():
    numbers = list(Quote.objects.values_list("pk", flat=True))
    return recount(numbers) == []


def test_a_correction_of_an_article_behind_them_comes_to_them(tmp_path):
    bring(tmp_path, whole(OUTLET, SPEAKER, ARTICLE))
    make_correction(Article.objects.get())
    bring(tmp_path, whole(SECOND, QUOTE, IN_SECOND))
    assert Affected.objects.values_list("appearance__key", "how").get() == ("p2", "reliance")
    assert counted_right()


def test_a_correction_in_the_file_comes_to_them_too(tmp_path):
    wrong = {
        "type": "correction",
        "key": "c",
        "kind": "retracted",
        "reason": "No.",
        "source": "p2",
    }
    bring(tmp_path, whole(*ALL, {**wrong, "article": {"key": "a1"}}))
    assert Affected.objects.values_list("appearance__key", "how").get() == ("p1", "own")


def test_answers_about_those_printed_often_are_kept(tmp_path, monkeypatch):
    monkeypatch.setattr(kept_answers, "OFTEN", 2)
    bring(tmp_path, whole(*ALL, {**APPEARANCE, "key": "p2"}))
    assert KeptAnswer.objects.count() == 1
    assert counted_right()


def test_reports_that_share_text_are_joined(tmp_path):
    apart = {**SECOND, "relies_on": [], "outlet": None}
    bring(tmp_path, whole(OUTLET, SPEAKER, ARTICLE, apart))
    for article in Article.objects.all():
        make_text(article, REPORT)
    bring(tmp_path, whole(QUOTE, APPEARANCE, IN_SECOND))
    assert SharedText.objects.count() == 1
    counts = Quote.objects.values_list("independent_origins", "independent_origins_inferred")
    assert counts.get() == (2, 1)
    assert counted_right()
