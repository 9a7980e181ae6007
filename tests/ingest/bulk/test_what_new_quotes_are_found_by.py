"""What an import keeps of new quotes is what keeping them one by one would have kept."""

import pytest

from quotesdb import likeness, outlets_of_quotes, search
from quotesdb.likeness import renewing
from quotesdb.models import NumberedWords, PrintedBy, Quote, SearchDocument
from quotesdb.printed_words import words_of
from tests.ingest.bulk.files import APPEARANCE, ARTICLE, OUTLET, QUOTE, SPEAKER, bring, whole

pytestmark = pytest.mark.django_db

SECOND = {"type": "article", "key": "a2", "published_on": "2024-05-01"}


def quote(number):
    return {**QUOTE, "key": f"q{number}", "text": f"We are ready, said all {number} of them."}


def printing(number, article="a1", **fields):
    altered = [{"exact": f"We were ready, all {number}"}, {"exact": "of us."}]
    about = {"quote": {"key": f"q{number}"}, "article": {"key": article}, "segments": altered}
    return {**APPEARANCE, "key": f"p{number}-{article}", **about, **fields}


def told(many):
    yield from (OUTLET, SPEAKER, {**ARTICLE, "published_on": "2024-01-01"}, SECOND)
    for number in range(many):
        yield quote(number)
        yield printing(number)
        yield printing(number, "a2", segments=[{"exact": "The café’s “ready”"}])


@pytest.fixture(params=[1, 1_000], ids=["in a segment of their own", "among others"])
def bulk(request, monkeypatch):
    monkeypatch.setattr(renewing, "BULK", request.param)


@pytest.mark.usefixtures("bulk")
def test_nothing_of_it_is_stale(tmp_path):
    bring(tmp_path, whole(*told(3)))
    numbers = list(Quote.objects.values_list("pk", flat=True))
    words = words_of(numbers)
    assert {len(its) for its in words.values()} == {3}
    assert SearchDocument.objects.count() == NumberedWords.objects.count() == len(numbers) == 3
    assert PrintedBy.objects.count() == 6
    assert outlets_of_quotes.stale(numbers) == {}
    assert search.stale(words) == likeness.stale(words) == {}
    assert [*search.stale_index(lambda many: None), *likeness.stale_lists()] == []


@pytest.mark.usefixtures("bulk")
def test_what_comes_merged_is_not_found(tmp_path):
    merged = {**quote(7), "merged_into": {"key": "q1"}}
    bring(tmp_path, whole(*told(2), merged, printing(7)))
    left = Quote.objects.standing()
    assert set(SearchDocument.objects.values_list("quote", flat=True)) == {it.pk for it in left}
    assert set(NumberedWords.objects.values_list("quote", flat=True)) == {it.pk for it in left}
    assert set(PrintedBy.objects.values_list("quote", flat=True)) == {it.pk for it in left}


def test_a_printing_that_comes_merged_adds_no_words(tmp_path):
    merged = printing(0, "a2", merged_into={"key": "p0-a1"}, segments=[{"exact": "Otherwise."}])
    bring(tmp_path, whole(*list(told(1))[:-1], merged))
    (document,) = SearchDocument.objects.values_list("words", flat=True)
    assert "otherwis" not in document
    assert PrintedBy.objects.count() == 1
