"""What is too common to tell anything, counted over all that is held. Only `recount` does it.

Between two counts the answer stays as it is, so that the counts of one quote do not depend on what
is written about others. Counting takes long and needs no turn; keeping what was counted does.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from quotesdb.fingerprints import packed, unpacked
from quotesdb.models import ArticleText, CommonPrint, CommonWord, Quote
from quotesdb.portions import portions
from quotesdb.provenance.shared_texts import MANY
from quotesdb.provenance.wordings import tokens

TEXTS_AT_ONCE = 10_000
"""Texts of which all prints are counted in memory at one time; more take several passes."""

QUOTES_WITH_IT = 20
SHARE_WITH_IT = 1 / 200
"""A word is common if so many quotes in its language have it, and such a share of them."""

LONGEST_WORD = 100
CHUNK = 1_000

OnRow = Callable[[], Any]


@dataclass(frozen=True, slots=True)
class Census:
    """Fingerprints and how many of the texts have them; words with their language."""

    texts: list[int]
    prints: dict[int, int]
    words: list[tuple[str, str]]


def size_of_census() -> int:
    """How many quotes and texts there are to look at."""
    return Quote.objects.standing().count() + ArticleText.objects.in_newest_version().count()


def take_census(on_row: OnRow = lambda: None) -> Census:
    """Find which fingerprints and words are common. `on_row` is called for each quote and text."""
    newest = ArticleText.objects.in_newest_version().order_by("pk")
    texts = list(newest.values_list("pk", flat=True))
    passes = len(texts) // TEXTS_AT_ONCE + 1
    prints: dict[int, int] = {}
    for number in range(passes):
        prints |= _common_prints(texts, passes, number, on_row if number == 0 else lambda: None)
    return Census(texts, prints, list(_common_words(on_row)))


def keep_census(census: Census) -> None:
    """Let what was counted be what counts from now on. Runs inside the caller's turn."""
    CommonPrint.objects.all().delete()
    prints = (CommonPrint(number=it, articles=many) for it, many in census.prints.items())
    CommonPrint.objects.bulk_create(prints, batch_size=CHUNK)
    CommonWord.objects.all().delete()
    words = (CommonWord(language=language, word=word) for language, word in census.words)
    CommonWord.objects.bulk_create(words, batch_size=CHUNK)
    ArticleText.objects.filter(counted=True).update(counted=False)
    for some in portions(census.texts):
        ArticleText.objects.filter(pk__in=some).update(counted=True)


def take_missing_prints() -> None:
    """Of texts that were kept before their prints were. Runs inside the caller's turn."""
    without = ArticleText.objects.filter(prints=b"").exclude(body="").order_by("pk")
    for pk, body in without.values_list("pk", "body").iterator(CHUNK):
        ArticleText.objects.filter(pk=pk).update(prints=packed(body))


def _common_prints(texts: list[int], passes: int, number: int, on_row: OnRow) -> dict[int, int]:
    """Those that many texts hold; in each of the passes another part of all there are."""
    found: Counter[int] = Counter()
    for some in portions(texts, CHUNK):
        stored = ArticleText.objects.filter(pk__in=some).order_by()
        for prints in stored.values_list("prints", flat=True):
            found.update(it for it in unpacked(prints) if it % passes == number)
            on_row()
    return {it: many for it, many in found.items() if many >= MANY}


def _common_words(on_row: OnRow) -> Iterator[tuple[str, str]]:
    quotes: Counter[str] = Counter()
    with_it: dict[str, Counter[str]] = defaultdict(Counter)
    rows = Quote.objects.standing().order_by().values_list("language", "text")
    for language, text in rows.iterator(CHUNK):
        quotes[language] += 1
        with_it[language].update(set(tokens(text)))
        on_row()
    return _in_enough(quotes, with_it)


def _in_enough(
    quotes: Mapping[str, int], with_it: Mapping[str, Counter[str]]
) -> Iterator[tuple[str, str]]:
    for language, words in sorted(with_it.items()):
        enough = max(QUOTES_WITH_IT, quotes[language] * SHARE_WITH_IT)
        for word, many in sorted(words.items()):
            if many >= enough and len(word) <= LONGEST_WORD:
                yield language, word
