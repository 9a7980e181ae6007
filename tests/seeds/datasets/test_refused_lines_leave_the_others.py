import pytest

from quotesdb.ingest import load
from quotesdb.records import SpeakerRecord
from quotesdb.vocabulary import SpeakerKind
from tests.seeds.datasets.given import bring, counted, fates, quotebank, write

pytestmark = pytest.mark.django_db


def test_what_the_rules_refuse_is_told_by_line_and_the_others_come_in(tmp_path):
    address = "https://a_b.example/a"
    lines = [
        quotebank(),
        quotebank(quoteID="2019-03-04-000018", urls=[address]),
        quotebank(quoteID="2019-03-04-000019"),
    ]
    book = bring("quotebank", write(tmp_path, *lines))
    assert fates(book) == {"read": 3, "imported": 2, "refused": 1}
    ((sentence, tally),) = book["refused"].items()
    assert "URL" in sentence or "address" in sentence
    assert [it["line"] for it in tally["examples"]] == [2]


def test_a_slug_that_somebody_else_has_is_refused(tmp_path):
    load([SpeakerRecord("post-example", "A singer", SpeakerKind.PERSON)], importer="seeds")
    lines = [
        quotebank(),
        quotebank(quoteID="2019-03-04-000018", urls=["https://harbour.example/c"]),
    ]
    book = bring("quotebank", write(tmp_path, *lines))
    assert fates(book) == {"read": 2, "imported": 1, "refused": 1}
    (sentence,) = counted(book, "refused")
    assert "slug" in sentence or "post-example" in sentence
    (example,) = book["refused"][sentence]["examples"]
    assert example["line"] == 1
