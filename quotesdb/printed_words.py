"""The words by which quotes are found: the reference wording, and whatever printings have."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from quotesdb.models import Appearance, Quote


@dataclass(frozen=True, slots=True)
class PrintedWords:
    """One wording of a quote. `appearance` is the first that prints it; None: the reference."""

    appearance: int | None
    text: str
    language: str


def words_of(quotes: Collection[int]) -> Mapping[int, Sequence[PrintedWords]]:
    """The different wordings of each of these quotes, the reference first. Two queries.

    A quote that is merged into another, or is gone, has none: nobody shall find it.
    """
    words: dict[int, dict[str, PrintedWords]] = {quote: {} for quote in quotes}
    references = Quote.objects.standing().filter(pk__in=words).order_by()
    for quote, text, language in references.values_list("pk", "text", "language"):
        words[quote][text] = PrintedWords(None, text, language)
    printed = Appearance.objects.standing().filter(quote__in=words, quote__merged_into=None)
    rows = printed.order_by("pk").values_list("quote", "pk", "wording", "language")
    for quote, appearance, text, language in rows:
        words[quote].setdefault(text, PrintedWords(appearance, text, language))
    return {quote: tuple(different.values()) for quote, different in words.items()}
