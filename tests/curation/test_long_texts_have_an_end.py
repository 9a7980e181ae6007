import pytest

from quotesdb.models import Correction, Quote
from quotesdb.refusals import Refused
from tests.factory import make_correction, make_quote

pytestmark = pytest.mark.django_db


def test_a_quote_of_20000_characters_is_kept():
    assert make_quote("w" * 20_000).pk


def test_a_longer_one_is_refused_whoever_writes_it():
    with pytest.raises(Refused, match="at most 20000 characters"):
        make_quote("w" * 20_001)
    assert not Quote.objects.exists()


def test_and_so_is_a_longer_reason_for_a_correction():
    with pytest.raises(Refused, match="at most 2000 characters"):
        make_correction(make_quote(), reason="w" * 2_001)
    assert not Correction.objects.exists()
