"""The facts of one quote as the records that an importer would bring."""

from random import Random

from quotesdb.records import (
    AppearanceRecord,
    ArticleRecord,
    HopRecord,
    OutletRecord,
    QuoteRecord,
    RelianceRecord,
    SegmentRecord,
    SpeakerRecord,
)

WORDS = """
    harbour winter ferry council letter engineer storm beacon school island county contract bridge
    market winter fishing boats weather budget meeting spring answer parents outer wall
"""


def records_of(facts):
    yield from _agents(facts)
    for article in facts.articles.values():
        yield ArticleRecord(
            article.key,
            article.title,
            outlet=article.outlet.key if article.outlet else None,
            relies_on=tuple(_reliances(article)),
        )
    yield QuoteRecord("the-quote", facts.reference, facts.language)
    for one in facts.appearances:
        yield AppearanceRecord(
            f"appearance-{one.id}",
            "the-quote",
            one.article,
            one.form,
            (SegmentRecord(one.words),),
            language=one.language,
            chain=tuple(
                HopRecord(hop.speaker.key, relation=hop.relation, certainty=hop.certainty)
                for hop in one.chain
            ),
        )


def _agents(facts):
    named = [hop.speaker for one in facts.appearances for hop in one.chain]
    for article in facts.articles.values():
        named += [article.outlet, *(it.outlet for it in article.relies_on)]
    for agent in dict.fromkeys(agent for agent in named if agent):
        if agent.is_outlet:
            yield OutletRecord(agent.key, agent.name)
        else:
            yield SpeakerRecord(agent.key, agent.name, agent.kind)


def _reliances(article):
    """Each once: the database takes no second one on the same thing."""
    for it in {(it.outlet, it.article): it for it in article.relies_on}.values():
        yield RelianceRecord(
            it.outlet.key if it.outlet else None, it.article, it.kind, it.certainty
        )


def text_of(key):
    """A report of some 120 words; of ten articles, one copies from another."""
    random = Random(key)
    if random.random() < 0.1:
        random = Random(f"copied {random.randrange(20)}")
    words = WORDS.split()
    return " ".join(random.choice(words) for _ in range(120))
