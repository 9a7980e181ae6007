"""What is kept beside the records and follows from them: set when all of these are loaded."""

from collections.abc import Callable, Sequence

from quotesdb import likeness, outlets_of_quotes, search, turns
from quotesdb.derived import recount
from quotesdb.kept_answers import OFTEN
from quotesdb.models import Quote
from quotesdb.naming import keeping as names


def keep_answers() -> None:
    """Of the quotes that are printed often: by the writers' own rules."""
    often = Quote.objects.filter(appearance_count__gte=OFTEN).order_by("pk")
    recount(often.values_list("pk", flat=True))


REBUILDING: Sequence[Callable[[], object]] = (
    outlets_of_quotes.rebuild,
    search.rebuild,
    likeness.rebuild,
    names.rebuild,
    keep_answers,
)
"""Each makes one such table anew from nothing, inside a turn."""


def rebuild() -> None:
    for table in REBUILDING:
        with turns.taken():
            table()
