"""The OpenAPI document: what drf-spectacular reads out of the views, and what it cannot know."""

from http import HTTPStatus

from drf_spectacular.openapi import AutoSchema
from drf_spectacular.utils import OpenApiParameter

from api.examples import examples_of
from api.paging import DEFAULT_SIZE, MOST
from api.permissions import needed_for
from api.resources.exports import FORMATS
from api.resources.facets import GROUPINGS
from api.resources.sampling import MOST_AT_ONCE, USUALLY
from quotesdb.provenance.rules import ALL

PROBLEM = {
    "type": "object",
    "description": "What went wrong (RFC 9457).",
    "required": ["type", "title", "status", "detail", "code", "instance"],
    "properties": {
        "type": {"type": "string", "examples": ["about:blank"]},
        "title": {"type": "string", "examples": ["Bad Request"]},
        "status": {"type": "integer", "examples": [400]},
        "detail": {"type": "string", "description": "A sentence for people."},
        "code": {"type": "string", "description": "A word for programs."},
        "instance": {"type": "string", "description": "The path that was asked for."},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["parameter", "code", "detail"],
                "properties": {
                    "parameter": {"type": "string"},
                    "code": {"type": "string"},
                    "detail": {"type": "string"},
                },
            },
        },
    },
}


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

FILTERED = ("list", "facets", "feed", "sample")

PARAMETERS = {
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


TAG = {
    "description": "Of this answer in the present edition of the data; weak. What is drawn by "
    "chance without a `seed` has none.",
    "schema": {"type": "string"},
}


class ResourceSchema(AutoSchema):
    """Operations of a resource: named for it, with the parameters that its views read."""

    def is_list(self):
        return getattr(self.view, "action", "") == "list"

    def get_operation_id(self):
        return f"{self.view.basename}_{self.view.action}"

    def get_summary(self):
        noun = self.view.shape.name.lower()
        told = {"list": f"List {noun}s", "retrieve": f"One {noun}"}
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
            return [*SHAPING, *self._of_pages(), *PARAMETERS.get(self.get_operation_id(), ())]
        read = PARAMETERS.get(self.get_operation_id()) or PARAMETERS.get(self.view.action, ())
        return [self._name(), *read] if self.view.detail else read

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


def complete(result, generator, request, public):
    """drf-spectacular's hook: the errors, redirects and examples of every operation."""
    result["components"].setdefault("schemas", {})["Problem"] = PROBLEM
    for path, operations in result["paths"].items():
        for method, operation in operations.items():
            responses = operation["responses"]
            if needed_for(operation["operationId"]).by_everybody:
                operation["security"].append({})
            for status in _errors_of(path, method):
                responses[str(status)] = _problem(status)
            if "{" in path:
                responses["301"] = {
                    "description": "Merged into another record, or known by another name: see "
                    "Location."
                }
            if operation["operationId"] != "index":
                _add_tags(responses)
            _refuse_empty(operation)
            operation["responses"] = dict(sorted(responses.items()))
            _add_examples(operation)
    return result


def _add_tags(responses: dict) -> None:
    responses["200"]["headers"] = {"ETag": TAG}
    responses["304"] = {
        "description": "`If-None-Match` names the tag of this very answer: nothing has been "
        "written since.",
        "headers": {"ETag": TAG},
    }


def _refuse_empty(operation: dict) -> None:
    for parameter in operation.get("parameters", []):
        schema = parameter["schema"]
        if schema["type"] == "string" and not {"enum", "format"} & schema.keys():
            schema["minLength"] = 1


def _errors_of(path: str, method: str) -> list[int]:
    of_bodies = [413, 415] if method == "post" else []
    of_names = [404] if "{" in path else []
    return [400, 401, *of_names, 406, *of_bodies]


def _problem(status: int) -> dict:
    return {
        "description": HTTPStatus(status).phrase,
        "content": {
            "application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}
        },
    }


def _add_examples(operation: dict) -> None:
    content = operation["responses"]["200"]["content"]
    for example in examples_of(operation["operationId"]):
        method = "GET" if example.body is None else "POST"
        told = {"summary": f"{method} {example.address}", "value": example.answer}
        content[example.media_type].setdefault("examples", {})[example.name] = told
        if example.body is not None:
            asked = operation["requestBody"]["content"]["application/json"]
            told = {"summary": example.name.replace("_", " "), "value": example.body}
            asked.setdefault("examples", {})[example.name] = told
