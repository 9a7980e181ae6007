"""The addresses below /api/."""

from django.urls import include, path, re_path
from rest_framework.routers import SimpleRouter

from api import docs, problems
from api.index import Index
from api.merging.resources import DuplicateViewSet, MergeViewSet
from api.resources.appearances import AppearanceViewSet
from api.resources.articles import ArticleViewSet
from api.resources.autocomplete import Autocomplete
from api.resources.candidates import CandidateViewSet
from api.resources.changes import Changes
from api.resources.corrections import CorrectionViewSet
from api.resources.lookup import Lookup
from api.resources.outlets import OutletViewSet
from api.resources.quotes import QuoteViewSet
from api.resources.redacting import METHODS, Redact
from api.resources.speakers import SpeakerViewSet
from api.resources.submissions import Submissions
from api.writing.bulk import Bulk

# Addresses are tried one after the other: what is asked most comes first.
RESOURCES = {
    "quotes": QuoteViewSet,
    "appearances": AppearanceViewSet,
    "articles": ArticleViewSet,
    "speakers": SpeakerViewSet,
    "outlets": OutletViewSet,
    "corrections": CorrectionViewSet,
}
OF_MERGING = {"merges": MergeViewSet, "duplicates": DuplicateViewSet}

router = SimpleRouter()
for name, viewset in (RESOURCES | OF_MERGING).items():
    router.register(name, viewset, basename=name)
router.register("candidates", CandidateViewSet, basename="candidates")


def redacting(name, viewset):
    """The address at which a record of this resource is redacted."""
    operations = {method: f"{name}_{action}" for method, action in METHODS.items()}
    view = Redact.as_view(resource=name, viewset=viewset, operations=operations)
    called = f"(?P<{viewset.lookup_field}>{viewset.lookup_value_regex})"
    return re_path(rf"^v1/{name}/{called}/redact/$", view)


urlpatterns = [
    path("v1/", Index.as_view(), name="api-index"),
    path("v1/autocomplete/", Autocomplete.as_view(), name="autocomplete"),
    path("v1/changes/", Changes.as_view(), name="changes"),
    path("v1/bulk/", Bulk.as_view(resources=RESOURCES), name="bulk"),
    path("v1/lookup/", Lookup.as_view(), name="lookup"),
    path("v1/submissions/", Submissions.as_view(), name="submissions"),
    path("v1/", include(router.urls)),
    *(redacting(name, viewset) for name, viewset in RESOURCES.items()),
    path("schema/", docs.Schema.as_view(), name="schema"),
    path("docs/", docs.Swagger.as_view(), name="docs"),
    path("redoc/", docs.Redoc.as_view(), name="redoc"),
    path("redoc/bundle.js", docs.redoc_bundle, name="redoc-bundle"),
    re_path("", problems.not_found),
]
