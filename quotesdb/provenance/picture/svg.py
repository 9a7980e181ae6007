"""The network as an SVG picture, readable in light and in dark, by eye and by ear."""

from collections import defaultdict
from collections.abc import Iterable

from quotesdb.provenance.network import Edge, Network, Node
from quotesdb.provenance.picture.arranging import Arrangement, arranged
from quotesdb.provenance.picture.arrows import arrow, relation_labels
from quotesdb.provenance.picture.colours import LIGHT, SCOPE, dark_style
from quotesdb.provenance.picture.describing import described
from quotesdb.provenance.picture.folding import folded
from quotesdb.provenance.picture.legend import legend
from quotesdb.provenance.picture.nodes import drawn_node
from quotesdb.provenance.picture.xml import element, number, text

FONT = "Helvetica, Arial, 'Liberation Sans', sans-serif"


def svg(network: Network, title: str = "The ways of a quote", name: str = SCOPE) -> str:
    """The picture. `name` tells apart what several on one page call by id.

    Needs no script, no other file and no font of its own.
    """
    shown = folded(network)
    arrangement = arranged(shown)
    explained, width, height = legend(shown, arrangement)
    return element(
        "svg",
        element("title", text(title), id=f"{name}-title"),
        element("desc", text(described(network)), id=f"{name}-desc"),
        element("style", dark_style()),
        element("rect", class_="paper", width="100%", height="100%", fill=LIGHT["paper"].fill),
        *_arrows(shown.edges, arrangement),
        *relation_labels(shown, arrangement),
        *_nodes(shown.nodes, arrangement),
        *explained,
        xmlns="http://www.w3.org/2000/svg",
        role="img",
        aria_labelledby=f"{name}-title",
        aria_describedby=f"{name}-desc",
        class_=SCOPE,
        viewBox=f"0 0 {number(width)} {number(height)}",
        width=width,
        height=height,
        font_family=FONT,
    )


def _arrows(edges: Iterable[Edge], arrangement: Arrangement) -> Iterable[str]:
    """One arrow for all edges between the same two; those of a loop last, on top."""
    between: dict[tuple[str, str], list[Edge]] = defaultdict(list)
    for edge in edges:
        between[edge.source, edge.target].append(edge)
    for ends, parallel in sorted(between.items(), key=lambda it: it[1][0].loop):
        yield arrow(parallel, arrangement.routes[ends])


def _nodes(nodes: Iterable[Node], arrangement: Arrangement) -> Iterable[str]:
    return (drawn_node(node, arrangement.placed[node.id]) for node in nodes)
