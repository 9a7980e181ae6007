"""Wordings altered as a careless hand alters them: words dropped, replaced, swapped; excerpts."""

from dataclasses import dataclass

from quotesdb.wording.keys import keys

LEAST_WORDS = 3


@dataclass(frozen=True)
class Altered:
    """A quote's words and two alterations of them; the second is an alteration of the first."""

    quote: int
    text: str
    lightly: str
    heavily: str

    def is_found(self, quote: int, text: str) -> bool:
        """Whether it is that quote, or one of the very same words."""
        return quote == self.quote or keys(text) == keys(self.text)


def altered(quotes, chance, replacements):
    """For each (number, text) that is long enough, its words altered lightly and heavily."""
    for quote, text in quotes:
        words = text.split()
        lightly = swapped(changed(excerpt(words, chance), 0.08, 0.08, chance, replacements), chance)
        if len(lightly) >= LEAST_WORDS:
            heavily = changed(lightly, 0.22, 0.18, chance, replacements)
            yield Altered(quote, text, " ".join(lightly), " ".join(heavily))


def excerpt(words, chance):
    """Of one in five, 60 of 100 words that follow each other."""
    if chance.random() >= 0.2 or len(words) < 12:
        return words
    length = int(len(words) * 0.6)
    start = chance.randrange(len(words) - length)
    return words[start : start + length]


def changed(words, dropped, replaced, chance, replacements):
    kept = []
    for word in words:
        fate = chance.random()
        if fate >= dropped:
            kept.append(chance.choice(replacements) if fate < dropped + replaced else word)
    return kept or words


def swapped(words, chance):
    """Of three in ten, two neighbours have changed places."""
    if len(words) > LEAST_WORDS and chance.random() < 0.3:
        at = chance.randrange(len(words) - 1)
        words[at], words[at + 1] = words[at + 1], words[at]
    return words
