"""What is said: words as numbers into the vocabulary, altered on the way, and written out."""

from collections.abc import Callable, Sequence
from random import Random

from tests.benchmarks.many_quotes.chance import Shares, Zipf, source
from tests.benchmarks.many_quotes.vocabulary import SIZE, vocabulary

WORDS = 1
"""The kind of chance that the words of a quote are drawn from."""

SHORTEST, LONGEST = 5, 60
RESTATED = 0.04
"""The share of quotes that say again, otherwise, what an earlier one says."""

FEWEST_BEFORE = 10
LANGUAGES = Shares(
    {"en": 0.6, "fr": 0.1, "de": 0.08, "es": 0.08, "it": 0.05, "pt": 0.04, "nl": 0.03, "sv": 0.02}
)

Words = list[int]


class Speech:
    """The language and the words of every quote, by its number."""

    def __init__(self, seed: int):
        self.seed = seed
        self.zipf = Zipf(SIZE, 1.12)

    def said(self, number: int) -> tuple[str, Words]:
        chance = source(WORDS, number, self.seed)
        if chance.random() < RESTATED and number > FEWEST_BEFORE:
            language, words = self._fresh(1 + int(chance.random() * (number - 1)))
            return language, self.altered(words, chance, 0.15, 0.25, 0.5)[:LONGEST]
        return self._drawn(chance)

    def _fresh(self, number: int) -> tuple[str, Words]:
        """What the quote would say if it were no restatement."""
        chance = source(WORDS, number, self.seed)
        chance.random()
        return self._drawn(chance)

    def _drawn(self, chance: Random) -> tuple[str, Words]:
        language = LANGUAGES.draw(chance.random)
        length = int(chance.gammavariate(3.2, 7.0)) + SHORTEST
        return language, self.zipf.draw_many(chance.random, min(length, LONGEST))

    def altered(
        self, words: Sequence[int], chance: Random, dropped: float, replaced: float, swapped: float
    ) -> Words:
        """The words as somebody prints them who does not take care; never none."""
        draw: Callable[[], float] = chance.random
        kept: Words = []
        for word in words:
            fate = draw()
            if fate >= dropped:
                kept.append(self.zipf.draw(draw) if fate < dropped + replaced else word)
        if len(kept) > 3 and draw() < swapped:
            place = int(draw() * (len(kept) - 1))
            kept[place : place + 2] = reversed(kept[place : place + 2])
        return kept or list(words)


def written(words: Sequence[int]) -> str:
    """As sentences, with commas."""
    spelt, parts, opening = vocabulary(), [], True
    last = len(words) - 1
    for place, word in enumerate(words):
        text = spelt[word]
        if opening:
            text = text.capitalize()
        opening = place % 13 == 12 or place == last
        parts.append(text + ("." if opening else "," if place % 7 == 6 else ""))
    return " ".join(parts)
