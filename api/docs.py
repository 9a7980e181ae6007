"""The OpenAPI document, and two readers of it, all served from our own files."""

from functools import cache
from importlib.resources import files

from csp.constants import SELF
from csp.decorators import csp_update
from django.http import HttpResponse
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views.decorators.cache import cache_control
from drf_spectacular.views import (
    SpectacularAPIView,
    SpectacularRedocView,
    SpectacularSwaggerSplitView,
)

WRITTEN_BY_REDOC = (
    "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
    "'sha256-QMIg+bpjm3JdElJ388KYke01izlUW0UoNOeKjpMxdgc='",
)
"""The hashes of what ReDoc writes into style elements: an empty text, which its script fills, and
one sheet. Another version of it may need others: the tests in a browser tell which."""

STYLED_WITH_WORKER = csp_update(
    {"style-src": [SELF, *WRITTEN_BY_REDOC], "worker-src": [SELF, "blob:"]}
)


class Schema(SpectacularAPIView):
    """The OpenAPI 3.1 document, as YAML or (`Accept: application/json`) as JSON."""


class Swagger(SpectacularSwaggerSplitView):
    template_name = "api/swagger.html"


@method_decorator(STYLED_WITH_WORKER, name="dispatch")
class Redoc(SpectacularRedocView):
    template_name = "api/redoc.html"

    @staticmethod
    def _redoc_standalone():
        return reverse("redoc-bundle")


@cache
def _bundle() -> bytes:
    """ReDoc's script, without the one picture that it would fetch from its maker's host."""
    static = files("drf_spectacular_sidecar") / "static" / "drf_spectacular_sidecar"
    script = (static / "redoc" / "bundles" / "redoc.standalone.js").read_bytes()
    return script.replace(b"https://cdn.redoc.ly/redoc/logo-mini.svg", b"data:,")


@cache_control(max_age=86_400)
def redoc_bundle(request):
    return HttpResponse(_bundle(), content_type="text/javascript")
