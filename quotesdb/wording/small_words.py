"""English words that say little about which quote they stand in."""

WORDS = """
'd 's 1 a about after again all also am an and any are as at be because been before being but by
can could did do does doing done down each even ever every for from get go going got had has have
having he her here herself him himself his how i if in into is it its itself just know let like
made make many may me might more most much must my myself no nor not now of off on one only or
other our ourselves out over own people put really said say says see shall she should so some such
than that the their them themselves then there these they thing things think this those though to
too under until up upon us very want was way we well were what when where which while who whom
whose why will with without would yes you your yours yourself
"""
SMALL_WORDS = frozenset(WORDS.split())

SMALL = 0.25


def weight(key: str) -> float:
    """How much a shared word says: a small word a quarter of any other."""
    return SMALL if key in SMALL_WORDS else 1.0
