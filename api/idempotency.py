"""`Idempotency-Key`: a POST that was sent twice is done once, and answered twice alike.

Follows draft-ietf-httpapi-idempotency-key-header-07. Without the header a POST is as it is.
"""

import re
from functools import wraps
from hashlib import sha256

import orjson
from django.http import HttpResponse
from rest_framework.exceptions import APIException, ErrorDetail, ValidationError
from rest_framework.response import Response

from api.rendering import JSONRenderer
from quotesdb import first_answers
from quotesdb.first_answers import Answer, Repeatable, UsedOtherwise
from quotesdb.one_at_a_time import Held

HEADER = "Idempotency-Key"
AGAIN = "Idempotent-Replayed"
"""Says of an answer that it is a repeated one."""

KEY = re.compile(r'"([ !#-\[\]-~]{1,200})"|([!#-+\--:<-\[\]-~]{1,200})')
"""A String of RFC 9651 in which nothing is escaped; or the same without its marks, as many send."""

MALFORMED = (
    f'{HEADER} must be 1 to 200 visible ASCII characters in quotation marks, such as "8e03978e".'
)


class UnderWay(APIException):
    status_code = 409
    default_code = "under_way"
    default_detail = (
        f"The first request with this {HEADER} is still under way. Repeat it in a moment: it will "
        "be answered as the first is."
    )
    wait = 1
    """Seconds, for `Retry-After`."""


class OtherRequest(APIException):
    status_code = 422
    default_code = "key_used_otherwise"
    default_detail = (
        f"You have used this {HEADER} for another request. Nothing was saved: give each request a "
        "key of its own, and repeat it only with the same address and body."
    )


def once(handler=None, *, beforehand=None):
    """For a handler that writes. All that it writes is one transaction where a key is given.

    What it raises undoes all and is not kept, so that the key may be used again; what it answers is
    kept. `beforehand(view, request, **named)` is for what takes long and writes nothing: nobody's
    turn to write is taken up by it. What it gives, the handler is given as `brought`.
    """
    if handler is None:
        return lambda named: once(named, beforehand=beforehand)

    @wraps(handler)
    def answered(view, request, **named):
        key = key_of(request)
        if key is None:
            return handler(view, request, **named, **_brought(beforehand, view, request, named))
        repeatable = Repeatable(request.user, key, asked_of(request))
        try:
            with first_answers.alone_with(repeatable) as first:
                if first is not None:
                    return _told(first, again=True)
                named |= _brought(beforehand, view, request, named)
                with first_answers.together():
                    answer = _answer(handler(view, request, **named))
                    first_answers.keep(repeatable, answer)
        except Held as error:
            raise UnderWay from error
        except UsedOtherwise as error:
            raise OtherRequest from error
        return _told(answer)

    answered.is_done_once = True
    return answered


def key_of(request):
    """The key that the request bears, without its quotation marks; None where it bears none.

    Raises ValidationError where it is malformed.
    """
    given = request.headers.get(HEADER)
    if given is None:
        return None
    found = KEY.fullmatch(given.strip())
    if found is None:
        raise ValidationError({HEADER: [ErrorDetail(MALFORMED, "invalid")]})
    return found[1] or found[2]


def asked_of(request):
    """A digest of what is asked for. How the JSON of it is set out makes no difference."""
    asked = [request.method, request.get_full_path(), request.data]
    return sha256(orjson.dumps(asked, option=orjson.OPT_SORT_KEYS)).hexdigest()


def _brought(beforehand, view, request, named):
    return {} if beforehand is None else {"brought": beforehand(view, request, **named)}


def _answer(response):
    headers = dict(response.headers)
    if not isinstance(response, Response):
        return Answer(response.status_code, headers, response.content)
    headers["Content-Type"] = response.content_type or JSONRenderer.media_type
    return Answer(response.status_code, headers, JSONRenderer().render(response.data))


def _told(answer, *, again=False):
    response = HttpResponse(answer.body, status=answer.status, headers=answer.headers)
    if again:
        response.headers[AGAIN] = "true"
    return response
