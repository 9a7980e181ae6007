"""Lists of what has names: found by the beginning of a name or by a misspelling, best first."""

from rest_framework.exceptions import ValidationError

from api.paging import Order
from api.resources.curated import CuratedViewSet
from quotesdb.naming.finding import MOST
from quotesdb.naming.narrowing import RELEVANCE

BY_RELEVANCE = Order(RELEVANCE, RELEVANCE, int)
BY_NAME = (
    f"By the beginning of a name or of a word in it, or by a misspelling: the {MOST} likeliest. "
    "Then `ordering` is by `relevance` unless given."
)


class NamedViewSet(CuratedViewSet):
    def order_unless_given(self):
        params = self.request.query_params
        if "q" in params:
            return RELEVANCE
        if params.get("ordering", "").removeprefix("-") == RELEVANCE:
            raise ValidationError({"ordering": ["Nothing is relevant without `q`."]})
        return super().order_unless_given()
