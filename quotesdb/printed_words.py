"""The words by which quotes are found: the reference wording, and whatever printings have."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class PrintedWords:
    """One wording of a quote. `appearance` is the first that prints it; None: the reference."""

    appearance: int | None
    text: str
    language: str


def words_of(quotes: Collection[int]) -> Mapping[int, Sequence[PrintedWords]]:
    """The different wordings of each of these quotes, the reference first. One query.

    A quote that is merged into another, or is gone, has none: nobody shall find it.
    """
    words: dict[int, dict[str, PrintedWords]] = {quote: {} for quote in quotes}
    some = prepared.in_list()
    every = prepared.as_list(words)
    rows = prepared.rows_of(WORDINGS.format(some=some), [every, every])
    for quote, appearance, text, language in rows:
        if text not in words[quote]:
            words[quote][text] = PrintedWords(appearance or None, text, language)
    return {quote: tuple(different.values()) for quote, different in words.items()}
