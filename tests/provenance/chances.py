"""Any facts at all, from so few names that they meet often: for Hypothesis."""

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from quotesdb.provenance.facts import Appearance, Article, Facts, Hop, Reliance, SharedText
from quotesdb.provenance.rules import ALL
from quotesdb.vocabulary import Certainty, Form, RelianceKind
from tests.provenance.example import MAYOR, OFFICIAL, REFERENCE, outlet

OUTLETS = [outlet(name) for name in "ABCDE"]
KEYS = [f"article-{number}" for number in range(8)]
WORDINGS = [
    REFERENCE,
    REFERENCE.replace("spring", "summer"),
    REFERENCE.replace("Friday", "Monday"),
    "shut down",
    "",
]

keys = st.sampled_from(KEYS)
certainties = st.sampled_from(Certainty)
outlets = st.sampled_from(OUTLETS)

hops = st.builds(
    Hop,
    st.one_of(outlets, st.sampled_from([MAYOR, OFFICIAL])),
    certainty=certainties,
    article=st.one_of(st.none(), st.none(), keys),
)
kinds = st.sampled_from(RelianceKind)
reliances = st.one_of(
    st.builds(Reliance, outlet=outlets, kind=kinds, certainty=certainties),
    st.builds(Reliance, article=keys, kind=kinds, certainty=certainties),
)


def articles(key):
    days = st.one_of(st.none(), st.dates(date(2024, 3, 1), date(2024, 3, 5)))
    relied_on = st.lists(reliances, max_size=3).map(tuple)
    return st.builds(Article, st.just(key), st.just(""), st.none() | outlets, days, relied_on)


appearances = st.lists(
    st.builds(
        Appearance,
        st.just(0),
        keys,
        st.lists(hops, max_size=4).map(tuple),
        st.sampled_from(Form),
        st.sampled_from(WORDINGS),
        st.sampled_from(["en", "und", "fr"]),
        st.booleans(),
    ),
    max_size=12,
).map(lambda found: tuple(replace(it, id=at * 3 + 5) for at, it in enumerate(found)))

shared = st.builds(SharedText, keys, keys, st.floats(0.3, 1), st.just("a sample of the text"))

any_facts = st.builds(
    Facts,
    appearances,
    st.tuples(*map(articles, KEYS)).map(lambda held: {it.key: it for it in held}),
    st.just(REFERENCE),
    st.just("en"),
    st.lists(shared, max_size=2).map(tuple),
)
any_rules = st.sets(st.sampled_from(sorted(ALL)))
