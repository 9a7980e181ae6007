"""What origins and the graph cost, from 10 appearances to 10,000: `python -m` this module."""

import gc
import sys
from time import process_time

from quotesdb.provenance.documents import graph_document, origins_document
from quotesdb.provenance.network import graph
from quotesdb.provenance.origins import counts, origins
from quotesdb.provenance.picture.svg import svg
from quotesdb.provenance.wordings import tokens
from tests.provenance.example import a_quote_gone_round

SIZES = (10, 30, 100, 300, 1_000, 3_000, 10_000)
TIMES = 5

QUESTIONS = {
    "counts": counts,
    "origins": lambda facts: origins_document(origins(facts)),
    "graph": lambda facts: graph_document(graph(facts)),
    "svg": lambda facts: svg(graph(facts)),
}


def cost(question, facts):
    """The least CPU time of several, in milliseconds, nothing remembered between them."""
    found = []
    for _ in range(TIMES):
        tokens.cache_clear()
        gc.collect()
        before = process_time()
        question(facts)
        found.append(process_time() - before)
    return min(found) * 1000


def main():
    sys.stdout.write("appearances" + "".join(f"{name:>12}" for name in QUESTIONS) + "   ms CPU\n")
    for size in SIZES:
        facts = a_quote_gone_round(size)
        costs = [cost(question, facts) for question in QUESTIONS.values()]
        sys.stdout.write(f"{size:>11,}" + "".join(f"{it:>12.2f}" for it in costs) + "\n")


if __name__ == "__main__":
    main()
