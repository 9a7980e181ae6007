"""How wide text will be, and how to make it fit: there is no browser here to ask."""

import unicodedata
from functools import lru_cache

WIDTHS = {
    character: width
    for width, characters in {
        222: "ijl'’‘",
        278: " !,./:;[\\]Ift|·",
        333: "()-`r{}“”",
        400: '"°*^',
        500: "ckszvxyJ",
        556: "abdeghnopquL0123456789#$?_–",
        584: "+<=>~",
        611: "FTZ",
        667: "&ABEKPSVXY",
        722: "CDHNRUw",
        778: "GOQ",
        833: "Mm",
        889: "%",
        944: "W",
        1000: "…—@",
    }.items()
    for character in characters
}
"""Thousandths of the font's size, as in Helvetica and the fonts made to its measure."""

MARGIN = 1.1
"""Other fonts are wider; rather some air than clipped text."""

BOLD = 1.07


@lru_cache(maxsize=4096)
def _width_of(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    if unicodedata.east_asian_width(character) in "WF":
        return 1000
    base = unicodedata.normalize("NFD", character)[0]
    return WIDTHS.get(base, 720)


def width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of one line, in the units of `size`."""
    thousandths = sum(map(_width_of, text))
    return thousandths / 1000 * size * MARGIN * (BOLD if bold else 1)


def fit(text: str, room: float, size: float, *, bold: bool = False) -> str:
    """As much of a line as there is room for, with an ellipsis where something is missing."""
    if width(text, size, bold=bold) <= room:
        return text
    while text and width(f"{text}…", size, bold=bold) > room:
        text = text[:-1].rstrip()
    return f"{text}…"


def wrap(text: str, room: float, size: float, lines: int, *, bold: bool = False) -> list[str]:
    """At most so many lines, broken between words and about equally long; the last one may be cut.

    The narrowest room that needs no more lines than the widest makes them equal.
    """
    broken = _broken(text, room, size, lines, bold)
    for narrower in (0.55, 0.65, 0.75, 0.85):
        tried = _broken(text, room * narrower, size, len(broken), bold)
        if " ".join(tried) == " ".join(broken) and all(
            width(line, size, bold=bold) <= room * narrower for line in tried
        ):
            return tried
    return broken


def _broken(text: str, room: float, size: float, lines: int, bold: bool) -> list[str]:
    found: list[str] = []
    words = text.split()
    while words and len(found) < lines - 1:
        taken = _words_that_fit(words, room, size, bold)
        found.append(fit(" ".join(words[:taken]), room, size, bold=bold))
        words = words[taken:]
    if words:
        found.append(fit(" ".join(words), room, size, bold=bold))
    return found or [""]


def _words_that_fit(words: list[str], room: float, size: float, bold: bool) -> int:
    """At least one, however long it is."""
    taken = 1
    while taken < len(words) and width(" ".join(words[: taken + 1]), size, bold=bold) <= room:
        taken += 1
    return taken
