"""How tests of names ask: by whom a name finds."""

from quotesdb.models import Speaker
from quotesdb.naming.finding import find


def found(typed, **options):
    """The slugs of whom is found, the likeliest first."""
    slugs = dict(Speaker.objects.values_list("pk", "slug"))
    return [slugs[one.speaker] for one in find(typed, **options)]
