"""All that is made for a number of quotes: who there is, what is published, what is said."""

from functools import cached_property, lru_cache
from random import Random

from tests.benchmarks.many_quotes import days, people
from tests.benchmarks.many_quotes.chance import SEED, Zipf, source
from tests.benchmarks.many_quotes.records import Article, Outlet, Speaker
from tests.benchmarks.many_quotes.wording import Speech, written

ARTICLES = 4
OUTLETS = 200
QUOTES_A_SPEAKER = 20
QUOTES_AN_ARTICLE = 4
FEWEST = 10


class World:
    """Speakers and outlets are held, for they are few; articles are made when asked for."""

    def __init__(self, quotes: int, seed: int = SEED):
        self.quotes = quotes
        self.seed = seed
        self.speech = Speech(seed)
        self.articles = max(FEWEST, quotes // QUOTES_AN_ARTICLE)
        self._saying = Zipf(max(FEWEST, quotes // QUOTES_A_SPEAKER), 1.0)
        self._printing = Zipf(OUTLETS, 0.8)
        self.article = lru_cache(10_000)(self._article)

    @cached_property
    def outlets(self) -> list[Outlet]:
        return [people.outlet(number, self.seed) for number in range(1, OUTLETS + 1)]

    @cached_property
    def speakers(self) -> list[Speaker]:
        """The outlets among them, which come first: the number of one is its place and 1."""
        others = max(FEWEST, self.quotes // QUOTES_A_SPEAKER)
        numbers = range(OUTLETS + 1, OUTLETS + others + 1)
        return [
            *(outlet.speaker for outlet in self.outlets),
            *(people.speaker(number, self.seed) for number in numbers),
        ]

    def who_speaks(self, chance: Random) -> int:
        return OUTLETS + 1 + self._saying.draw(chance.random)

    def who_prints(self, chance: Random) -> int:
        return 1 + self._printing.draw(chance.random)

    def _article(self, number: int) -> Article:
        chance = source(ARTICLES, number, self.seed)
        outlet = self.who_prints(chance) if chance.random() < 0.95 else None
        on = days.day(days.published(number, self.articles))
        relies = chance.random()
        return Article(
            number=number,
            key=f"made-article-{number}",
            title=written(self.speech.zipf.draw_many(chance.random, 7)).rstrip("."),
            url=f"https://news{outlet or 0}.example.org/{on}/{number}",
            outlet=outlet,
            published_on=on if chance.random() < 0.96 else None,
            language="en",
            relies_on_outlet=self._other_outlet(chance, outlet) if relies < 0.08 else None,
            relies_on_article=(
                1 + int(chance.random() * (number - 1)) if relies > 0.98 and number > 1 else None
            ),
        )

    def _other_outlet(self, chance: Random, own: int | None) -> int | None:
        found = self.who_prints(chance)
        return found if found != own else None
