"""Of what was redacted: not in a row, a history, an index, or the desk's log."""

import pytest
from django.contrib.admin.models import LogEntry

from quotesdb import acts, search
from quotesdb.likeness import nearest
from quotesdb.models import (
    Appearance,
    Article,
    ArticleText,
    Brought,
    Candidate,
    Change,
    Quote,
    Redaction,
    Speaker,
)
from quotesdb.models.history import Act
from quotesdb.vocabulary import Door
from tests.factory import make_article, make_speaker
from tests.redacting.scene import SECRET, candidate_at, forget, scene, where
from tests.verifying.sound import found

pytestmark = pytest.mark.django_db


def test_the_words_stand_nowhere():
    quote = scene()
    assert {"Quote", "HistoricalQuote", "Segment", "ArticleText", "LogEntry"} <= where(SECRET)
    forget(quote)
    assert where(SECRET) == set()
    assert where("ready to talk") == set()
    assert where("They are ready") == set()


def test_all_else_is_as_it_must_be():
    forget(scene())
    assert found() == {}


def test_nobody_finds_it():
    quote = scene()
    number = quote.pk
    assert search.Found(search.parse("talk")).newest(5) == [number]
    assert number in {near.quote for near in nearest([SECRET])[0]}
    forget(quote)
    assert search.Found(search.parse("talk")).newest(5) == []
    assert number not in {near.quote for near in nearest([SECRET])[0]}


def test_what_goes_along_is_told_by_its_name_alone():
    quote = scene()
    left = forget(quote)
    names = {(it.kind, it.key) for it in left}
    assert names == {
        ("quote", "ready"),
        ("appearance", "outer"),
        ("appearance", "copy"),
        ("appearance", "inner"),
    }
    assert {it.because for it in Redaction.objects.all()} == {"privacy"}
    changes = Change.objects.filter(what="redacted").values_list("kind", "key", "number")
    assert set(changes) == {(it.kind, it.key, it.number) for it in left}
    assert list(Quote.objects.values_list("key", "appearance_count")) == [("inside", 0)]


def test_an_article_goes_with_its_texts_and_all_that_it_prints():
    scene()
    article = make_article(key="third", title="A headline of its own")
    forget(article)
    assert where("A headline of its own") == set()
    assert found() == {}


def test_an_article_with_everything():
    scene()
    first, second = Article.objects.get(key="first"), Article.objects.get(key="second")
    forget(second)
    left = forget(first)
    assert {it.kind for it in left} == {"article", "appearance", "correction"}
    assert not ArticleText.objects.exists()
    assert not ArticleText.history.exists()
    assert where("delegation") == set()
    assert found() == {}


def test_what_an_importer_remembers_goes_too():
    quote = scene()
    Brought.objects.create(importer="seeds", kind="quote", key="ready", values={"text": SECRET})
    forget(quote)
    assert not Brought.objects.exists()


def test_words_are_blackened_sign_for_sign_in_texts_that_stay():
    quote = scene()
    text = ArticleText.objects.get(body__contains=SECRET)
    forget(quote)
    after = ArticleText.objects.get(pk=text.pk)
    assert after.body == text.body.replace(SECRET, "█" * len(SECRET))
    assert found("texts", "prints", "history") == {}


def test_proposals_of_the_words_go_and_others_stay():
    quote = scene()
    text = ArticleText.objects.get(body__contains=SECRET)
    at = text.body.index(SECRET)
    became = candidate_at(
        ArticleText.objects.get(body__contains="second"),
        1,
        2,
        cue="Q1",
        decision="accepted",
        decided_at=text.retrieved_at,
        appearance=Appearance.objects.get(key="copy"),
    )
    inside = candidate_at(text, at + 2, at + 9, cue="Q2")
    elsewhere = candidate_at(text, 0, 3, cue="Q3")
    with acts.whole(Act(Door.ADMIN)):
        acts.insert([became, inside, elsewhere])
    forget(quote)
    assert [it.cue for it in Candidate.objects.all()] == ["Q3"]
    assert where("Q1") == where("Q2") == set()


def test_a_speaker_whom_nobody_names():
    scene()
    speaker = make_speaker("Tom Arden", aliases=["T. Arden"], description="Met her in Arden.")
    forget(speaker)
    assert where("Arden") == set()
    assert not Speaker.objects.filter(slug="tom-arden").exists()
    assert not LogEntry.objects.filter(object_repr="Tom Arden").exists()
    assert found() == {}


def test_whatever_was_merged_into_it_goes_along():
    quote = scene()
    copy = Quote.objects.get(key="inside")
    with acts.whole(Act(Door.MERGE)):
        copy.merged_into = quote
        copy.version += 1
        acts.revise([copy], ["merged_into_id", "version"])
    forget(quote)
    assert not Quote.objects.exists()
    assert found() == {}
