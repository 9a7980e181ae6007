from contextlib import contextmanager

import pytest

from quotesdb import likeness
from quotesdb.likeness import compacting, renewing
from quotesdb.likeness.features import features
from quotesdb.likeness.posted import posted_with
from quotesdb.likeness.word_numbers import numbers
from quotesdb.models import PostingList, PostingSegment, Quote
from tests.likeness.made import make_quotes, renew

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def bulk_of_ten(monkeypatch):
    monkeypatch.setattr(renewing, "BULK", 10)


@pytest.fixture
def quotes():
    return [quote for many in (20, 21, 22) for quote in made(many)]


def made(many):
    quotes = make_quotes(many)
    renew(quotes)
    return quotes


def sizes():
    return list(PostingSegment.objects.in_use().values_list("quotes", flat=True))


def is_whole():
    """Every quote is found, every list is right, and there are no others."""
    texts = dict(Quote.objects.standing().order_by("pk").values_list("pk", "text"))
    answers = likeness.nearest(list(texts.values()), most=1)
    listed = {place >> 32 for place in PostingList.objects.values_list("pk", flat=True)}
    segments = set(PostingSegment.objects.values_list("pk", flat=True))
    found = [near.quote for [near] in answers] == list(texts)
    return found and listed == segments and not [*likeness.stale_lists()]


def test_all_is_found_in_the_one(quotes):
    told = []
    likeness.compact(on_progress=told.append)
    assert (sizes(), sum(told)) == ([63], 63)
    assert is_whole()


def test_what_is_by_far_the_largest_waits_until_the_others_are_as_large():
    """Otherwise all would be posted anew after every import."""
    for many in (90, 21, 22):
        made(many)
    likeness.compact()
    assert sizes() == [90, 43]
    made(50)
    likeness.compact()
    assert sizes() == [183]
    assert is_whole()


def test_it_waits_for_nothing_where_that_is_wanted():
    for many in (90, 21):
        made(many)
    likeness.compact(grown=1)
    assert sizes() == [111]


def test_none_is_larger_than_may_be(quotes, monkeypatch):
    monkeypatch.setattr(compacting, "LARGEST", 45)
    likeness.compact()
    assert sizes() == [41, 22]
    assert is_whole()


def test_what_others_change_meanwhile_is_found_as_they_changed_it(quotes):
    first, second, *_, last = quotes

    def change(many):
        Quote.objects.filter(pk=first).update(text="Nobody asked the crews.")
        Quote.objects.filter(pk=second).update(merged_into=first)
        Quote.objects.filter(pk=last).update(merged_into=first)
        renew([first, second, last, *make_quotes(5)])
        made(30)

    likeness.compact(on_progress=change)
    assert sizes() == [66, 30]
    assert is_whole()


def test_where_others_changed_too_much_it_is_left_as_it_is(quotes, monkeypatch):
    monkeypatch.setattr(compacting, "MOST_CHANGED", 4)
    likeness.compact(on_progress=lambda many: renew(make_quotes(5)))
    assert sizes() == [20, 21, 27]
    likeness.compact()
    assert sizes() == [68]
    assert is_whole()


def test_where_others_made_the_index_anew_theirs_stays(quotes):
    likeness.compact(on_progress=lambda many: likeness.rebuild())
    assert sizes() == [63]
    assert is_whole()


def test_where_others_did_so_at_the_last_moment_theirs_stays(quotes, monkeypatch):
    taken = compacting.turns.taken
    actions = iter([None, None, likeness.rebuild])

    @contextmanager
    def after_others():
        if act := next(actions):
            act()
        with taken() as moment:
            yield moment

    monkeypatch.setattr(compacting.turns, "taken", after_others)
    likeness.compact()
    monkeypatch.undo()
    assert sizes() == [63]
    assert is_whole()


def test_what_others_made_one_meanwhile_stays_so(quotes):
    likeness.compact(on_progress=lambda many: [made(many) for many in range(23, 28)])
    assert sizes() == [sum(range(20, 28))]
    assert is_whole()


def test_who_is_at_it_too_takes_over(quotes):
    likeness.compact(on_progress=lambda many: likeness.compact())
    assert sizes() == [63]
    assert is_whole()


@pytest.mark.parametrize("after", [0, 1, 4, 9, 11])
def test_killed_at_any_turn_it_loses_nothing_and_is_mended_by_the_next(quotes, monkeypatch, after):
    texts = list(Quote.objects.order_by("pk").values_list("text", flat=True))
    of_many = read(texts)
    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr(compacting, "AT_ONCE", 300)
        patched.setattr(compacting.turns, "taken", only(after, compacting.turns.taken))
        likeness.compact()
    after_it = read(texts)
    assert [it[0].quote for it in likeness.nearest(texts)] == quotes
    assert not [*likeness.stale_lists()]
    likeness.compact()
    assert sizes() == [63]
    assert after_it == (of_many if after < 9 else read(texts))
    assert is_whole()


def only(many, taken):
    """Turns, until there were so many."""
    left = iter(range(many))

    @contextmanager
    def until_killed():
        if next(left, None) is None:
            raise KeyboardInterrupt
        with taken() as moment:
            yield moment

    return until_killed


def test_no_turn_writes_or_deletes_more_than_a_few_lists(quotes, monkeypatch):
    monkeypatch.setattr(compacting, "AT_ONCE", 100)
    counts = []
    taken = compacting.turns.taken

    @contextmanager
    def counted():
        with taken() as moment:
            before = PostingList.objects.count()
            yield moment
            counts.append(abs(PostingList.objects.count() - before))

    monkeypatch.setattr(compacting.turns, "taken", counted)
    likeness.compact()
    assert max(counts) == 100
    assert len(counts) > 10


def read(texts):
    """How many quotes are read, for all features of these texts."""
    asked = set().union(*(features(numbers(text)) for text in texts))
    return sum(posted_with(asked).counts.values())
