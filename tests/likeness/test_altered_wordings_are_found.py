import random

import pytest

from quotesdb.likeness import nearest
from quotesdb.models import Quote
from tests.benchmarks.altering import altered
from tests.factory import make_appearance, make_quote
from tests.likeness.made import make_quotes, renew

pytestmark = pytest.mark.django_db

SAID = "The harbour wall has sunk by a hand's width since the storms of last winter."


@pytest.fixture
def many():
    renew(make_quotes(400))
    chance = random.Random(7)
    texts = list(Quote.objects.order_by("pk").values_list("pk", "text"))
    replacements = [word for _, text in texts for word in text.split()]
    return list(altered(texts, chance, replacements))


def found_first(questions, how):
    answers = nearest([getattr(it, how) for it in questions])
    pairs = zip(questions, answers, strict=True)
    return sum(bool(found) and found[0].quote == it.quote for it, found in pairs) / len(questions)


def test_lightly_altered_wordings_are_found(many):
    assert found_first(many, "lightly") >= 0.99


def test_heavily_altered_wordings_are_found(many):
    assert found_first(many, "heavily") >= 0.95


def test_the_very_words_are_found_first_however_they_are_typeset():
    quote = make_quote(SAID)
    make_quote("The harbour wall has sunk since last winter.")
    [[first, *_]] = nearest(
        ["“The harbor wall has sunk by a hand’s width since the storms of last winter”"]
    )
    assert (first.quote, first.appearance, first.similarity) == (quote.pk, None, 100)


def test_what_only_a_printing_says_is_found_and_named():
    quote = make_quote(SAID)
    printing = make_appearance(quote, segments=["Its outer breakwater went down a full palm."])
    [[first]] = nearest(["outer breakwater went down by a full palm"])
    assert (first.quote, first.appearance) == (quote.pk, printing.pk)
    assert first.text == "Its outer breakwater went down a full palm."


def test_an_excerpt_of_a_long_wording_is_found():
    middle = "nobody had asked the ferry crews before the timetable was cut"
    quote = make_quote(" ".join([SAID] * 120) + f" And {middle}. " + " ".join([SAID] * 120))
    make_quote("Nobody had asked for a timetable of ferries.")
    [[first, *_]] = nearest([middle])
    assert first.quote == quote.pk
    assert first.similarity >= 90


def test_one_common_word_is_enough_if_it_is_all_there_is():
    quote = make_quote("Yes.")
    assert [near.quote for near in nearest(["yes"])[0]] == [quote.pk]


def test_the_likelier_comes_first_and_no_more_than_asked_for():
    nearer = make_quote(SAID)
    farther = make_quote("The harbour wall has sunk by the storms, they say in town every winter.")
    asked = "The harbour wall sank by a hand's width since the storms of last winter."
    assert [near.quote for near in nearest([asked])[0]] == [nearer.pk, farther.pk]
    assert [near.quote for near in nearest([asked], most=1)[0]] == [nearer.pk]


def test_it_says_how_much_is_shared():
    make_quote("The wall has sunk.")
    [[near]] = nearest(["the wall"])
    assert (near.similarity, near.shared) == (95, 1.25)


def test_other_words_are_less_alike():
    make_quote(SAID)
    [[near]] = nearest(["The ferry has not run since the storms."])
    assert near.similarity < 50
