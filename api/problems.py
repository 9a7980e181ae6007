"""Every error in one shape: RFC 9457, `application/problem+json`.

`detail` is a sentence for people; `code` is a word for programs; `errors` names each thing that is
wrong, where there is more to say than one sentence.
"""

from http import HTTPStatus

import orjson
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, HttpResponsePermanentRedirect
from django.urls import resolve
from django.views import defaults
from django.views.decorators.csrf import csrf_exempt
from rest_framework import exceptions
from rest_framework.permissions import SAFE_METHODS
from rest_framework.response import Response
from rest_framework.views import exception_handler

from api.refused import on_the_wire
from quotesdb.observing import request_id

MEDIA_TYPE = "application/problem+json"


def problem(status: int, detail: str, code: str, instance: str, errors=()) -> dict:
    """The members of a problem document."""
    document = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
        "code": code,
        "instance": instance,
    }
    return document | ({"errors": list(errors)} if errors else {})


def handle(exception, context):
    """Django REST framework's exception handler: what it knows, as a problem document."""
    exception = on_the_wire(exception)
    response = exception_handler(exception, context)
    if response is None:
        return None
    status = response.status_code
    errors = _errors(exception)
    headers = {
        name: value for name, value in response.headers.items() if name.lower() != "content-type"
    }
    path = context["request"].path
    told = problem(status, _detail(exception, errors), _code(exception, errors), path, errors)
    return Response(
        told | getattr(exception, "members", {}),
        status=status,
        headers=headers,
        content_type=MEDIA_TYPE,
    )


def _errors(exception):
    if not isinstance(exception, exceptions.ValidationError):
        return getattr(exception, "errors", [])
    detail = exception.get_full_details()
    if not isinstance(detail, dict):
        detail = {"": detail}
    return [
        {"parameter": name, "code": said["code"], "detail": str(said["message"])}
        for name, sayings in detail.items()
        for said in sayings
    ]


def _detail(exception, errors):
    if isinstance(exception, exceptions.ValidationError):
        return " ".join(_sentence(**error) for error in errors)
    if isinstance(exception, Http404):
        return str(exception) or "There is nothing at this address."
    return str(getattr(exception, "detail", exception))


def _sentence(parameter, code, detail):
    return detail if not parameter or f'"{parameter}"' in detail else f"{parameter}: {detail}"


def _code(exception, errors):
    if errors:
        return errors[0]["code"]
    if isinstance(exception, Http404):
        return "not_found"
    if isinstance(exception, PermissionDenied):
        return "permission_denied"
    return exception.get_codes() if hasattr(exception, "get_codes") else "error"


@csrf_exempt
def not_found(request, *args, **kwargs):
    """For addresses below /api/ that lead nowhere, or would with a slash at their end."""
    if not request.path.endswith("/") and resolve(f"{request.path}/").func is not not_found:
        target = request.get_full_path(force_append_slash=True)
        # What comes with a body, or writes, is sent again as it was: 308 instead of 301.
        is_kept = request.method not in SAFE_METHODS
        return HttpResponsePermanentRedirect(target, preserve_request=is_kept)
    detail = "There is nothing at this address. /api/v1/ lists what there is."
    return _plain(404, detail, "not_found", request.path)


def server_error(request):
    """For faults of our own: a problem below /api/, Django's page elsewhere."""
    if not request.path.startswith("/api/"):
        return defaults.server_error(request)
    detail = "Something broke on our side. It has been logged."
    found = problem(500, detail, "error", request.path) | {"request_id": request_id.current()}
    return HttpResponse(orjson.dumps(found), status=500, content_type=MEDIA_TYPE)


def _plain(status, detail, code, path):
    return HttpResponse(
        orjson.dumps(problem(status, detail, code, path)), status=status, content_type=MEDIA_TYPE
    )
