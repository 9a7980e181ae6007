"""The network as a Mermaid flowchart, as Markdown pages draw it."""

from quotesdb.provenance.network import Edge, Network, Node

SHAPES = {"speaker": ("([", "])"), "outlet": ("[", "]"), "article": ("[/", "/]")}

CLASSES = """\
  classDef anonymous stroke-dasharray:4 3
  classDef origin stroke:#0a7a4b,stroke-width:3px
"""


def mermaid(network: Network) -> str:
    """A flowchart from left to right; numbers stand for nodes, names only in labels."""
    numbers = {node.id: f"n{number}" for number, node in enumerate(network.nodes)}
    lines = ["flowchart LR"]
    lines += [f"  {numbers[node.id]}{_node(node)}" for node in network.nodes]
    lines += [
        f"  {numbers[edge.source]} {_arrow(edge)} {numbers[edge.target]}" for edge in network.edges
    ]
    loops = [str(at) for at, edge in enumerate(network.edges) if edge.loop]
    if loops:
        lines.append(f"  linkStyle {','.join(loops)} stroke:#c62828")
    return "\n".join(lines) + "\n" + CLASSES


def label(text: str) -> str:
    """Text between marks, with everything that Mermaid or HTML would read as a sign, as entities.

    Mermaid writes an entity as a number between `#` and `;`.
    """
    return "".join(
        it if it.isalnum() or it in " .,-'" else f"#{ord(it)};" if it.isprintable() else " "
        for it in text
    )


def _node(node: Node) -> str:
    opening, closing = SHAPES[node.type]
    named = f"{node.label} ({node.detail})" if node.detail else node.label
    mark = "origin: " if node.origin else ""
    style = ":::origin" if node.origin else ":::anonymous" if node.kind == "anonymous" else ""
    return f'{opening}"{label(mark + named)}"{closing}{style}'


def _arrow(edge: Edge) -> str:
    line = "-.->" if edge.certainty == "inferred" else "-->"
    return f'{line}|"{label(edge.relation.replace("_", " "))}"|'
