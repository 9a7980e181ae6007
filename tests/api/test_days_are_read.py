"""A day is understood, or refused with a sentence, however it is written."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.forms import DateField

from api.filters import Day

WRITTEN = ("2024-03-05", " 2024-03-05 ", "2024-3-5", "03/05/2024", "2024-02-30", "20240305")
ODD = ("2024-W10-2", "2024-13-01", "0000-01-01", "٢٠٢٤-٠٣-٠٥", "soon", "2024-03-05T00:00")


def told(field, text):
    try:
        return field.clean(text)
    except ValidationError as error:
        return error.messages


@pytest.mark.parametrize("text", [*WRITTEN, *ODD])
def test_it_is_read_as_the_framework_reads_it(text):
    assert told(Day(), text) == told(DateField(), text)


def test_as_iso_8601_has_it():
    assert Day().clean("2024-03-05") == date(2024, 3, 5)
