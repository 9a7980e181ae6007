from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from quotesdb import prepared
from quotesdb.models.curated import (
    Curated,
    CuratedQuerySet,
    language_tag,
    one_of,
)
from quotesdb.models.history import History
from quotesdb.models.speaker import KNOWN_AS, Speaker, nearest
from quotesdb.vocabulary import OutletKind, choices

OF_THOSE = f"""
    SELECT outlet.id, known.rank FROM ({KNOWN_AS}) AS known
    LEFT JOIN quotesdb_outlet AS outlet
        ON outlet.speaker_id = known.id AND outlet.merged_into_id IS NULL
"""  # noqa: S608


class OutletQuerySet(CuratedQuerySet):
    def ids_known_as(self, slug: str) -> list[int]:
        """The ids of the standing outlets that `slug` may mean, by the rules for speakers."""
        return nearest(prepared.rows_of(OF_THOSE, [slug, slug]))

    def known_as(self, slug: str) -> Self:
        """The standing outlets that `slug` may mean."""
        return self.filter(pk__in=self.ids_known_as(slug))


class Outlet(Curated):
    """Who publishes: the profile of a speaker of the kind "outlet"."""

    speaker = models.OneToOneField(Speaker, models.PROTECT, related_name="outlet")
    kind = models.CharField(max_length=12, blank=True, choices=choices(OutletKind))
    domain = models.CharField(
        max_length=253, blank=True, help_text='Without "www.", such as "example.org".'
    )
    country = models.CharField(
        max_length=2, blank=True, help_text="Two capital letters (ISO 3166), such as TR."
    )
    language = models.CharField(
        max_length=35, blank=True, help_text="The language it mostly publishes in, such as en."
    )

    known_as: ClassVar[str] = OF_THOSE

    objects = OutletQuerySet.as_manager()
    history = History()

    class Meta(Curated.Meta):
        ordering = ["speaker__name", "id"]
        constraints = [
            *Curated.Meta.constraints,
            one_of("kind", OutletKind, blank=True),
            models.UniqueConstraint(
                fields=["domain"],
                condition=~Q(domain=""),
                name="%(app_label)s_%(class)s_domain_once",
                violation_error_message="Another outlet has this domain.",
            ),
            models.CheckConstraint(
                condition=Q(domain="") | Q(domain__regex=r"^[a-z0-9-]+(\.[a-z0-9-]+)+\Z"),
                name="%(app_label)s_%(class)s_domain_is_well_formed",
                violation_error_message='A domain is in small letters, such as "example.org".',
            ),
            models.CheckConstraint(
                condition=Q(country="") | Q(country__regex=r"^[A-Z]{2}\Z"),
                name="%(app_label)s_%(class)s_country_is_a_code",
                violation_error_message="Country must be two capital letters (ISO 3166).",
            ),
            language_tag(blank=True),
        ]

    def __str__(self) -> str:
        return self.speaker.name
