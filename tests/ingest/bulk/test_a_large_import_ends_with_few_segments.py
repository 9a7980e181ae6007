"""Right after it, altered words are found as quickly as they ever are."""

import pytest
from django.db import transaction

from quotesdb import likeness, turns
from quotesdb.dumps.taking import take
from quotesdb.ingest import Located, bring_many
from quotesdb.ingest.bulk import many
from quotesdb.likeness import building, renewing
from quotesdb.models import PostingSegment, Quote
from quotesdb.records import QuoteRecord
from tests.dumps.elsewhere import run
from tests.ingest.bulk.files import QUOTE, SPEAKER, bring, whole

pytestmark = pytest.mark.django_db

LINES = [
    SPEAKER,
    *({**QUOTE, "key": f"q{n}", "text": f"We have {n} boats, one lighthouse."} for n in range(60)),
]


@pytest.fixture(autouse=True)
def every_portion_has_a_segment(monkeypatch):
    monkeypatch.setattr(renewing, "BULK", 1)
    monkeypatch.setattr(building, "MOST_MERGED", 0)


@pytest.fixture
def portions_of_ten(monkeypatch):
    monkeypatch.setattr(many.portions_of, "__defaults__", (10,))


def located(first, last):
    return [Located(QuoteRecord(f"q{n}", f"{n} boats."), str(n)) for n in range(first, last)]


@pytest.mark.usefixtures("portions_of_ten")
def test_of_a_file(tmp_path):
    assert "new                   60" in bring(tmp_path, whole(*LINES))
    assert [it.quotes for it in PostingSegment.objects.all()] == [60]
    [[near]] = likeness.nearest(["We have 7 boats and a lighthouse"], most=1)
    assert Quote.objects.get(pk=near.quote).key == "q7"
    assert [*likeness.stale_lists()] == []


def test_of_a_program():
    bring_many(located(0, 60), why="", at_once=10)
    assert [it.quotes for it in PostingSegment.objects.all()] == [60]


@pytest.mark.usefixtures("portions_of_ten")
def test_of_a_dump(tmp_path):
    with transaction.atomic():
        bring(tmp_path, whole(*LINES))
        place, _ = take(tmp_path / "dumps")
        transaction.set_rollback(True)
    _, failed = run("restore", place)
    assert not failed
    assert [it.quotes for it in PostingSegment.objects.all()] == [60]


def test_a_portion_alone_is_not_worth_it():
    for first in (0, 30):
        bring_many(located(first, first + 30), why="", at_once=30)
    assert [it.quotes for it in PostingSegment.objects.all()] == [30, 30]


@pytest.mark.usefixtures("portions_of_ten")
def test_what_is_only_looked_at_leaves_none(tmp_path):
    bring(tmp_path, whole(*LINES), check=True)
    assert not PostingSegment.objects.exists()


@pytest.mark.usefixtures("portions_of_ten")
def test_where_others_leave_no_turn_the_next_import_does_it(tmp_path, monkeypatch):
    def busy(**_):
        raise turns.Busy

    with monkeypatch.context() as patched:
        patched.setattr(likeness, "compact", busy)
        assert "new                   60" in bring(tmp_path, whole(*LINES))
    assert PostingSegment.objects.count() > 1
    assert "unchanged             60" in bring(tmp_path, whole(*LINES))
    assert [it.quotes for it in PostingSegment.objects.all()] == [60]
