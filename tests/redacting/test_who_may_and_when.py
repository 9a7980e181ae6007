"""Editors alone; nothing half; and not while something else needs the record."""

import pytest

from quotesdb.models import Article, Outlet, Quote, Redaction, Speaker
from quotesdb.redacting import reach_of, redact, still_elsewhere
from quotesdb.refusals import Refused
from quotesdb.vocabulary import Ground
from tests.factory import make_appearance, make_quote
from tests.redacting.scene import SECRET, forget, person, scene

pytestmark = pytest.mark.django_db


def refused(record, **options):
    with pytest.raises(Refused) as refusal:
        forget(record, **options)
    assert not Redaction.objects.exists()
    return [it.sentence for it in refusal.value.refusals]


@pytest.mark.parametrize("role", ["Readers", "Contributors", "Curators"])
def test_others_may_not(role):
    quote = scene()
    assert refused(quote, by=person(role)) == ["Only editors redact records. Nothing was redacted."]
    assert Quote.objects.filter(pk=quote.pk).exists()


@pytest.mark.parametrize("role", ["Editors", "Administrators"])
def test_editors_may(role):
    editor = person(role)
    left = forget(scene(), by=editor)
    assert {it.by for it in left} == {editor}


def test_a_speaker_who_is_named():
    scene()
    assert refused(Speaker.objects.get(slug="grace-hill")) == [
        "Quote ready names it as its speaker: change that first, or redact it.",
        "Appearance outer names it as its speaker: change that first, or redact it.",
    ]


def test_an_outlet_that_publishes():
    scene()
    sentences = refused(Outlet.objects.get(domain="harbour.example"))
    assert "Article first names it as its outlet: change that first, or redact it." in sentences
    assert "Appearance outer names it as its speaker: change that first, or redact it." in sentences


def test_an_article_that_another_relies_on():
    scene()
    assert refused(Article.objects.get(key="first")) == [
        "Article second names it as its article relied on: change that first, or redact it."
    ]


def test_not_if_other_records_go_than_were_shown():
    quote = scene()
    records = reach_of(quote).records
    make_appearance(quote)
    with pytest.raises(Refused, match=f"{records + 1} records would go, and not the {records}"):
        redact(quote, by=None, because=Ground.PRIVACY, expected=records)
    assert Quote.objects.filter(pk=quote.pk).exists()


def test_not_twice():
    quote = scene()
    again = Quote.objects.get(pk=quote.pk)
    forget(quote)
    with pytest.raises(Refused, match="no longer there"):
        redact(again, by=None, because=Ground.PRIVACY, expected=4)


def test_where_the_same_words_stay_is_told():
    quote = scene()
    make_quote(f"And then: {SECRET}", key="also")
    assert still_elsewhere(reach_of(quote)) == ["quote inside", "quote also"]
