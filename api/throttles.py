"""How often the API may be asked what costs much, and how that is told.

Whoever has a key is counted by the key, a signed-in browser by its curator, everybody else by the
address. Reading is not counted: that is the proxy's to do.
"""

from django.conf import settings
from rest_framework.exceptions import ErrorDetail, Throttled
from rest_framework.permissions import SAFE_METHODS
from rest_framework.throttling import BaseThrottle

from quotesdb.client_address import client_address
from quotesdb.throttling.counting import take

QUOTA_EXCEEDED = "https://iana.org/assignments/http-problem-types#quota-exceeded"


class QuotaExceeded(Throttled):
    """Too many in this window; a problem of the type that the draft of the fields defines."""

    def __init__(self, standing):
        super().__init__(wait=standing.seconds)
        limit = standing.limit
        said = f"Too many: at most {limit.quota:,} in {limit.window:,} seconds. "
        self.detail = ErrorDetail(f"{said}Try again in {standing.seconds:,} seconds.", "throttled")
        self.members = {"type": QUOTA_EXCEEDED, "violated-policies": [limit.name]}


class Throttle(BaseThrottle):
    """Counts a request before it is answered. A subclass says by which limit."""

    def limit(self, request):
        """The limit for this request; None where it is not counted."""
        raise NotImplementedError

    def allow_request(self, request, view):
        limit = self.limit(request)
        standing = limit and take(limit, who_asks(request))
        if standing:
            view.headers |= {"RateLimit-Policy": limit.policy(), "RateLimit": standing.service()}
            if standing.over:
                raise QuotaExceeded(standing)
        return True


class LookingUp(Throttle):
    def limit(self, request):
        return settings.LIMITS["lookup" if request.auth is None else "lookup-with-key"]


class Writing(Throttle):
    """Of all views that do not say otherwise."""

    def limit(self, request):
        return None if request.method in SAFE_METHODS else settings.LIMITS["writing"]


def who_asks(request):
    if request.auth is not None:
        return f"key {request.auth.pk}"
    if request.user is not None:
        return f"curator {request.user.pk}"
    return f"address {client_address(request)}"
