from dataclasses import replace
from datetime import date

import pytest

from quotesdb.interchange.saying import when_said
from tests.interchange.told import BARELY_KNOWN


@pytest.mark.parametrize(
    ("start", "end", "told"),
    [
        (None, None, ""),
        (date(2024, 2, 3), date(2024, 2, 3), "2024-02-03"),
        (date(2024, 2, 1), date(2024, 2, 29), "2024-02"),
        (date(2023, 2, 1), date(2023, 2, 28), "2023-02"),
        (date(2024, 1, 1), date(2024, 12, 31), "2024"),
        (date(2024, 2, 1), date(2024, 2, 28), "2024-02-01/2024-02-28"),
        (date(2023, 1, 1), date(2024, 12, 31), "2023-01-01/2024-12-31"),
        (date(2024, 1, 1), date(2024, 2, 29), "2024-01-01/2024-02-29"),
        (date(2024, 2, 5), date(2024, 2, 29), "2024-02-05/2024-02-29"),
        (date(2024, 1, 5), date(2024, 12, 31), "2024-01-05/2024-12-31"),
        (date(2024, 1, 1), None, "2024-01-01/.."),
        (None, date(2024, 1, 1), "../2024-01-01"),
    ],
)
def test_no_more_is_told_than_is_known(start, end, told):
    assert when_said(replace(BARELY_KNOWN, said_from=start, said_until=end)) == told
