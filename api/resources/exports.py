"""A quote with its chain in the formats of others; docs/standards.md says what each carries."""

from dataclasses import dataclass

from rest_framework.exceptions import ErrorDetail, ValidationError
from rest_framework.renderers import BaseRenderer
from rest_framework.reverse import reverse

from api.rendering import JSONRenderer
from quotesdb.interchange.addresses import Addresses
from quotesdb.interchange.annotation import annotations
from quotesdb.interchange.bibtex import bibtex
from quotesdb.interchange.csl import csl
from quotesdb.interchange.facts import Quote
from quotesdb.interchange.prov import prov
from quotesdb.interchange.schema_org import schema_org
from quotesdb.whole_quotes import whole_quote

OBJECT = {"type": "object", "additionalProperties": True}


@dataclass(frozen=True, slots=True)
class Export:
    """A quote on its way out, and what things are called there."""

    quote: Quote
    addresses: Addresses


def export_of(number, request) -> Export:
    root = request.build_absolute_uri(reverse("api-index"))
    return Export(whole_quote(number), Addresses(root))


def refuse_narrowing(request) -> None:
    """`fields` and `omit` shape our own JSON only: in the formats of others all has its place."""
    name = request.accepted_renderer.format
    sentence = '"{}" goes with JSON only; leave it out, or leave out the format "{}".'
    faults = {
        parameter: [ErrorDetail(sentence.format(parameter, name), "json_only")]
        for parameter in ("fields", "omit")
        if parameter in request.query_params
    }
    if faults:
        raise ValidationError(faults)


class ExportRenderer(BaseRenderer):
    """A quote in some format; anything else, such as a problem, as JSON."""

    charset: str | None = None
    schema: dict

    def render(self, data, accepted_media_type=None, renderer_context=None):
        if isinstance(data, Export):
            data = self.written(data)
        return data.encode() if isinstance(data, str) else JSONRenderer().render(data)


class SchemaOrgRenderer(ExportRenderer):
    media_type = "application/ld+json"
    format = "schema-org"
    schema = OBJECT | {"description": "A `Quotation` of schema.org with its `Claim`."}

    def written(self, export):
        return schema_org(export.quote, export.addresses)


class ProvRenderer(ExportRenderer):
    media_type = 'application/ld+json; profile="http://www.w3.org/ns/prov"'
    format = "prov"
    schema = OBJECT | {"description": "Entities and agents of PROV-O."}

    def written(self, export):
        return prov(export.quote, export.addresses)


class AnnotationRenderer(ExportRenderer):
    media_type = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
    format = "annotation"
    schema = OBJECT | {"description": "An `AnnotationCollection` of W3C Web Annotation."}

    def written(self, export):
        return annotations(export.quote, export.addresses)


class CslRenderer(ExportRenderer):
    media_type = "application/vnd.citationstyles.csl+json"
    format = "csl"
    schema = {"type": "array", "items": OBJECT, "description": "Items of CSL-JSON."}

    def written(self, export):
        return csl(export.quote)


class BibtexRenderer(ExportRenderer):
    media_type = "application/x-bibtex"
    format = "bibtex"
    charset = "utf-8"
    schema = {"type": "string", "description": "Entries of BibTeX."}

    def written(self, export):
        return bibtex(export.quote)


FORMATS = [
    SchemaOrgRenderer,
    ProvRenderer,
    AnnotationRenderer,
    CslRenderer,
    BibtexRenderer,
]
