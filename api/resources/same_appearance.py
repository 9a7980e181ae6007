"""The conditions that must hold for one and the same appearance."""

from collections.abc import Callable
from typing import Any

from django_filters import rest_framework as df

from api.filtering import Filters
from api.filters import DayFilter, SlugFilter, TrueOrFalse, word_of
from quotesdb.models import Outlet
from quotesdb.models.appearance import AppearanceQuerySet
from quotesdb.vocabulary import Form

CONDITIONS: dict[str, Callable[[AppearanceQuerySet, Any], AppearanceQuerySet]] = {
    "outlet": AppearanceQuerySet.printed_by,
    "via": AppearanceQuerySet.via,
    "attributed_to": AppearanceQuerySet.attributed_to,
    "form": lambda appearances, form: appearances.filter(form=form),
    "nested": lambda appearances, inside: appearances.nested(inside=inside),
    "affected": lambda appearances, is_so: appearances.affected(is_so=is_so),
    "published_after": AppearanceQuerySet.published_on_or_after,
    "published_before": AppearanceQuerySet.published_on_or_before,
}


class SameAppearanceFilters(Filters):
    """Filters by what one appearance must be: all together, never one by one.

    django-filter would apply each in a join of its own, and so find a quote that outlet A printed
    in 2020 and B in 2025 when asked for outlet A and 2025.
    """

    outlet = SlugFilter(
        "outlet", Outlet, method="later", label="Printed by this outlet (slug or alias)."
    )
    via = df.CharFilter(
        method="later",
        label="The words passed through the hands of this speaker, after whoever said them "
        "(slug or alias).",
    )
    attributed_to = df.CharFilter(
        method="later", label="The article names this speaker as having said it (slug or alias)."
    )
    form = word_of(Form, method="later", label="How it is printed.")
    nested = TrueOrFalse(method="later", label="Inside another quote, or not.")
    affected = TrueOrFalse(method="later", label="A correction comes to it, or none does.")
    published_after = DayFilter(
        method="later", label="In an article published on this day or later."
    )
    published_before = DayFilter(
        method="later", label="In an article published on this day or earlier."
    )

    def later(self, queryset, name, value):
        """Left to `hold_together`."""
        return queryset

    def hold_together(self, appearances):
        """Those of `appearances` for which everything asked of one holds."""
        for name, value in self.given(*CONDITIONS).items():
            appearances = CONDITIONS[name](appearances, value)
        return appearances
