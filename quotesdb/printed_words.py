"""The words by which quotes are found: the reference wording, and whatever printings have."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from quotesdb import prepared

REFERENCE = 0
"""Stands before the numbers of all appearances."""

WORDINGS = f"""
    SELECT id, {REFERENCE}, text, language FROM quotesdb_quote
    WHERE id IN ({{some}}) AND merged_into_id IS NULL
    UNION ALL
    SELECT quote.id, appearance.id, appearance.wording, appearance.language
    FROM quotesdb_quote AS quote
    JOIN quotesdb_appearance AS appearance ON appearance.quote_id = quote.id
    WHERE quote.id IN ({{some}}) AND quote.merged_into_id IS NULL
        AND appearance.merged_into_id IS NULL
    ORDER BY 1, 2
"""  # noqa: S608


class PrintedWords(NamedTuple):
    """One wording of a quote. `appearance` is the first that prints it; None: the reference."""

    appearance: int | None
    text: str
    language: str


Printing = tuple[int, int, str, str]
"""A quote, the appearance that prints it (or REFERENCE), the wording and its language."""

Words = Mapping[int, Sequence[PrintedWords]]
"""By quote."""


def words_of(quotes: Collection[int]) -> Words:
    """The different wordings of each of these quotes, the reference first. One query.

    A quote that is merged into another, or is gone, has none: nobody shall find it.
    """
    every = prepared.as_list(quotes)
    statement = WORDINGS.format(some=prepared.in_list())
    return different(quotes, prepared.rows_of(statement, [every, every]))


def different(quotes: Iterable[int], printings: Iterable[Printing]) -> Words:
    """The different wordings of each of these quotes among its printings, in their order."""
    words: dict[int, dict[str, PrintedWords]] = {quote: {} for quote in quotes}
    for quote, appearance, text, language in printings:
        if text not in words[quote]:
            words[quote][text] = PrintedWords(appearance or None, text, language)
    return {quote: tuple(its.values()) for quote, its in words.items()}
