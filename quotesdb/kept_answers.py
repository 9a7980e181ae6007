"""Answers about the origins of quotes that are printed often, kept ready for whoever asks.

The more often a quote is printed, the longer it takes to find its origins, and the more often
somebody asks. Of other quotes the answer is found when it is asked for.
"""

import zlib
from collections.abc import Iterable, Mapping

import orjson

from quotesdb.models import KeptAnswer
from quotesdb.provenance.documents import Document, graph_document, origins_document
from quotesdb.provenance.facts import Facts
from quotesdb.provenance.network import graph
from quotesdb.provenance.origins import origins

OFTEN = 100
"""Printings from which on the answers are kept."""

QUICK = 1
"""The level of compression: a tenth of the size at little cost."""

Answers = tuple[bytes, bytes]
"""About origins, and the graph."""

STALE = "of its kept answers, some were out of date"


def origins_of(quote: int) -> bytes | None:
    """The answer about a quote's origins as JSON, if it is kept."""
    return _kept(quote, "origins")


def graph_of(quote: int) -> bytes | None:
    """The answer about a quote's graph as JSON, if it is kept."""
    return _kept(quote, "graph")


def _kept(quote: int, which: str) -> bytes | None:
    kept = KeptAnswer.objects.filter(quote=quote).order_by().values_list(which, flat=True).first()
    return None if kept is None else zlib.decompress(kept)


def renew(facts: Mapping[int, Facts]) -> dict[int, str]:
    """Keep the right answers about these quotes.

    Gives, for each quote of which something else was kept, a sentence about that.
    """
    right = _right(facts)
    wrong = list(stale(facts, right))
    KeptAnswer.objects.filter(quote__in=wrong).delete()
    KeptAnswer.objects.bulk_create(
        KeptAnswer(quote_id=quote, origins=right[quote][0], graph=right[quote][1])
        for quote in wrong
        if quote in right
    )
    return dict.fromkeys(wrong, STALE)


def stale(facts: Mapping[int, Facts], right: Mapping[int, Answers] | None = None) -> dict[int, str]:
    """What `renew` would say of these quotes; nothing is written."""
    rows = KeptAnswer.objects.filter(quote__in=list(facts)).values_list("quote", "origins", "graph")
    held = {quote: (bytes(of_origins), bytes(of_graph)) for quote, of_origins, of_graph in rows}
    right = _right(facts) if right is None else right
    return {quote: STALE for quote in facts if held.get(quote) != right.get(quote)}


def _right(facts: Mapping[int, Facts]) -> dict[int, Answers]:
    return {
        quote: (_packed(origins_document(origins(it))), _packed(graph_document(graph(it))))
        for quote, it in facts.items()
        if len(it.appearances) >= OFTEN
    }


def _packed(document: Document) -> bytes:
    return zlib.compress(orjson.dumps(document), QUICK)


def quotes_naming(names: Iterable[str]) -> set[int]:
    """The quotes of which a kept answer has one of these names in it."""
    written = [orjson.dumps(name)[1:-1] for name in names]
    if not written:
        return set()
    rows = KeptAnswer.objects.order_by().values_list("quote", "origins", "graph")
    return {
        quote
        for quote, *documents in rows.iterator(chunk_size=100)
        if any(name in zlib.decompress(one) for one in documents for name in written)
    }
