"""Paragraphs that belong to the page and not to the article: nobody says them."""

import re
from functools import cache

from quotesdb.extraction.english.words import sections

LONGEST = 300
"""Characters. What is longer is read, whatever it begins with."""


@cache
def _pattern() -> re.Pattern[str]:
    lists = sections("boilerplate.txt")
    begins = "|".join(map(re.escape, lists["begins"]))
    ends = "|".join(map(re.escape, lists["ends"]))
    whole = "|".join(map(re.escape, lists["whole"]))
    capitals = "|".join(map(re.escape, lists["capitals"]))
    forms = (
        rf"[-–•*\s]*(?:{begins})\b.*",
        rf"(?-i:{capitals})\b.*",
        rf".*(?:{ends})[.)\]]*",
        rf"\W*(?:{whole})\W*",
    )
    return re.compile("|".join(forms), re.IGNORECASE | re.DOTALL)


def is_boilerplate(paragraph: str) -> bool:
    return len(paragraph) <= LONGEST and _pattern().fullmatch(paragraph) is not None
