"""One quote with all its appearances and their chains."""

from datetime import date
from functools import partial
from random import Random

from quotesdb.vocabulary import Certainty, Form, Relation
from tests.benchmarks.many_quotes import days
from tests.benchmarks.many_quotes.chance import Shares, source
from tests.benchmarks.many_quotes.records import Appearance, Hop, Quote, Segment
from tests.benchmarks.many_quotes.vocabulary import vocabulary
from tests.benchmarks.many_quotes.wording import LANGUAGES, Words, written
from tests.benchmarks.many_quotes.world import OUTLETS, World

SAYING = 5
MOST_PRINTINGS = 400

STATUSES = Shares(
    {
        "unverified": 0.55,
        "verified": 0.25,
        "secondary_only": 0.08,
        "disputed": 0.05,
        "misattributed": 0.04,
        "fabricated": 0.02,
        "retracted": 0.01,
    }
)
FORMS = Shares({Form.DIRECT: 0.7, Form.INDIRECT: 0.15, Form.MIXED: 0.15})
HOPS = Shares({0: 0.02, 1: 0.18, 2: 0.3, 3: 0.28, 4: 0.22})
CUES = ("said", "told", "according to", "wrote", "added", "")
OCCASIONS = ("", "", "", "a speech in parliament", "an interview", "a press conference")
MEDIA = Shares({"": 0.7, "interview": 0.1, "speech": 0.08, "post": 0.07, "statement": 0.05})
ONWARD = (Relation.REPORTED, Relation.QUOTED, Relation.REPUBLISHED, Relation.TRANSLATED)


def quote(world: World, number: int) -> Quote:
    chance = source(SAYING, number, world.seed)
    language, words = world.speech.said(number)
    on = days.drawn(chance.random())
    said_from, said_until = _when(on, chance)
    made = Quote(
        number=number,
        key=f"made-{number}",
        text=written(words),
        language=language,
        speaker=world.who_speaks(chance) if chance.random() < 0.95 else None,
        said_from=said_from,
        said_until=said_until,
        occasion=OCCASIONS[int(chance.random() * len(OCCASIONS))],
        attribution_status=STATUSES.draw(chance.random),
    )
    printed = partial(_printed, world, made, words, on, chance)
    made.appearances = [printed(place) for place in range(1, _printings(chance) + 1)]
    return made


def _when(on: int, chance: Random) -> tuple[date | None, date | None]:
    """Mostly a day, else a time of some weeks, else unknown; rarely only its end is known."""
    precise = chance.random()
    if precise < 0.7:
        return days.day(on), days.day(on)
    if precise < 0.85:
        return days.day(on), days.day(on + 2 + int(chance.random() * 60))
    return None, days.day(on) if precise < 0.87 else None


def _printings(chance: Random) -> int:
    """1.5 in the mean; one quote in so many is printed by everybody."""
    more = 0.25 / max(chance.random(), 1e-9) ** 0.5
    return min(MOST_PRINTINGS, 1 + int(more) + (chance.random() < more % 1))


def _printed(
    world: World, made: Quote, words: Words, on: int, chance: Random, place: int
) -> Appearance:
    article = days.article_of(on + _later(chance), world.articles)
    if chance.random() < 0.4:
        words = world.speech.altered(words, chance, 0.04, 0.05, 0.1)
    form = FORMS.draw(chance.random)
    is_translation = chance.random() < 0.05
    return Appearance(
        number=place,
        key=f"{made.key}-{place}",
        article=article,
        segments=_segments(words, form, chance),
        language=LANGUAGES.draw(chance.random) if is_translation else made.language,
        form=form,
        cue=CUES[int(chance.random() * len(CUES))],
        is_translation=is_translation,
        chain=_chain(world, made.speaker, article, chance),
    )


def _later(chance: Random) -> float:
    """Days from saying to printing: mostly within two weeks, else any time."""
    days_after = chance.random() * 14
    return days_after if chance.random() < 0.85 else days_after + chance.random() * 2_000


def _segments(words: Words, form: Form, chance: Random) -> list[Segment]:
    """A fragment has six tenths of the words; one in five is broken off by the cue."""
    if form is Form.MIXED and len(words) >= 8:
        length = len(words) * 6 // 10
        start = int(chance.random() * (len(words) - length))
        words = words[start : start + length]
    if len(words) >= 8 and chance.random() < 0.2:
        cut = len(words) // 2
        return [_segment(words[:cut], chance), _segment(words[cut:], chance)]
    return [_segment(words, chance)]


def _segment(words: Words, chance: Random) -> Segment:
    return Segment(written(words), f"{_some(chance)} ", f" {_some(chance)}")


def _some(chance: Random) -> str:
    spelt = vocabulary()
    return " ".join(spelt[int(chance.random() * 4_000)] for _ in range(3))[:31].strip()


def _chain(world: World, speaker: int | None, article: int, chance: Random) -> list[Hop]:
    """First whoever said it, one in twenty times another; then mostly outlets."""
    length = HOPS.draw(chance.random)
    if not length:
        return []
    otherwise = speaker is None or chance.random() < 0.05
    origin = world.who_speaks(chance) if speaker is None or otherwise else speaker
    chain = [_hop(world, origin, chance, Relation.SAID)]
    for _ in range(length - 1):
        heard = chance.random()
        if heard < 0.15:
            chain.append(_hop(world, world.who_speaks(chance), chance, Relation.CONVEYED))
        elif heard < 0.45 and (own := world.article(article).outlet):
            chain.append(_hop(world, own, chance, Relation.REPORTED))
        else:
            relation = ONWARD[int(chance.random() * len(ONWARD))]
            chain.append(_hop(world, world.who_prints(chance), chance, relation))
    return chain


def _hop(world: World, speaker: int, chance: Random, relation: Relation) -> Hop:
    name = world.speakers[speaker - 1].name
    return Hop(
        speaker=speaker,
        attributed_as=name if chance.random() < 0.5 else "",
        relation=relation,
        medium=MEDIA.draw(chance.random) if speaker > OUTLETS else "",
        certainty=Certainty.INFERRED if chance.random() < 0.15 else Certainty.STATED,
        evidence=f"{name} {_some(chance)}" if chance.random() < 0.5 else "",
    )
