import gc

import pytest

from quotesdb.ingest.bulk.circles import SELDOM, seldom_looked_for


def test_only_meanwhile():
    before = gc.get_threshold()
    with seldom_looked_for():
        assert gc.get_threshold() == (SELDOM, *before[1:])
        assert gc.get_freeze_count() > 0
    assert gc.get_threshold() == before
    assert gc.get_freeze_count() == 0


def test_as_before_where_something_goes_wrong():
    before = gc.get_threshold()
    with pytest.raises(OSError, match="gone"), seldom_looked_for():
        raise OSError("gone")
    assert (gc.get_threshold(), gc.get_freeze_count()) == (before, 0)
