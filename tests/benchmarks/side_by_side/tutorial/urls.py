from rest_framework.routers import DefaultRouter

from tests.benchmarks.side_by_side.tutorial.views import QuoteViewSet

router = DefaultRouter()
router.register("quotes", QuoteViewSet)

urlpatterns = router.urls
