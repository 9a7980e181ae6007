"""The terms of the PROV-O documents, and how they say who says so.

A relation has two forms in PROV-O. The short one, such as `wasAttributedTo`, is used only for what
an article states, and for the speaker of a quote that nobody doubts. The qualified one stands
beside it, or alone where a curator concluded it: its `label` is "stated" or "inferred", its
`source` the article, or its `creator` the curators.
"""

from dataclasses import dataclass
from typing import Any

Node = dict[str, Any]

PREFIXES = {
    "prov": "http://www.w3.org/ns/prov#",
    "dcterms": "http://purl.org/dc/terms/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
CLASSES = (
    "Activity",
    "Agent",
    "Attribution",
    "Derivation",
    "Entity",
    "Organization",
    "Person",
    "PrimarySource",
    "Quotation",
    "Role",
)
LINKS = (
    "agent",
    "alternateOf",
    "entity",
    "hadPrimarySource",
    "hadRole",
    "qualifiedAttribution",
    "qualifiedDerivation",
    "qualifiedPrimarySource",
    "qualifiedQuotation",
    "wasAttributedTo",
    "wasDerivedFrom",
    "wasGeneratedBy",
    "wasQuotedFrom",
)
CONTEXT: Node = {
    **PREFIXES,
    "id": "@id",
    "type": "@type",
    **{name: f"prov:{name}" for name in (*CLASSES, "value")},
    **{name: {"@id": f"prov:{name}", "@type": "@id"} for name in LINKS},
    **{name: f"dcterms:{name}" for name in ("description", "identifier", "language", "title")},
    **{name: {"@id": f"dcterms:{name}", "@type": "@id"} for name in ("creator", "source")},
    "issued": {"@id": "dcterms:issued", "@type": "xsd:date"},
    "said": "dcterms:created",
    "comment": "rdfs:comment",
    "label": "rdfs:label",
    "seeAlso": {"@id": "rdfs:seeAlso", "@type": "@id"},
    "sameAs": {"@id": "owl:sameAs", "@type": "@id"},
}


@dataclass(frozen=True, slots=True)
class Influence:
    """A kind of relation: its class, its two properties, and which property names the other end."""

    type: str
    short: str
    qualified: str
    end: str = "entity"


ATTRIBUTION = Influence("Attribution", "wasAttributedTo", "qualifiedAttribution", "agent")
DERIVATION = Influence("Derivation", "wasDerivedFrom", "qualifiedDerivation")
QUOTATION = Influence("Quotation", "wasQuotedFrom", "qualifiedQuotation")
PRIMARY_SOURCE = Influence("PrimarySource", "hadPrimarySource", "qualifiedPrimarySource")


def relate(node: Node, how: Influence, other: str, said: Node, *, plainly: bool) -> None:
    """Add a relation to a node: qualified by `said`; in short too, where it may be said plainly."""
    qualified = {"type": how.type, how.end: other} | said
    node.setdefault(how.qualified, []).append(qualified)
    if plainly:
        node.setdefault(how.short, []).append(other)
