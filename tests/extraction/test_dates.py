from datetime import date

import pytest

from tests.extraction.told import only

PUBLISHED = date(2024, 3, 7)  # a Thursday


@pytest.mark.parametrize(
    ("when", "first", "last"),
    [
        ("on Tuesday", date(2024, 3, 5), date(2024, 3, 5)),
        ("on Thursday", PUBLISHED, PUBLISHED),
        ("yesterday", date(2024, 3, 6), date(2024, 3, 6)),
        ("on March 2", date(2024, 3, 2), date(2024, 3, 2)),
        ("on Dec. 19", date(2023, 12, 19), date(2023, 12, 19)),
        ("on 3 May 2021", date(2021, 5, 3), date(2021, 5, 3)),
        ("in May 2021", date(2021, 5, 1), date(2021, 5, 31)),
        ("on February 31", None, None),
    ],
)
def test_are_counted_from_the_day_of_publication(when, first, last):
    finding = only(f"“It fell,” Ann Lee said {when}.", published=PUBLISHED)
    assert (finding.said_from, finding.said_until) == (first, last)


def test_without_that_day_only_the_words_are_kept():
    finding = only("“It fell,” Ann Lee said on Tuesday.")
    assert finding.said_on.text == "Tuesday"
    assert finding.said_from is None


def test_the_speakers_own_dates_are_not_meant():
    assert only("“It fell on Monday,” Ann Lee said.").said_on is None
