"""Example data: papers by the sea, and how their reports hang together."""

from random import Random

from quotesdb.provenance.facts import Agent, Appearance, Article, Facts, Hop, Reliance
from quotesdb.vocabulary import Certainty, Form, Relation, SpeakerKind

REFERENCE = "The harbour will close on Friday and stay closed until the spring."
INFERRED = Certainty.INFERRED


def outlet(name):
    return Agent(name.lower().replace(" ", "-"), name, SpeakerKind.OUTLET)


def person(name, kind=SpeakerKind.PERSON):
    return Agent(name.lower().replace(" ", "-"), name, kind)


POST, HERALD, WIRE = outlet("Harbour Post"), outlet("Inland Herald"), outlet("Northern Wire")
MAYOR = person("mayor")
OFFICIAL = person("harbour official", SpeakerKind.ANONYMOUS)


def chain(*agents, certainty=Certainty.STATED):
    return tuple(
        Hop(it, Relation.REPORTED if it.is_outlet else Relation.TOLD, certainty) for it in agents
    )


def article(key, of=None, *relies_on, **more):
    entries = (it if isinstance(it, Reliance) else relying(it) for it in relies_on)
    return Article(key, outlet=of, relies_on=tuple(entries), **more)


def relying(source, certainty=Certainty.STATED):
    if isinstance(source, Agent):
        return Reliance(outlet=source, certainty=certainty)
    return Reliance(article=source, certainty=certainty)


def facts(*printed, also_held=(), reference=REFERENCE, **more):
    """Pairs of an article and the chain of its one appearance, which are numbered from 1."""
    appearances = tuple(
        Appearance(number, printing.key, hops, words=reference, language="en")
        for number, (printing, hops) in enumerate(printed, start=1)
    )
    articles = [printing for printing, _ in printed] + list(also_held)
    held = {it.key: it for it in articles}
    return Facts(appearances, held, reference, "en", **more)


def a_quote_gone_round(number, seed=1):
    """So many appearances: wires, papers that follow papers, reliance, misquotation."""
    random = Random(seed)
    wires = [outlet(f"Wire {it}") for it in range(max(2, number // 50))]
    papers = [outlet(f"Paper {it}") for it in range(max(3, number // 3))]
    articles = {f"third-{it}": _third(it, random, wires) for it in range(number // 10)}
    appearances = []
    for at in range(number):
        key = f"article-{at}"
        of = random.choice(papers) if random.random() < 0.9 else None
        articles[key] = article(key, of, *_relied_on(at, random, wires))
        hops = (*chain(random.choice([MAYOR, OFFICIAL])), *_outlets(random, wires, papers))
        appearances.append(_appearance(at + 1, key, hops, random))
    return Facts(tuple(appearances), articles, REFERENCE, "en")


def _third(number, random, wires):
    further = [f"third-{number - 1}"] if number and random.random() < 0.5 else []
    return article(f"third-{number}", random.choice(wires), *further)


def _relied_on(at, random, wires):
    if at and random.random() < 0.2:
        yield f"article-{random.randrange(at)}"
    if random.random() < 0.2:
        yield relying(random.choice(wires), random.choice(list(Certainty)))
    if at >= 10 and random.random() < 0.1:
        yield f"third-{random.randrange(at // 10)}"


def _outlets(random, wires, papers):
    if random.random() < 0.6:
        yield Hop(random.choice(wires), Relation.REPORTED, random.choice(list(Certainty)))
    if random.random() < 0.3:
        yield Hop(random.choice(papers), Relation.QUOTED)


def _appearance(number, key, hops, random):
    words = REFERENCE.split()
    if random.random() < 0.3:
        words[random.randrange(len(words))] = f"slip{random.randrange(200)}"
    form = random.choice([Form.DIRECT, Form.DIRECT, Form.INDIRECT])
    return Appearance(number, key, hops, form, " ".join(words), "en")
