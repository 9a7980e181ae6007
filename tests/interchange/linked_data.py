"""Documents read as linked data by a JSON-LD processor, without asking any other host."""

from pyld import jsonld
from rdflib import RDF, Graph

from quotesdb.interchange import annotation, schema_org

IRI = {"@type": "@id"}
OA = "http://www.w3.org/ns/oa#"
AS = "http://www.w3.org/ns/activitystreams#"

# What the two published contexts say of the terms that may be used here.
SCHEMA_ORG = {
    "@vocab": "https://schema.org/",
    **{name: {"@id": f"https://schema.org/{name}"} | IRI for name in ("url", "sameAs")},
}
ANNOTATION = {
    "id": "@id",
    "type": "@type",
    "AnnotationCollection": f"{AS}OrderedCollection",
    "AnnotationPage": f"{AS}OrderedCollectionPage",
    "Software": f"{AS}Application",
    **{
        name: f"{OA}{name}"
        for name in (
            "Annotation",
            "SpecificResource",
            "TextPositionSelector",
            "TextQuoteSelector",
            "TextualBody",
            "TimeState",
            "describing",
            "end",
            "exact",
            "identifying",
            "prefix",
            "start",
            "suffix",
        )
    },
    "body": {"@id": f"{OA}hasBody"} | IRI,
    "target": {"@id": f"{OA}hasTarget"} | IRI,
    "source": {"@id": f"{OA}hasSource"} | IRI,
    "selector": {"@id": f"{OA}hasSelector"} | IRI,
    "state": {"@id": f"{OA}hasState"} | IRI,
    "motivation": {"@id": f"{OA}motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": f"{OA}hasPurpose", "@type": "@vocab"},
    "sourceDate": f"{OA}sourceDate",
    "generator": {"@id": f"{AS}generator"} | IRI,
    "items": {"@id": f"{AS}items", "@container": "@list"} | IRI,
    "partOf": {"@id": f"{AS}partOf"} | IRI,
    "first": {"@id": f"{AS}first"} | IRI,
    "last": {"@id": f"{AS}last"} | IRI,
    "total": f"{AS}totalItems",
    "startIndex": f"{AS}startIndex",
    "label": "http://www.w3.org/2000/01/rdf-schema#label",
    "name": "http://xmlns.com/foaf/0.1/name",
    "value": f"{RDF}value",
    "format": "http://purl.org/dc/elements/1.1/format",
    "language": "http://purl.org/dc/elements/1.1/language",
}
CONTEXTS = {schema_org.CONTEXT: SCHEMA_ORG, annotation.CONTEXT: ANNOTATION}


def load(address, options):
    """Raises KeyError for any address but those of the two contexts."""
    return {
        "contentType": "application/ld+json",
        "contextUrl": None,
        "documentUrl": address,
        "document": {"@context": CONTEXTS[address]},
    }


def graph_of(document) -> Graph:
    quads = jsonld.to_rdf(document, {"documentLoader": load, "format": "application/n-quads"})
    return Graph().parse(data=quads, format="nt")


def lost_names(document, node) -> set[str]:
    """The names in a node to which the document's context gives no meaning: they would be lost."""
    if isinstance(node, list):
        return set().union(*(lost_names(document, one) for one in node))
    if not isinstance(node, dict):
        return set()
    context = document["@context"]
    known = CONTEXTS[context] if isinstance(context, str) else context
    lost = {name for name in node if name not in known and not name.startswith("@")}
    return lost.union(*(lost_names(document, one) for one in node.values()))


def types_of(graph, node) -> set[str]:
    return {str(one) for one in graph.objects(node, RDF.type)}
