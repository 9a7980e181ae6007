from collections.abc import Sequence
from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q
from django.db.models.expressions import RawSQL
from django.utils.text import slugify

from quotesdb import prepared
from quotesdb.models.curated import Curated, CuratedQuerySet, Part, has_words, one_of
from quotesdb.models.history import History
from quotesdb.vocabulary import SpeakerKind, choices


def slug_of(name: str) -> str:
    """The slug that a name makes: Latin where it can be, else in the name's own letters."""
    return slugify(name) or slugify(name, allow_unicode=True)


# Counting ends at a limit, so that it takes no longer for those who are quoted most.
QUOTES_COUNTED = """
    SELECT COUNT(*) FROM (
        SELECT 1 FROM quotesdb_quote
            WHERE quotesdb_quote.speaker_id = quotesdb_speaker.id
                AND quotesdb_quote.merged_into_id IS NULL
            LIMIT %s
    ) AS counted
"""


KNOWN_AS = """
    SELECT COALESCE(merged_into_id, id) AS id, 0 AS rank FROM quotesdb_speaker WHERE slug = %s
    UNION ALL
    SELECT speaker.id, 1 FROM quotesdb_alias AS alias
        JOIN quotesdb_speaker AS speaker ON speaker.id = alias.speaker_id
        WHERE alias.slug = %s AND speaker.merged_into_id IS NULL
"""


def nearest(found: Sequence[tuple[int | None, int]]) -> list[int]:
    """The ids of the lowest rank that was found, in order and each once."""
    lowest = min((rank for _, rank in found), default=0)
    return sorted({number for number, rank in found if number is not None and rank == lowest})


class SpeakerQuerySet(CuratedQuerySet):
    def ids_known_as(self, slug: str) -> list[int]:
        """The ids of the standing speakers that `slug` may mean: one query, by index.

        A slug of their own or of a record merged into them; only where there is none, an alias.
        Ids, because what is then looked for with them can be found by index as well.
        """
        return nearest(prepared.rows_of(KNOWN_AS, [slug, slug]))

    def known_as(self, slug: str) -> Self:
        """The standing speakers that `slug` may mean."""
        return self.filter(pk__in=self.ids_known_as(slug))

    def with_quotes_counted(self, most: int) -> Self:
        """With `quotes_counted`: how many standing quotes each has said, counted up to `most`."""
        return self.annotate(quotes_counted=RawSQL(QUOTES_COUNTED, [most]))  # noqa: S611


class Speaker(Curated):
    """Whoever words come from or pass through."""

    slug = models.SlugField(
        max_length=200,
        unique=True,
        allow_unicode=True,
        help_text="The name in addresses. Permanent.",
        error_messages={"unique": "This slug is taken by another speaker."},
    )
    name = models.CharField(max_length=300)
    kind = models.CharField(max_length=12, choices=choices(SpeakerKind))
    description = models.TextField(
        blank=True,
        max_length=2000,
        help_text="Who this is; for an anonymous source everything that is known of it.",
    )
    wikidata_id = models.CharField("Wikidata id", max_length=20, blank=True, db_index=True)
    granted_by = models.ForeignKey(
        "quotesdb.Outlet",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="granted",
        verbose_name="anonymity granted by",
        help_text="For an anonymous source: the outlet that granted it anonymity.",
    )
    identified_as = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="identities",
        help_text="For an anonymous source: who it turned out to be.",
    )
    identity_is_public = models.BooleanField(
        default=False, help_text="Until this is set, only curators see who it turned out to be."
    )

    known_as: ClassVar[str] = KNOWN_AS
    """The query for those whom a slug, its two parameters, may mean; see `nearest`."""

    objects = SpeakerQuerySet.as_manager()
    history = History()

    class Meta(Curated.Meta):
        ordering = ["name", "id"]
        constraints = [
            *Curated.Meta.constraints,
            one_of("kind", SpeakerKind),
            has_words("name", "A speaker needs a name or, if anonymous, a description as a name."),
            models.CheckConstraint(
                condition=Q(wikidata_id="") | Q(wikidata_id__regex=r"^Q[1-9][0-9]*\Z"),
                name="%(app_label)s_%(class)s_wikidata_id_is_well_formed",
                violation_error_message='A Wikidata id is a Q and a number, such as "Q42".',
            ),
            models.CheckConstraint(
                condition=Q(granted_by=None) | Q(kind=SpeakerKind.ANONYMOUS.value),
                name="%(app_label)s_%(class)s_only_anonymous_is_granted",
                violation_error_message="Only an anonymous source has a granting outlet.",
            ),
            models.CheckConstraint(
                condition=Q(identified_as=None) | Q(kind=SpeakerKind.ANONYMOUS.value),
                name="%(app_label)s_%(class)s_only_anonymous_is_identified",
                violation_error_message="Only an anonymous source can turn out to be somebody.",
            ),
            models.CheckConstraint(
                condition=~Q(identified_as=F("id")),
                name="%(app_label)s_%(class)s_not_identified_as_itself",
                violation_error_message="A source cannot turn out to be itself.",
            ),
            models.CheckConstraint(
                condition=Q(identity_is_public=False) | Q(identified_as__isnull=False),
                name="%(app_label)s_%(class)s_public_identity_is_known",
                violation_error_message="An identity can be public only once it is recorded.",
            ),
        ]
        indexes = [models.Index("name", "id", name="speaker_by_name")]

    def __str__(self) -> str:
        return self.name


class Alias(Part):
    """Another name that a speaker goes by."""

    whole = "speaker"
    told_apart_by = ("name",)

    speaker = models.ForeignKey(Speaker, models.CASCADE, related_name="aliases")
    name = models.CharField(max_length=300)
    slug = models.SlugField(max_length=300, allow_unicode=True, editable=False)

    history = History()

    class Meta:
        verbose_name_plural = "aliases"
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["speaker", "name"],
                name="%(app_label)s_%(class)s_once_per_speaker",
                violation_error_message="This speaker has this alias already.",
            ),
            has_words("name", "An alias needs a name."),
        ]

    def __str__(self) -> str:
        return self.name
