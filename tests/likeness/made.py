"""Quotes of made-up words for tests of the look-up, and an index of them."""

import random

from quotesdb import likeness
from quotesdb.models import Quote
from quotesdb.printed_words import words_of

LISTED = """
ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu
the of and to a in that is it for was on with as be at by this have from
"""
SYLLABLES, FREQUENT = (line.split() for line in LISTED.strip().splitlines())


def words(chance, many):
    """Half of them frequent, as in any text."""
    rare = ["".join(chance.choices(SYLLABLES, k=3)) for _ in range(many)]
    return [chance.choice(FREQUENT) if chance.random() < 0.5 else word for word in rare]


def make_quotes(many, *, least=8, most=30):
    """New quotes, written without an act and not yet posted. Gives their numbers."""
    chance = random.Random(many)
    made = Quote.objects.bulk_create(
        Quote(key=f"made-{many}-{at}", text=" ".join(words(chance, chance.randint(least, most))))
        for at in range(many)
    )
    return [quote.pk for quote in made]


def renew(quotes):
    return likeness.renew(words_of(quotes))
