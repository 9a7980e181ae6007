"""The graph of a quote, drawn in the format that is asked for."""

from base64 import b64encode
from hashlib import sha256

from rest_framework.renderers import BaseRenderer

from api.rendering import JSONRenderer
from api.resources.provenance import Graph
from quotesdb.provenance.picture.colours import dark_style
from quotesdb.provenance.picture.dot import dot
from quotesdb.provenance.picture.mermaid import mermaid
from quotesdb.provenance.picture.svg import svg

DARK_STYLE = f"'sha256-{b64encode(sha256(dark_style().encode()).digest()).decode()}'"
"""The one style in an SVG picture, as a policy names it: no other may stand there."""


class GraphRenderer(JSONRenderer):
    """Nodes and edges as JSON; and whatever is no graph, such as a problem."""

    def render(self, data, accepted_media_type=None, renderer_context=None):
        document = data.document() if isinstance(data, Graph) else data
        return super().render(document, accepted_media_type, renderer_context)


class DrawnRenderer(BaseRenderer):
    """A graph as text; anything else, such as a problem, as JSON."""

    charset = "utf-8"

    def render(self, data, accepted_media_type=None, renderer_context=None):
        if isinstance(data, Graph):
            return self.drawn(data.network()).encode()
        return JSONRenderer().render(data)


class SvgRenderer(DrawnRenderer):
    media_type = "image/svg+xml"
    format = "svg"
    drawn = staticmethod(svg)


class DotRenderer(DrawnRenderer):
    media_type = "text/vnd.graphviz"
    format = "dot"
    drawn = staticmethod(dot)


class MermaidRenderer(DrawnRenderer):
    media_type = "text/vnd.mermaid"
    format = "mermaid"
    drawn = staticmethod(mermaid)


PICTURES = [GraphRenderer, SvgRenderer, DotRenderer, MermaidRenderer]
