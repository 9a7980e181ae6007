"""Some quotes by chance, and the same ones again for the same seed."""

from secrets import token_hex

from rest_framework import serializers

from api.parameters import whole_number
from api.reading import Plan
from api.specification import serializer_of
from quotesdb.models import Quote
from quotesdb.models.quote import QuoteQuerySet

PARAMETERS = ("n", "seed", "fields", "omit")
USUALLY = 10
MOST_AT_ONCE = 100


def sample_of(params, found: QuoteQuerySet, plan: Plan) -> dict:
    """The first of the quotes found when these are shuffled, and the seed for doing it again."""
    size = whole_number(params, "n", MOST_AT_ONCE, USUALLY)
    seed = params.get("seed") or token_hex(4)
    # All are shuffled by their ids alone; what is told of them is read of the chosen only.
    chosen = found.shuffled(seed).values("pk")[:size]
    rows = plan.rows(Quote.objects.filter(pk__in=chosen).shuffled(seed))
    return {"seed": seed, "results": plan.answers(rows)}


def sample_serializer(shape):
    """What the schema shows."""

    class SampleSerializer(serializers.Serializer):
        seed = serializers.CharField(read_only=True, help_text="Ask with it for the same again.")
        results = serializer_of(shape)(many=True, read_only=True)

    return SampleSerializer
