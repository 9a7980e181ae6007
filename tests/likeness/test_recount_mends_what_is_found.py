from io import StringIO

import pytest
from django.core.management import call_command

from quotesdb.likeness import nearest
from quotesdb.models import NumberedWords, Quote
from tests.factory import make_quote

pytestmark = pytest.mark.django_db

SAID = "The harbour wall has sunk by a hand's width."
NOT_SAID = "Nobody asked the ferry crews before the timetable was cut."


def recount():
    told = StringIO()
    call_command("recount", stdout=told, stderr=StringIO())
    return told.getvalue()


def test_words_that_were_written_by_another_door_are_mended_and_named():
    quote = make_quote(SAID, key="wall")
    Quote.objects.filter(pk=quote.pk).update(text=NOT_SAID)
    told = recount()
    assert "wall: the words by which it is found were not those that are printed" in told
    assert "1 quotes counted, 1 mended." in told
    assert [near.quote for near in nearest([NOT_SAID])[0]] == [quote.pk]
    assert nearest([SAID])[0] == [] or nearest([SAID])[0][0].similarity < 50


def test_words_that_are_missing_are_found_again():
    quote = make_quote(SAID, key="wall")
    NumberedWords.objects.all().delete()
    assert nearest([SAID]) == [[]]
    assert "1 mended" in recount()
    assert [near.quote for near in nearest([SAID])[0]] == [quote.pk]


def test_what_is_right_is_left():
    make_quote(SAID)
    assert "0 mended" in recount()
