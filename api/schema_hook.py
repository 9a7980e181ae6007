"""What drf-spectacular cannot know of an operation: who may, its errors, tags and examples."""

from collections.abc import Sequence
from http import HTTPStatus

from api.examples import examples_of
from api.permissions import needed_for
from api.writing import schema as writing

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
        "request_id": {
            "type": "string",
            "description": "Only with 500: tell it to whoever runs the server, whose log has it. "
            "Every answer bears it as `X-Request-ID`.",
        },
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["parameter", "code", "detail"],
                "properties": {
                    "parameter": {
                        "type": "string",
                        "description": "Of the address, or the way into the body, by dots.",
                    },
                    "pointer": {
                        "type": "string",
                        "description": "The way into the body (RFC 6901), where it is written.",
                    },
                    "code": {"type": "string"},
                    "detail": {"type": "string"},
                },
            },
        },
        "outcomes": {
            "type": "array",
            "items": {"$ref": "#/components/schemas/BulkOutcome"},
            "description": "One for each item of a bulk.",
        },
        "version": {"type": "integer", "description": "The version that stands; of 412."},
        "changed": {
            "type": "array",
            "items": {"type": "string"},
            "description": "The members that were changed since; of 412.",
        },
        "acts": {
            "type": "array",
            "description": "What was done since; of 412.",
            "items": {
                "type": "object",
                "required": ["version", "at", "by", "door", "why"],
                "properties": {
                    "version": {"type": "integer"},
                    "at": {"type": "string", "format": "date-time"},
                    "by": {"type": ["string", "null"]},
                    "door": {"type": "string"},
                    "why": {"type": "string"},
                },
            },
        },
    },
}


TAG = {
    "description": "Of this answer in the present edition of the data; weak. What is drawn by "
    "chance without a `seed` has none.",
    "schema": {"type": "string"},
}

TAG_OF_RECORD = {
    "description": "Of the record's own answer: strong, and its version is in front.",
    "schema": {"type": "string"},
}
OF_DEEDS = (400, 401, 403, 404, 406, 409, 410, 413, 415, 422, 429, 503)
DEEDS = {
    "redaction": (400, 401, 403, 404, 406, 410, 429),
    **dict.fromkeys(("redact", "merge", "split", "decide"), OF_DEEDS),
}
"""What is done to a record beside writing it, or looked at before; and how that may fail."""

WITHOUT_TAG = ("submissions_create",)
"""What is answered there is about an article, and is no answer of the article's own address."""

LOCATION = {
    "description": "The record's own address.",
    "schema": {"type": "string", "format": "uri"},
}


def complete(result, generator, request, public):
    """drf-spectacular's hook: the errors, redirects and examples of every operation."""
    components = result["components"]
    components["schemas"] |= {"Problem": PROBLEM, **writing.components()}
    for path, operations in result["paths"].items():
        for method, operation in operations.items():
            if needed_for(operation["operationId"]).by_everybody:
                operation["security"].append({})
            responses = operation["responses"] | {
                str(status): _problem(status) for status in _errors_of(operation, path, method)
            }
            _add_headers(operation, path, method, responses)
            _refuse_empty(operation)
            operation["responses"] = dict(sorted(responses.items()))
            _add_examples(operation, path, method)
    return result


def _add_headers(operation: dict, path: str, method: str, responses: dict) -> None:
    if operation["operationId"] in WITHOUT_TAG:
        return
    if _action(operation) in writing.WRITES:
        _add_tag_of_written(responses)
        return
    if "{" in path and "redact" not in path:
        responses["301"] = {
            "description": "Merged into another record, or known by another name: see Location."
        }
    if _action(operation) in DEEDS:
        return
    if operation["operationId"] not in ("index", "bulk"):
        responses["200"]["headers"] = {"ETag": TAG}
        responses["304"] = {
            "description": "`If-None-Match` names the tag of this very answer: nothing has been "
            "written since.",
            "headers": {"ETag": TAG},
        }


def _add_tag_of_written(responses: dict) -> None:
    if "200" in responses:
        responses["200"]["headers"] = {"ETag": TAG_OF_RECORD}
    if "201" in responses:
        responses["201"]["headers"] = {"ETag": TAG_OF_RECORD, "Location": LOCATION}


def _action(operation: dict) -> str:
    return operation["operationId"].partition("_")[2]


def _refuse_empty(operation: dict) -> None:
    for parameter in operation.get("parameters", []):
        schema = parameter["schema"]
        if schema["type"] == "string" and not {"enum", "format"} & schema.keys():
            schema["minLength"] = 1


def _errors_of(operation: dict, path: str, method: str) -> Sequence[int]:
    if _action(operation) in writing.WRITES:
        return writing.ERRORS[_action(operation)]
    if _action(operation) in DEEDS:
        return DEEDS[_action(operation)]
    if operation["operationId"] == "bulk":
        return writing.ERRORS_OF_BULK
    of_bodies = [413, 415] if method == "post" else []
    of_names = [404, 410] if "{" in path else []
    return [400, 401, *of_names, 406, *of_bodies]


def _problem(status: int) -> dict:
    return {
        "description": HTTPStatus(status).phrase,
        "content": {
            "application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}
        },
    }


def _add_examples(operation: dict, path: str, method: str) -> None:
    success = min(status for status in operation["responses"] if status.startswith("2"))
    content = operation["responses"][success].get("content", {})
    for example in examples_of(operation["operationId"]):
        if content:
            told = {"summary": f"{example.method} {example.address}", "value": example.answer}
            content[example.media_type].setdefault("examples", {})[example.name] = told
        if example.body is not None:
            asked = operation["requestBody"]["content"]["application/json"]
            told = {"summary": example.name.replace("_", " "), "value": example.body}
            asked.setdefault("examples", {})[example.name] = told
