"""The words that quotes are made of: small words of English, and many that are made up."""

from functools import cache
from random import Random

from tests.benchmarks.many_quotes.chance import SEED

SIZE = 60_000

ENGLISH = """
    the of and to a in that is it for was on with as be at by this have from or had not are but
    his they we you he she which an were their has would there what will all if can more when who
    been one no so do about up out them into than its only could some other my me our your him her
    these may then any now over also after before because through where most should just
"""
SMALL = ENGLISH.split()

STARTS = "b br c ch cl cr d dr f fl fr g gl gr h j k l m n p pl pr qu r s sh sl sp st t th tr v w"
MIDDLES = "a e i o u ai au ea ee ia io oa oo ou"
ENDS = "b ck d g l ll lt m mp n nd ng nt p r rd rk rn s sk st t th x"
INFLECTIONS = ("s", "ed", "ing", "er", "ly", "ness", "ment")


@cache
def vocabulary() -> list[str]:
    """The words, most frequent first, each once."""
    random = Random(SEED)
    words = dict.fromkeys(SMALL)
    while len(words) < SIZE:
        stem = _stem(random, 1 if len(words) < 400 else random.choice((1, 2, 2, 3)))
        words.setdefault(stem)
        if random.random() < 0.3:
            words.setdefault(stem + random.choice(INFLECTIONS))
    return list(words)[:SIZE]


def _stem(random: Random, syllables: int) -> str:
    starts, middles, ends = STARTS.split(), MIDDLES.split(), ENDS.split()
    sounds = [random.choice(starts) + random.choice(middles) for _ in range(syllables)]
    return "".join(sounds) + random.choice(ends)
