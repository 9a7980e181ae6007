"""A curator who prints quotes, moves outlets and changes what articles rely on, without a pause.

`python -m` this module, with a number to start the chances from; several may run at once.
"""

import random
import sys

import django

django.setup()

from quotesdb import curation  # noqa: E402
from quotesdb.models import Article, Hop, Outlet, Quote, Reliance  # noqa: E402
from tests import factory  # noqa: E402

TIMES = 40
ARTICLES = 5
"""Each may rely on those before it, so that what the first does reaches all."""


def prepare():
    for name in ("Harbour Post", "Northern Wire"):
        factory.make_outlet(name)
    for number in range(ARTICLES):
        factory.make_article(key=f"a{number}")
    for number in range(3):
        factory.make_quote(key=f"q{number}")


def rely(chance):
    """The first articles lean on an outlet, the later ones on those before them."""
    number = chance.randrange(ARTICLES)
    article = Article.objects.get(key=f"a{number}")
    if number == 0 or chance.random() < 0.3:
        on = [Reliance(outlet=chance.choice(Outlet.objects.order_by("pk")))]
    else:
        on = [Reliance(source=Article.objects.get(key=f"a{number - 1}"))]
    curation.keep_article(article, relies_on=chance.choice([on, on, []]), by=None)


def move(chance):
    article = chance.choice(Article.objects.order_by("pk"))
    article.outlet = chance.choice([None, *Outlet.objects.order_by("pk")])
    curation.keep_article(article, by=None)


def print_one(chance):
    hops = [Hop(speaker=chance.choice(Outlet.objects.order_by("pk")).speaker)]
    factory.make_appearance(
        chance.choice(Quote.objects.order_by("pk")),
        chance.choice(Article.objects.order_by("pk")),
        chain=chance.choice([hops, []]),
    )


def main(number):
    chance = random.Random(number)
    for _ in range(TIMES):
        chance.choice([rely, rely, move, print_one])(chance)


if __name__ == "__main__":
    prepare() if sys.argv[1] == "prepare" else main(int(sys.argv[1]))
