"""The quotes of one outlet, found where it is kept in the order of their dates which it prints."""

from django.db.models import Q

IN_ORDER = ("printed_sort_date", "printed_quote")
"""The columns that order the quotes of an outlet; see `QuoteQuerySet.printed_by_one`."""

KEPT_BESIDE = {"outlet", "published_after", "published_before"}
"""What is asked of an appearance and can be told without looking for it."""


def quotes_of_outlet(quotes, asked, together):
    """Those that the outlet prints in an appearance of which all that is asked holds.

    `together` gives these appearances. A name that means several outlets, or none, has no order of
    its own: its quotes are found by their appearances.
    """
    outlets = asked["outlet"]
    if len(outlets) != 1:
        return quotes.printed_in(together())
    found = quotes.printed_by_one(outlets[0])
    if asked.keys() - KEPT_BESIDE:
        return found.printed_in(together())
    return _on_days(found, together, asked.get("published_after"), asked.get("published_before"))


def _on_days(found, together, after, before):
    """Of several days on which an outlet prints a quote, the first and the last are known."""
    if after:
        found = found.filter(printed_last_on__gte=after)
    if before:
        found = found.filter(printed_first_on__lte=before)
    if after and before:
        within = Q(printed_first_on__gte=after) | Q(printed_last_on__lte=before)
        found = found.filter(within | Q(pk__in=together().order_by().values("quote")))
    return found
