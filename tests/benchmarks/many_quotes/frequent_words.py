"""The words that are too common to tell anything, as `recount` would find them in what is made."""

from collections import Counter, defaultdict
from collections.abc import Callable

from quotesdb.census import LONGEST_WORD, QUOTES_WITH_IT, SHARE_WITH_IT
from quotesdb.provenance.wordings import tokens
from tests.benchmarks.many_quotes.vocabulary import vocabulary
from tests.benchmarks.many_quotes.world import World


def frequent_words(world: World, on_quote: Callable[[], object]) -> dict[str, frozenset[str]]:
    """By language. Every quote's words are drawn once for this, before anything is loaded."""
    as_compared = [tokens(word)[0] for word in vocabulary()]
    quotes: Counter[str] = Counter()
    with_it: dict[str, Counter[str]] = defaultdict(Counter)
    for number in range(1, world.quotes + 1):
        language, words = world.speech.said(number)
        quotes[language] += 1
        with_it[language].update({as_compared[word] for word in words})
        on_quote()
    return {
        language: frozenset(
            word
            for word, many in words.items()
            if many >= max(QUOTES_WITH_IT, quotes[language] * SHARE_WITH_IT)
            and len(word) <= LONGEST_WORD
        )
        for language, words in with_it.items()
    }
