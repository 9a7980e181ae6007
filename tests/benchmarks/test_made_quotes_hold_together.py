"""What is loaded past the writers is what the writers would have kept."""

from dataclasses import replace

import pytest
from django.db import connection

from quotesdb import turns
from quotesdb.census import take_census
from quotesdb.derived import recount
from quotesdb.facts import facts_of_each
from quotesdb.models import Appearance, Article, CommonWord, Hop, Quote, Reliance, Speaker
from tests.benchmarks.many_quotes.loading import NotEmpty, load
from tests.benchmarks.many_quotes.origins import facts_of
from tests.benchmarks.many_quotes.saying import quote
from tests.benchmarks.many_quotes.world import World

pytestmark = pytest.mark.django_db(transaction=True)

MANY = 300


@pytest.fixture
def made():
    load(World(MANY))


def test_no_reference_leads_nowhere(made):
    connection.check_constraints()


def test_counts_and_dates_are_right(made):
    dates = list(Quote.objects.order_by("pk").values_list("sort_date", flat=True))
    with turns.taken():
        assert recount(Quote.objects.values_list("pk", flat=True)) == []
    assert list(Quote.objects.order_by("pk").values_list("sort_date", flat=True)) == dates
    assert Quote.objects.filter(appearance_count__gt=1, independent_origins__gt=1).exists()
    assert Quote.objects.filter(appearance_count__gt=1, independent_origins=1).exists()


def test_origins_are_counted_from_what_is_stored(made):
    """From the same chains, articles, and what these rely on."""
    world = World(MANY)
    for number, held in facts_of_each(range(1, MANY + 1)).items():
        counted = facts_of(world, quote(world, number), held.frequent)
        assert without_ids(counted) == without_ids(held)


def without_ids(facts):
    return replace(facts, appearances=[replace(it, id=0) for it in facts.appearances])


def test_the_words_that_are_too_common_are_known(made):
    held = CommonWord.objects.order_by("language", "word").values_list("language", "word")
    assert list(held) == sorted(take_census().words)
    assert held


def test_there_is_as_much_as_is_told(made):
    printed = Appearance.objects.count()
    assert Quote.objects.count() == MANY
    assert Article.objects.count() == MANY // 4
    assert Speaker.objects.exclude(kind="outlet").count() == MANY // 20
    assert 1.3 < printed / MANY < 1.7
    assert 2.3 < Hop.objects.count() / printed < 2.7
    assert Reliance.objects.exists()


def test_new_records_get_new_numbers(made):
    assert Speaker.objects.bulk_create([Speaker(slug="new", name="New", kind="person")])[0].pk > 200


def test_history_is_there_only_if_asked_for():
    load(World(20), with_history=True)
    for model in (Quote, Appearance, Hop, Speaker):
        assert model.history.count() == model.objects.count()
    assert {it.door for it in Quote.history.all()} == {"import"}


def test_a_database_that_holds_something_is_left_alone(made):
    with pytest.raises(NotEmpty):
        load(World(MANY))
    assert Quote.objects.count() == MANY
