"""JSON by orjson."""

from collections.abc import Iterable
from typing import Any

import orjson
from django.http import HttpResponse
from rest_framework.renderers import BaseRenderer


class JSONRenderer(BaseRenderer):
    media_type = "application/json"
    format = "json"
    charset = None

    def render(self, data, accepted_media_type=None, renderer_context=None):
        """What is JSON already is left as it is."""
        if isinstance(data, bytes):
            return data
        return b"" if data is None else orjson.dumps(data)


def list_of(head: dict, documents: Iterable[str]) -> str:
    """The members of `head`, and as `results` what is JSON already."""
    return f'{orjson.dumps(head).decode()[:-1]},"results":[{",".join(documents)}]}}'


def with_member(document: str, name: str, value: Any) -> str:
    """A JSON object with one member more."""
    comma = "" if document == "{}" else ","
    return f'{document[:-1]}{comma}"{name}":{orjson.dumps(value).decode()}}}'


def written(document: str) -> HttpResponse:
    """An answer that is JSON already."""
    return HttpResponse(document.encode(), content_type=JSONRenderer.media_type)
