"""The answers as plain dictionaries and lists, ready for JSON, in the shapes the API promises."""

from typing import Any

from quotesdb.provenance.drift import Drift, Drifted
from quotesdb.provenance.network import Edge, Network, Node
from quotesdb.provenance.origins import Group, Grouping, Joining, Origins
from quotesdb.wording import Alert, Operation

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


def network_of(document: Document) -> Network:
    """The network that such a document tells of."""
    return Network(
        tuple(
            Node(**it | {"kind": it["kind"] or "", "detail": it["detail"] or ""})
            for it in document["nodes"]
        ),
        tuple(_edge_of(**it) for it in document["edges"]),
    )


def _edge_of(to: str, appearances: list[int], **told: Any) -> Edge:
    return Edge(
        source=told["from"],
        target=to,
        relation=told["relation"],
        certainty=told["certainty"],
        appearances=tuple(appearances),
        loop=told["loop"],
    )


def _edge(edge: Edge) -> Document:
    return {
        "from": edge.source,
        "to": edge.target,
        "relation": edge.relation,
        "certainty": edge.certainty,
        "appearances": list(edge.appearances),
        "loop": edge.loop,
    }


def drift_document(answer: Drift) -> Document:
    return {
        "reference": answer.reference,
        "wordings": [_drifted(one) for one in answer.wordings],
        "alerts": [_alert(found) for found in answer.alerts],
    }


def _drifted(one: Drifted) -> Document:
    return {
        "appearance": one.appearance.id,
        "article": one.appearance.article,
        "wording": one.appearance.words,
        "form": str(one.appearance.form),
        "class": str(one.comparison.kind),
        "similarity": round(one.comparison.similarity, 3),
        "operations": [operation_document(step) for step in one.comparison.operations],
    }


def operation_document(step: Operation) -> Document:
    return {
        "op": str(step.op),
        "from": step.from_text,
        "to": step.to_text,
        "marked_by_reporter": step.marked,
    }


def _alert(found: Alert) -> Document:
    return {
        "sentence": found.sentence,
        "a": [int(key) for key in found.one],
        "b": [int(key) for key in found.other],
        "differences": [{"from": it.from_text, "to": it.to_text} for it in found.differences],
    }
