"""How many sources is that really; how did the words change; who had them from whom."""

import orjson

from quotesdb import kept_answers
from quotesdb.facts import facts_of, segments_of
from quotesdb.provenance.documents import (
    drift_document,
    graph_document,
    network_of,
    origins_document,
)
from quotesdb.provenance.drift import drift
from quotesdb.provenance.network import Network, graph
from quotesdb.provenance.origins import origins
from quotesdb.provenance.rules import ALL, Rule


def origins_of(quote: int, without: frozenset[Rule] = frozenset()) -> dict | bytes:
    """The answer of `origins/`; `without` are the inferring rules that are switched off."""
    if not without and (kept := kept_answers.origins_of(quote)):
        return kept
    return origins_document(origins(facts_of(quote), ALL - without))


class Graph:
    """The answer of `graph/`, for writing it down or drawing it."""

    def __init__(self, quote: int):
        self.quote = quote
        self.kept = kept_answers.graph_of(quote)

    def document(self) -> dict | bytes:
        return self.kept or graph_document(self.network())

    def network(self) -> Network:
        return network_of(orjson.loads(self.kept)) if self.kept else graph(facts_of(self.quote))


def wordings_of(quote: int) -> dict:
    """The answer of `wordings/`: all printings, nearest to the origin first."""
    facts = facts_of(quote)
    return drift_document(drift(facts, segments_of(one.id for one in facts.appearances)))
