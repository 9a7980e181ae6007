"""When something was said, where the article's own words beside the cue tell."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from quotesdb.extraction.findings import Span

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTH = r"(?P<month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|March|April|May|June|July|Aug(?:ust|\.)?|" + (
    r"Sept(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
FORMS = (
    re.compile(rf"\b{MONTH} (?P<day>\d\d?)\b(?:,? (?P<year>\d{{4}}))?"),
    re.compile(rf"\b(?P<day>\d\d?) {MONTH}(?: (?P<year>\d{{4}}))?"),
    re.compile(rf"\b{MONTH},? (?P<year>\d{{4}})\b"),
    re.compile(r"\b(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"),
    re.compile(r"\b(?P<near>yesterday|today|tonight|this morning|this afternoon)\b"),
)


@dataclass(frozen=True, slots=True)
class Said:
    """The words that tell when, and the days that they mean, if that can be known."""

    span: Span
    first: date | None = None
    last: date | None = None


def said(article: str, start: int, own: str, published: date | None) -> Said | None:
    """The first date in the article's own words, which begin at this place of it."""
    for form in FORMS:
        if found := form.search(own):
            span = Span.of(article, start + found.start(), start + found.end())
            days = list(_days(found.groupdict(), published))
            return Said(span, *days) if len(days) == 2 else Said(span)
    return None


def _days(told: dict[str, str | None], published: date | None) -> Iterator[date]:
    """The first and the last day meant; nothing where the year, or the day, is not known."""
    if weekday := told.get("weekday"):
        yield from _twice(_last_weekday(weekday.lower(), published))
    elif near := told.get("near"):
        back = 1 if near == "yesterday" else 0
        yield from _twice(published - timedelta(days=back) if published else None)
    elif told.get("day"):
        yield from _twice(_exact(told, published))
    elif (month := told.get("month")) and (year := told.get("year")):
        yield from _whole_month(int(year), _number(month))


def _twice(day: date | None) -> Iterator[date]:
    if day:
        yield from (day, day)


def _last_weekday(weekday: str, published: date | None) -> date | None:
    """A weekday is the last one before the article came out, or that very day."""
    if published is None:
        return None
    return published - timedelta(days=(published.weekday() - DAYS.index(weekday)) % 7)


def _exact(told: dict[str, str | None], published: date | None) -> date | None:
    """A day of a month; where no year stands with it, the last such day before publication."""
    day, month = int(told["day"] or 0), _number(told["month"] or "")
    if year := told.get("year"):
        return _day(int(year), month, day)
    if published is None:
        return None
    found = _day(published.year, month, day)
    return _day(published.year - 1, month, day) if found and found > published else found


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _number(month: str) -> int:
    small = month.lower().strip(".")
    return next(n for n, name in enumerate(MONTHS, 1) if name.startswith(small[:3]))


def _whole_month(year: int, month: int) -> Iterator[date]:
    if not 1 <= year <= 9998:
        return
    first = date(year, month, 1)
    following = date(year + month // 12, month % 12 + 1, 1)
    yield from (first, following - timedelta(days=1))
