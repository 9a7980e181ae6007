"""After any acts: what was answered after each of them is answered again, as of its moment."""

from urllib.parse import urlencode

from django.db import transaction
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from quotesdb import acts, curation, undoing
from quotesdb.models import (
    Alias,
    Appearance,
    Article,
    Correction,
    Edition,
    Hop,
    Outlet,
    Quote,
    Reliance,
    Segment,
    Speaker,
)
from quotesdb.models.history import Act
from quotesdb.refusals import Refused
from quotesdb.vocabulary import Door
from tests import factory

ADDRESS = "/api/v1/"
RESOURCES = {
    "quotes": Quote,
    "appearances": Appearance,
    "articles": Article,
    "corrections": Correction,
    "speakers": Speaker,
    "outlets": Outlet,
}
TEXTS = (
    " ".join(f"first{number}" for number in range(80)),
    " ".join([*(f"first{number}" for number in range(60)), "and", "its", "own", "end"]),
    " ".join(f"other{number}" for number in range(80)),
)


class NothingThere(Exception):
    """There is no record of this kind to do anything with."""


def one_of(model, pick):
    rows = list(model._base_manager.order_by("pk"))
    if not rows:
        raise NothingThere
    return rows[pick % len(rows)]


def word_quote(pick, other):
    quote = one_of(Quote, pick)
    quote.text, quote.said_from = f"Words {other}.", f"2024-01-{1 + other:02}"
    curation.keep_quote(quote, by=None)


def attribute_quote(pick, other):
    quote = one_of(Quote, pick)
    quote.speaker = one_of(Speaker, other) if other % 4 else None
    curation.keep_quote(quote, by=None)


def print_quote(pick, other):
    hops = [Hop(speaker=one_of(Speaker, pick + at), relation="told") for at in range(other % 3)]
    words = ["We are", f"ready {other}."]
    factory.make_appearance(one_of(Quote, pick), one_of(Article, other), chain=hops, segments=words)


def change_printing(pick, other):
    appearance = one_of(Appearance, pick)
    segments = [Segment(position=0, exact=f"Ready {other}.")]
    appearance.quote = one_of(Quote, other)
    hops = [Hop(position=0, speaker=one_of(Speaker, other))]
    curation.keep_appearance(appearance, segments=segments, chain=hops, by=None)


def rely(pick, other):
    article = one_of(Article, pick)
    on = [Reliance(outlet=one_of(Outlet, other))] if other % 2 else []
    on += [Reliance(source=one_of(Article, other))] if other % 3 else []
    curation.keep_article(article, relies_on=on, by=None)


def publish(pick, other):
    article = one_of(Article, pick)
    article.outlet = one_of(Outlet, other) if other % 3 else None
    article.published_on = f"2023-12-{1 + other:02}"
    curation.keep_article(article, by=None)


def attach_text(pick, other):
    factory.make_text(one_of(Article, pick), TEXTS[other % len(TEXTS)])


def rename(pick, other):
    speaker = one_of(Speaker, pick)
    speaker.name = f"Name {other}"
    curation.keep_speaker(speaker, aliases=[Alias(name=f"Alias {other}")], by=None)


def correct(pick, other):
    factory.make_correction(one_of((Quote, Article, Appearance)[other % 3], pick))


def take_back(pick, other):
    curation.take_back(one_of(Correction, pick), "It was right.", by=None)


def merge(pick, other):
    model = (Quote, Speaker)[other % 2]
    gone, stays = one_of(model, pick), one_of(model, other)
    with acts.whole(Act(Door.MERGE)):
        gone.merged_into = None if gone.merged_into_id or gone == stays else stays
        acts.revise([gone], ["merged_into_id"])
        if model is Quote:
            acts.derived.note(gone, None)


def delete(pick, other):
    models = (Quote, Appearance, Correction, Speaker)
    curation.discard([one_of(models[other % len(models)], pick)], by=None)


def undo(pick, other):
    model = list(RESOURCES.values())[other % len(RESOURCES)]
    row = model.history.order_by("history_id")[pick : pick + 1].first()
    if row is not None:
        undoing.undo(model, row.id, row.history_date, by=None)


ACTS = (
    *(word_quote, attribute_quote, print_quote, print_quote, change_printing, rely, publish),
    *(attach_text, rename, correct, take_back, merge, delete, undo),
)


def act(does, pick, other):
    """Do it, if it can be done."""
    try:
        with transaction.atomic():
            does(pick, other)
    except (Refused, NothingThere):
        pass


def questions():
    """All that can be asked of the records that are held, or were."""
    for name, model in RESOURCES.items():
        if name in ("speakers", "outlets"):
            names = Speaker._base_manager.values_list("slug", flat=True)
        else:
            names = model.history.order_by("id").values_list("id", flat=True).distinct()
        for one in names:
            yield f"{name}/{one}/", {}
    for slug in Speaker._base_manager.values_list("slug", flat=True):
        yield "quotes/", {"speaker": slug}
        yield "appearances/", {"speaker": slug}
    for name in ("quotes", "appearances", "articles", "corrections"):
        for key in RESOURCES[name]._base_manager.values_list("key", flat=True):
            yield f"{name}/", {"key": key}


class AsThenTests(TestCase):
    def answer(self, address, params, **at):
        answer = self.client.get(ADDRESS + address, params | at)
        told = answer.json() if answer.status_code == 200 else answer.get("Location", "")
        if isinstance(told, str):
            told = told.partition("?")[0]
        elif "next" in told:
            told = told["results"]
        return answer.status_code, told

    @settings(max_examples=5, deadline=None)
    @given(
        st.lists(
            st.tuples(st.sampled_from(ACTS), st.integers(0, 5), st.integers(0, 11)),
            min_size=3,
            max_size=8,
        )
    )
    def test_after_any_acts(self, some):
        self.client = Client()
        self.begin()
        snapshots = []
        for does, pick, other in some:
            act(does, pick, other)
            at = Edition.objects.get().at.isoformat()
            asked = list(questions())
            snapshots.append((at, [(it, self.answer(*it)) for it in asked]))
        for at, told in snapshots:
            for (address, params), answer in told:
                again = self.answer(address, params, as_of=at)
                self.assertEqual(again, answer, f"{address}?{urlencode(params)} as of {at}")

    def begin(self):
        ada = factory.make_speaker("Ada", aliases=["Lady Ada"])
        wire, post = factory.make_outlet("Wire"), factory.make_outlet("Post")
        source = factory.make_speaker("an official", kind="anonymous", granted_by=wire)
        outlets = (wire, post, None)
        articles = [factory.make_article(key=f"a{at}", outlet=it) for at, it in enumerate(outlets)]
        for number, speaker in enumerate((ada, source)):
            quote = factory.make_quote(f"We are ready {number}.", key=f"q{number}", speaker=speaker)
            for article in articles[number:]:
                factory.make_appearance(quote, article, chain=[speaker, wire])
