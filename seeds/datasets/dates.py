"""Days as datasets write them. What may mean two days means none."""

import re
from datetime import date

from seeds.datasets.ledger import Ledger

MONTHS = "january february march april may june july august september october november december"
NUMBERS = {name[:3]: number for number, name in enumerate(MONTHS.split(), start=1)}
NAME = rf"(?P<name>{'|'.join(f'{name[:3]}(?:{name[3:]})?' for name in MONTHS.split())})\.?"

FORMS = [
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?:[T\s].*)?",
        r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?:T?\d{6}Z?)?",
        rf"(?:\w+,?\s+)?{NAME}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})\b.*",
        rf"(?:\w+,?\s+)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+{NAME},?\s+(?P<year>\d{{4}})\b.*",
    )
]
TWO_WAYS = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})\b.*")
NO_DATES = {"0000-00-00", "n/a", "none", "null", "unknown"}


def day_of(value: object, ledger: Ledger, what: str) -> date | None:
    """The day; `None` where there is none, and dirt where what stands there is no day."""
    text = " ".join(value[:100].split()) if isinstance(value, str) else value
    if text in (None, "", [], {}):
        return None
    found = _day(text) if isinstance(text, str) and text.lower() not in NO_DATES else None
    if found is None:
        ledger.soil(f"{what}: no day, or one of two", value)
    return found


def _day(text: str) -> date | None:
    for form in FORMS:
        if match := form.fullmatch(text):
            parts = match.groupdict()
            month = NUMBERS[parts["name"][:3].lower()] if "name" in parts else int(parts["month"])
            return _on(int(parts["year"]), month, int(parts["day"]))
    if match := TWO_WAYS.fullmatch(text):
        return _either(*map(int, match.groups()))
    return None


def _either(first: int, second: int, year: int) -> date | None:
    """03/04/2019 is in March or in April; 13/04/2019 can only be in April."""
    days = {_on(year, first, second), _on(year, second, first)} - {None}
    return days.pop() if len(days) == 1 else None


def _on(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
