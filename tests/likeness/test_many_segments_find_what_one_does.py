"""Each has lists of its own: were they as long as those of one, chance would point to many."""

from collections import Counter

import pytest

from quotesdb import likeness
from quotesdb.likeness import building, renewing
from quotesdb.likeness.features import features
from quotesdb.likeness.posted import posted_with
from quotesdb.likeness.word_numbers import numbers
from quotesdb.models import PostingSegment, Quote
from tests.likeness.made import make_quotes, renew

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def ten_segments(monkeypatch):
    monkeypatch.setattr(renewing, "BULK", 10)
    monkeypatch.setattr(building, "MOST_MERGED", 0)
    for many in range(80, 90):
        renew(make_quotes(many))
    assert PostingSegment.objects.count() == 10


def test_no_more_is_read_than_what_quotes_have():
    texts = Quote.objects.values_list("text", flat=True)
    had = Counter(feature for text in texts for feature in features(numbers(text)))
    counts = posted_with(had).counts
    assert all(counts[feature] >= many for feature, many in had.items())
    assert sum(counts.values()) < 1.5 * sum(had.values())


def test_altered_words_are_found_alike():
    asked = [altered(text) for text in Quote.objects.order_by("pk").values_list("text", flat=True)]
    of_many = [[near.quote for near in found] for found in likeness.nearest(asked, most=1)]
    likeness.compact()
    assert PostingSegment.objects.count() == 1
    assert [[near.quote for near in found] for found in likeness.nearest(asked, most=1)] == of_many


def altered(text):
    """Every fifth word is another one."""
    return " ".join("otherwise" if at % 5 == 0 else it for at, it in enumerate(text.split()))
