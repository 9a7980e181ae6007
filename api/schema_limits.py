"""How the OpenAPI document tells of limits: on each operation that is counted."""

from http import HTTPStatus

COUNTED = ("post", "put", "patch", "delete")

STANDING = {
    "RateLimit-Policy": {
        "description": "How many are answered (`q`) in how many seconds (`w`), as "
        "draft-ietf-httpapi-ratelimit-headers has it; missing where there is no limit.",
        "schema": {"type": "string", "examples": ['"lookup";q=120;w=60']},
    },
    "RateLimit": {
        "description": "How many are left (`r`) for how many seconds (`t`).",
        "schema": {"type": "string", "examples": ['"lookup";r=119;t=34']},
    },
}
WAITING = {"Retry-After": {"description": "The seconds to wait.", "schema": {"type": "integer"}}}

TOO_MANY = {
    "description": HTTPStatus.TOO_MANY_REQUESTS.phrase,
    "headers": {**STANDING, **WAITING},
    "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
}


def tell(result, generator, request, public):
    """drf-spectacular's hook, after that which tells of errors."""
    for operations in result["paths"].values():
        for method in operations.keys() & set(COUNTED):
            responses = operations[method]["responses"]
            for status, answer in responses.items():
                if status.startswith("2"):
                    answer["headers"] = {**answer.get("headers", {}), **STANDING}
            told = {**responses, str(HTTPStatus.TOO_MANY_REQUESTS.value): TOO_MANY}
            operations[method]["responses"] = dict(sorted(told.items()))
    return result
