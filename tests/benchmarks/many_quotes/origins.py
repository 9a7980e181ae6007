"""How many sources a made quote has: by the very rules that count them in what is stored."""

from collections.abc import Iterator

from quotesdb.provenance import facts
from quotesdb.provenance.facts import Agent, Facts
from quotesdb.provenance.origins import counts
from quotesdb.vocabulary import SpeakerKind
from tests.benchmarks.many_quotes.records import Article, Hop, Quote
from tests.benchmarks.many_quotes.world import World


def origins_of(world: World, quote: Quote, frequent: frozenset[str]) -> tuple[int, int]:
    """Declared and inferred. `frequent`: the words that tell nothing in the quote's language."""
    if len(quote.appearances) < 2:
        return len(quote.appearances), len(quote.appearances)
    return counts(facts_of(world, quote, frequent))


def facts_of(world: World, quote: Quote, frequent: frozenset[str]) -> Facts:
    """What `quotesdb.facts` would find of it once it is stored, but the ids of its appearances."""
    return Facts(
        appearances=tuple(
            facts.Appearance(
                it.number,
                world.article(it.article).key,
                tuple(_hop(world, hop) for hop in it.chain),
                it.form,
                it.wording,
                it.language,
                it.is_translation,
            )
            for it in quote.appearances
        ),
        articles=_behind(world, quote),
        reference=quote.text,
        language=quote.language,
        frequent=frequent,
    )


def _hop(world: World, hop: Hop) -> facts.Hop:
    return facts.Hop(_agent(world, hop.speaker), hop.relation, hop.certainty)


def _agent(world: World, number: int) -> Agent:
    speaker = world.speakers[number - 1]
    return Agent(speaker.slug, speaker.name, SpeakerKind(speaker.kind))


def _behind(world: World, quote: Quote) -> dict[str, facts.Article]:
    """The articles that print it, and all that these rely on, however far."""
    found: dict[str, facts.Article] = {}
    waiting: list[int | None] = [it.article for it in quote.appearances]
    while waiting:
        number = waiting.pop()
        if number is not None and (article := world.article(number)).key not in found:
            found[article.key] = _article(world, article)
            waiting.append(article.relies_on_article)
    return found


def _article(world: World, article: Article) -> facts.Article:
    outlet = _agent(world, article.outlet) if article.outlet else None
    relies_on = tuple(_reliances(world, article))
    return facts.Article(article.key, article.title, outlet, article.published_on, relies_on)


def _reliances(world: World, article: Article) -> Iterator[facts.Reliance]:
    if article.relies_on_outlet:
        yield facts.Reliance(outlet=_agent(world, article.relies_on_outlet))
    if article.relies_on_article:
        yield facts.Reliance(article=world.article(article.relies_on_article).key)
