from datetime import date

import pytest

from quotesdb.ingest import Located, StoppedAt, bring_many, load
from quotesdb.models import Appearance, Quote, Speaker
from quotesdb.records import (
    AppearanceRecord,
    ArticleRecord,
    HopRecord,
    OutletRecord,
    QuoteRecord,
    RelianceRecord,
    SegmentRecord,
    SpeakerRecord,
)
from quotesdb.vocabulary import Form, Medium, OutletKind, RecordSource, SpeakerKind

pytestmark = pytest.mark.django_db

PRINTED = (SegmentRecord("We are"), SegmentRecord("ready.", "that ", " he said"))

RECORDS = [
    OutletRecord("post", "The Post", OutletKind.NEWSPAPER, domain="post.example"),
    SpeakerRecord("ada", "Ada", SpeakerKind.PERSON, aliases=("A.", "A."), wikidata_id="Q7259"),
    SpeakerRecord("source", "a source", SpeakerKind.ANONYMOUS, granted_by="post"),
    ArticleRecord("a1", "Ready", "https://post.example/1", "post", date(2024, 1, 2), "en"),
    ArticleRecord("a2", relies_on=(RelianceRecord("post"), RelianceRecord(article="a1"))),
    QuoteRecord("q1", "We are ready.", "en", "ada", record_source=RecordSource.DATASET),
    AppearanceRecord("p1", "q1", "a1", Form.DIRECT, PRINTED, chain=(HopRecord("ada"),)),
    AppearanceRecord(
        "p2",
        "q1",
        "a2",
        Form.MIXED,
        (SegmentRecord("ready"),),
        chain=(HopRecord("source", medium=Medium.POST), HopRecord("post", article="a1")),
    ),
    AppearanceRecord("p3", "q1", "a1", Form.DIRECT, PRINTED, nested_in="p1"),
]


def located(records):
    return [Located(record, f"quotes.json:{line}") for line, record in enumerate(records, 1)]


def rows():
    """All that is held of quotes and printings, with what follows from it."""
    names = ("key", "text", "speaker__slug", "sort_date", "appearance_count", "independent_origins")
    printed = ("key", "wording", "article__key", "nested_in__key", "chain__speaker__slug")
    return (
        list(Quote.objects.order_by("key").values_list(*names)),
        list(Appearance.objects.order_by("key", "chain__position").values_list(*printed)),
        list(Speaker.objects.order_by("slug").values_list("slug", "aliases__name", "kind")),
    )


def test_the_same_is_held_as_after_a_careful_import():
    bring_many(located(RECORDS), why="quickly")
    quickly = rows()
    with_load = load(RECORDS, importer="carefully")
    assert not with_load.wrote
    assert rows() == quickly
    assert quickly[0] == [("q1", "We are ready.", "ada", date(2024, 1, 2), 3, 1)]


def test_given_again_it_is_unchanged():
    bring_many(located(RECORDS), why="once")
    report = bring_many(located([*RECORDS, RECORDS[0]]), why="twice")
    assert {outcome for _, outcome in report.counts} == {"unchanged"}
    assert report.counts["outlet", "unchanged"] == 2


def test_what_is_refused_is_left_out_with_all_that_names_it():
    wrong = QuoteRecord("q1", " ", "en", "ada")
    several = [it if it.__class__ is not QuoteRecord else wrong for it in RECORDS]
    report = bring_many(located(several), why="dirt")
    assert report.counts["quote", "refused"] == 1
    assert report.counts["appearance", "refused"] == 3
    assert report.counts["article", "new"] == 2
    assert str(report.refusals[0]) == "quotes.json:6: quote q1: A quote needs at least one word."
    assert report.reasons["quote … is neither in the database nor in an earlier line."] == 3


def test_or_all_of_its_portion_where_that_is_asked():
    with pytest.raises(StoppedAt, match="quotes.json:2: quote q9: speaker"):
        bring_many(
            located([RECORDS[0], QuoteRecord("q9", "A.", "en", "x")]), why="", keep_going=False
        )
    assert not Speaker.objects.exists()


def test_a_printing_that_comes_later_counts_too():
    bring_many(located(RECORDS[:7]), why="first")
    bring_many(located(RECORDS[7:]), why="then")
    assert Quote.objects.values_list("appearance_count", "independent_origins").get() == (3, 1)


def test_portions_do_not_part_a_quote_from_its_printings():
    told = []
    bring_many(located(RECORDS), why="", at_once=6, on_portion=told.append)
    assert told == [9]


def test_what_no_check_foresaw_is_told_by_the_careful_way(monkeypatch):
    monkeypatch.setattr("quotesdb.ingest.bulk.placing.is_plainly_right", lambda model, row: True)
    report = bring_many(located([*RECORDS, QuoteRecord("q2", " ")]), why="")
    assert str(report.refusals[0]) == "quotes.json:10: quote q2: A quote needs at least one word."
    assert report.counts["appearance", "new"] == 3
