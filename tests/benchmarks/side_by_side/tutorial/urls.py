from rest_framework.routers import DefaultRouter

from tests.benchmarks.side_by_side.tutorial.views import KeptQuoteViewSet, QuoteViewSet

router = DefaultRouter()
router.register("quotes", QuoteViewSet)
router.register("kept/quotes", KeptQuoteViewSet, basename="kept-quote")

urlpatterns = router.urls
