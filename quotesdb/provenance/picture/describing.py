"""The picture in words, for those who hear it."""

from collections.abc import Sequence

from quotesdb.provenance.network import Network

MOST = 5
"""So many names are read out; nobody listens to sixty."""


def described(network: Network) -> str:
    """How many articles, which origins, whether there are loops and inferred steps."""
    carried = {it for edge in network.edges for it in edge.appearances}
    articles = sum(node.type == "article" for node in network.nodes)
    origins = [node.label for node in network.nodes if node.origin]
    said = [node.label for node in network.nodes if node.type == "speaker"]
    sentences = [_counted(articles, "article") + ", " + _counted(len(carried), "appearance") + "."]
    sentences += [f"Speakers: {_listed(said)}."] if said else []
    sentences += [f"Published first by: {_listed(origins)}."] if origins else []
    if any(edge.certainty == "inferred" for edge in network.edges):
        sentences.append("Some steps are inferred, not stated.")
    if any(edge.loop for edge in network.edges):
        sentences.append("Some reports name one another in a loop.")
    return " ".join(sentences)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _listed(names: Sequence[str]) -> str:
    more = [f"{len(names) - MOST} more"] if len(names) > MOST else []
    return ", ".join([*names[:MOST], *more])
