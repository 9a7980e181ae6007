"""The network in Graphviz' DOT language."""

from quotesdb.provenance.network import Edge, Network, Node

SHAPES = {"speaker": "ellipse", "outlet": "box", "article": "note"}


def dot(network: Network, title: str = "") -> str:
    """For `dot -Tsvg`, or whatever else reads DOT."""
    numbers = {node.id: f"n{number}" for number, node in enumerate(network.nodes)}
    lines = [
        "digraph quote {",
        "  rankdir=LR;",
        '  node [fontname="Helvetica", fontsize=11];',
        '  edge [fontname="Helvetica", fontsize=9];',
        *([f"  label={quoted(title)};"] if title else []),
        *(f"  {numbers[node.id]} {_attributes(_of_node(node))};" for node in network.nodes),
        *(
            f"  {numbers[edge.source]} -> {numbers[edge.target]} {_attributes(_of_edge(edge))};"
            for edge in network.edges
        ),
        "}",
    ]
    return "\n".join(lines) + "\n"


def quoted(text: str) -> str:
    """A string of DOT: marks and backslashes escaped, line breaks as spaces, no control signs."""
    plain = "".join(it if it.isprintable() else " " for it in text)
    return '"' + plain.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _attributes(named: dict[str, str]) -> str:
    return "[" + ", ".join(f"{name}={quoted(value)}" for name, value in named.items()) + "]"


def _of_node(node: Node) -> dict[str, str]:
    found = {"label": node.label, "shape": SHAPES[node.type]}
    if node.detail:
        found["label"] = f"{node.label} ({node.detail})"
    if node.kind == "anonymous":
        found["style"] = "dashed"
    if node.origin:
        found |= {"color": "#0a7a4b", "penwidth": "3", "xlabel": "origin"}
    return found


def _of_edge(edge: Edge) -> dict[str, str]:
    found = {"label": edge.relation.replace("_", " ")}
    if edge.certainty == "inferred":
        found["style"] = "dashed"
    if edge.loop:
        found |= {"color": "#c62828", "fontcolor": "#c62828"}
    return found
