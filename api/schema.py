"""The OpenAPI document: what drf-spectacular reads out of the views of resources."""

from drf_spectacular.openapi import AutoSchema
from drf_spectacular.utils import OpenApiParameter

from api.paging import DEFAULT_SIZE, MOST
from api.resources.exports import FORMATS
from api.resources.facets import GROUPINGS
from api.resources.sampling import MOST_AT_ONCE, USUALLY
from api.writing import schema as writing
from quotesdb.provenance.rules import ALL

SHAPING = (
    OpenApiParameter(
        "fields",
        str,
        description="Only these fields, divided by commas; a dot leads inside: "
        "`appearances.wording`.",
    ),
    OpenApiParameter("omit", str, description="All but these fields; as `fields`."),
)
PAGE_SIZE = OpenApiParameter(
    "page_size",
    {"type": "integer", "minimum": 1, "maximum": MOST, "default": DEFAULT_SIZE},
    description="How many on a page.",
)
CURSOR = OpenApiParameter("cursor", str, description="Out of `next` or `previous`.")

NARROWING = ("speaker", "key")
"""By which lists of the past can be asked."""

AS_OF = OpenApiParameter(
    "as_of",
    str,
    description="As the database stood at the end of this day, or at this moment (ISO 8601). Of a "
    "list, with `speaker` or `key`, `page_size` and `cursor`; with nothing else.",
)

FILTERED = ("list", "facets", "feed", "sample")

PARAMETERS = {
    **writing.PARAMETERS,
    "candidates_create": (writing.WHY, *SHAPING),
    "accept": (writing.WHY, writing.IF_MATCH, *SHAPING),
    "reject": (writing.WHY, writing.IF_MATCH, *SHAPING),
    "undo": (writing.WHY, writing.IF_MATCH, *SHAPING),
    "retrieve": SHAPING,
    "quotes_retrieve": (
        *SHAPING,
        OpenApiParameter(
            "format",
            str,
            enum=["json", *(made.format for made in FORMATS)],
            description="In the format of others; otherwise by `Accept`. `fields` and `omit` go "
            "with `json` only.",
        ),
    ),
    "quotes_list": (
        OpenApiParameter(
            "highlight",
            bool,
            default=False,
            description="Whether to tell in which wordings the words of `q` stand, and where.",
        ),
    ),
    "facets": (
        OpenApiParameter(
            "group_by",
            str,
            required=True,
            enum=sorted(GROUPINGS),
            description="By what to count.",
        ),
        PAGE_SIZE,
        CURSOR,
        OpenApiParameter(
            "count", bool, default=False, description="Whether to count all groups: `group_count`."
        ),
    ),
    "sample": (
        *SHAPING,
        OpenApiParameter(
            "n",
            {"type": "integer", "minimum": 1, "maximum": MOST_AT_ONCE, "default": USUALLY},
            description="How many.",
        ),
        OpenApiParameter("seed", str, description="Any text; the same chooses the same."),
    ),
    "origins": (
        OpenApiParameter(
            "without",
            str,
            description="Inferring rules to switch off, divided by commas: "
            f"{', '.join(sorted(ALL))}.",
        ),
    ),
    "graph": (
        OpenApiParameter(
            "format",
            str,
            enum=["json", "svg", "dot", "mermaid"],
            description="How it is drawn; otherwise by `Accept`.",
        ),
    ),
}
"""What views read beside names and filters, and lists beside what all lists do: by operation, or
else by action."""


class ResourceSchema(AutoSchema):
    """Operations of a resource: named for it, with the parameters that its views read."""

    def is_list(self):
        return getattr(self.view, "action", "") == "list"

    def get_operation_id(self):
        return f"{self.view.basename}_{self.view.action}"

    def get_request_serializer(self):
        if self.view.action in writing.WRITES:
            return writing.request_of(self.view.kind, self.view.action)
        return super().get_request_serializer()

    def get_summary(self):
        noun = self.view.shape.name.lower()
        told = {
            "list": f"List {noun}s",
            "retrieve": f"One {noun}",
            "create": f"Record a new {noun}",
            "partial_update": f"Change a {noun}",
            "destroy": f"Delete a {noun}",
        }
        return told.get(self.view.action) or super().get_summary()

    def get_description(self):
        told = {"list": "", "retrieve": "Answers 301 where the record was merged into another."}
        if self.view.action in told:
            return told[self.view.action]
        return super().get_description()

    def get_filter_backends(self):
        return self.view.filter_backends if self.view.action in FILTERED else []

    def get_tags(self):
        return [self.view.basename]

    def get_override_parameters(self):
        if self.is_list():
            own = PARAMETERS.get(self.get_operation_id(), ())
            return [*SHAPING, *self._of_pages(), *own, *self._of_the_past()]
        read = PARAMETERS.get(self.get_operation_id()) or PARAMETERS.get(self.view.action, ())
        if hasattr(getattr(self.view, self.view.action), "is_done_once"):
            read = (*read, writing.IDEMPOTENCY_KEY)
        past = [AS_OF] if self.view.action == "retrieve" and self.view.of_the_past else []
        # `detail` is true of nothing that is created, and is not known of what is deleted.
        return [self._name(), *read, *past] if "{" in self.path else read

    def _name(self):
        field = self.view.lookup_field
        if field == "slug":
            return OpenApiParameter(
                "slug",
                str,
                OpenApiParameter.PATH,
                description="The slug. An alias, or the slug of a record that was merged, answers "
                "301.",
            )
        return OpenApiParameter("id", int, OpenApiParameter.PATH, description="The id.")

    def _of_the_past(self):
        narrowing = [name for name in NARROWING if name in self.view.filterset_class.base_filters]
        return [AS_OF] if narrowing and self.view.of_the_past else []

    def _of_pages(self):
        orders = [
            way for order in sorted(self.view.orders, key=lambda it: it.name) for way in order.ways
        ]
        return [
            OpenApiParameter(
                "ordering",
                str,
                enum=orders,
                default=self.view.default_order,
                description=self.view.about_order,
            ),
            PAGE_SIZE,
            CURSOR,
            OpenApiParameter(
                "count", bool, default=False, description="Whether to count the whole list."
            ),
        ]
