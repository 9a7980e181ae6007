"""English words that say little about which quote they stand in."""

SMALL_WORDS_LISTED = """
'd 's 1 a about after again against all also am an and another any are as at be because been
before being between both but by can could did do does doing don done down during each else even
ever every for from get go going got had has have having he her here herself hey him himself his
how i if in into is it its itself just know let like ll made make many may me might more most much
must my myself no nor not now of off oh ok on one only or other our ourselves out over own people
put re really said say says see shall she should since so some still such than that the their them
themselves then there these they thing things think this those though through to too under until
up upon us ve very want was way we well were what when where which while who whom whose why will
with without would yeah yes yet you your yours yourself
"""
SMALL_WORDS = frozenset(SMALL_WORDS_LISTED.split())
SMALL = 0.25


def weight(key: str) -> float:
    """How much a shared word says: a small word, or a single letter, a quarter of any other."""
    return SMALL if len(key) < 2 or key in SMALL_WORDS else 1.0
