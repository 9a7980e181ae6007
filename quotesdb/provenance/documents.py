"""The answers as plain dictionaries and lists, ready for JSON, in the shapes the API promises."""

from typing import Any

from quotesdb.provenance.network import Edge, Network, Node
from quotesdb.provenance.origins import Group, Grouping, Joining, Origins

Document = dict[str, Any]


def origins_document(answer: Origins) -> Document:
    return {
        "declared": _grouping(answer.declared),
        "inferred": _grouping(answer.inferred),
        "warnings": [
            {
                "kind": str(it.kind),
                "sentence": it.sentence,
                "appearances": list(it.appearances),
            }
            for it in answer.warnings
        ],
    }


def _grouping(grouping: Grouping) -> Document:
    return {"count": grouping.count, "groups": [_group(group) for group in grouping.groups]}


def _group(group: Group) -> Document:
    origin = group.origin
    return {
        "origin": {"type": origin.type, "key": origin.key, "name": origin.name},
        "appearances": list(group.appearances),
        "joined_because": [_joining(joining) for joining in group.joined_because],
    }


def _joining(joining: Joining) -> Document:
    return {
        "rule": str(joining.rule),
        "sentence": joining.sentence,
        "a": joining.a,
        "b": joining.b,
        "evidence": dict(joining.evidence),
    }


def graph_document(network: Network) -> Document:
    return {
        "nodes": [_node(node) for node in network.nodes],
        "edges": [_edge(edge) for edge in network.edges],
    }


def _node(node: Node) -> Document:
    return {
        "id": node.id,
        "type": node.type,
        "label": node.label,
        "kind": node.kind or None,
        "detail": node.detail or None,
        "origin": node.origin,
        "loop": node.loop,
    }


def _edge(edge: Edge) -> Document:
    return {
        "from": edge.source,
        "to": edge.target,
        "relation": edge.relation,
        "certainty": edge.certainty,
        "appearances": list(edge.appearances),
        "loop": edge.loop,
    }
