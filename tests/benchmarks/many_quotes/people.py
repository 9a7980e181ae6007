"""Speakers and outlets, each known by its place: outlets first, then everybody else."""

from tests.benchmarks.many_quotes.chance import Shares, source
from tests.benchmarks.many_quotes.records import Outlet, Speaker
from tests.benchmarks.many_quotes.vocabulary import SMALL, vocabulary

SPEAKERS, OUTLETS = 2, 3
KINDS = Shares({"person": 0.78, "group": 0.08, "organization": 0.09, "anonymous": 0.05})
PUBLISHING = Shares(
    {
        "newspaper": 0.5,
        "website": 0.2,
        "broadcaster": 0.1,
        "magazine": 0.1,
        "wire": 0.05,
        "aggregator": 0.05,
    }
)
COUNTRIES = ("US", "GB", "FR", "DE", "IN", "TR", "BR", "NG")
GIVEN_NAMES = 400


def outlet(number: int, seed: int) -> Outlet:
    """The outlet of this number; so is numbered the speaker that it is."""
    chance = source(OUTLETS, number, seed)
    name = f"The {_word(chance)} {_word(chance)}"
    slug = f"{name.lower().replace(' ', '-')}-{number}"
    return Outlet(
        Speaker(number, slug, name, "outlet", ""),
        PUBLISHING.draw(chance.random),
        f"news{number}.example.org",
        COUNTRIES[number % len(COUNTRIES)],
        "en",
    )


def speaker(number: int, seed: int) -> Speaker:
    """The speaker of this number. Given names are few, so that there are namesakes."""
    chance = source(SPEAKERS, number, seed)
    kind = KINDS.draw(chance.random)
    given, family = _word(chance, GIVEN_NAMES), _word(chance)
    match kind:
        case "person":
            name = f"{given} {family}"
        case "anonymous":
            name = f"senior {family} official"
        case _:
            name = f"{family} {given} {kind.capitalize()}"
    slug = f"{name.lower().replace(' ', '-')}-{number}"
    known = kind in ("person", "organization") and chance.random() < 0.7
    return Speaker(number, slug, name, kind, f"Q{number * 13}" if known else "")


def _word(chance, among: int = 0) -> str:
    words = vocabulary()
    place = len(SMALL) + int(chance.random() * (among or len(words) - len(SMALL)))
    return words[place].capitalize()
