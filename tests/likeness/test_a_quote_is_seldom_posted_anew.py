import pytest

from quotesdb.likeness import building, renewing
from tests.likeness.made import make_quotes, renew

pytestmark = pytest.mark.django_db


def test_what_was_merged_waits_until_it_is_a_small_part_of_what_it_becomes(monkeypatch):
    """Otherwise every quote would be posted anew with each few portions of an import."""
    posted = []
    build = building.build
    monkeypatch.setattr(renewing, "BULK", 10)
    monkeypatch.setattr(
        building,
        "build",
        lambda first, signed, many: (posted.append(many), build(first, signed, many)),
    )
    for many in range(20, 52):
        renew(make_quotes(many))
    assert 0 < sum(posted) <= sum(range(20, 52))
