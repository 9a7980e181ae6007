"""The OpenAPI document, and two readers of it, all served from our own files."""

from csp.constants import SELF, UNSAFE_INLINE
from csp.decorators import csp_update
from django.utils.decorators import method_decorator
from drf_spectacular.views import (
    SpectacularAPIView,
    SpectacularRedocView,
    SpectacularSwaggerSplitView,
)

# Both readers write their styles into the page; nothing inline may run.
STYLED = csp_update({"style-src": [SELF, UNSAFE_INLINE]})
STYLED_WITH_WORKER = csp_update({"style-src": [SELF, UNSAFE_INLINE], "worker-src": [SELF, "blob:"]})


class Schema(SpectacularAPIView):
    """The OpenAPI 3.1 document, as YAML or (`Accept: application/json`) as JSON."""


@method_decorator(STYLED, name="dispatch")
class Swagger(SpectacularSwaggerSplitView):
    template_name = "api/swagger.html"


@method_decorator(STYLED_WITH_WORKER, name="dispatch")
class Redoc(SpectacularRedocView):
    template_name = "api/redoc.html"
