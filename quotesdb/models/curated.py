"""What all curated records share: a version, a permanent name, and a place to be merged into."""

import re
import uuid
from enum import StrEnum
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.utils import timezone

# The blanks beyond ASCII are spelt out: the two engines do not agree on which \s means, nor on
# whether $ may stand before a last line break, for which \Z is used throughout.
NOT_BLANK = r"[^\s\u0085\u00a0\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]"


# PostgreSQL keeps no U+0000, and half a surrogate pair is no text in UTF-8.
CANNOT_BE_KEPT = re.compile("[\0\ud800-\udfff]")


def make_key() -> str:
    """A permanent key for a record that came without one."""
    return uuid.uuid4().hex


def one_of(field: str, words: type[StrEnum], *, blank: bool = False) -> models.CheckConstraint:
    """The constraint that `field` holds a word of its vocabulary."""
    listed = [word.value for word in words]
    named = ", ".join(listed[:-1]) + " or " + listed[-1]
    return models.CheckConstraint(
        condition=Q(**{f"{field}__in": [*listed, *([""] if blank else [])]}),
        name=f"%(app_label)s_%(class)s_{field}_is_known",
        violation_error_message=f"{field.replace('_', ' ').capitalize()} must be {named}.",
    )


def has_words(field: str, sentence: str) -> models.CheckConstraint:
    """The constraint that `field` is more than space."""
    return models.CheckConstraint(
        condition=Q(**{f"{field}__regex": NOT_BLANK}),
        name=f"%(app_label)s_%(class)s_{field}_has_words",
        violation_error_message=sentence,
    )


def language_tag(field: str = "language", *, blank: bool = False) -> models.CheckConstraint:
    """The constraint that `field` is a language tag (BCP 47)."""
    known = Q(**{f"{field}__regex": r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z"})
    return models.CheckConstraint(
        condition=known | Q(**{field: ""}) if blank else known,
        name=f"%(app_label)s_%(class)s_{field}_is_a_tag",
        violation_error_message=(
            'Language must be a language tag such as "en", "pt-BR", or "und" where it is unknown.'
        ),
    )


class CuratedQuerySet(models.QuerySet[Any]):
    """Ways of finding that every curated record has."""

    def standing(self) -> Self:
        """Those that have not been merged into another."""
        return self.filter(merged_into=None)

    def merged(self) -> Self:
        """Those whose place another has taken."""
        return self.exclude(merged_into=None)

    def leading_to(self, column: str, value: Any) -> Any:
        """What the record with this value in a unique column, or its survivor, has there.

        The value itself where there is no such record. One query, by the index of the column.
        """
        rows = self.model._base_manager.filter(**{column: value}).order_by()
        found = rows.values_list(Coalesce(f"merged_into__{column}", column), flat=True).first()
        return value if found is None else found


class Curated(models.Model):
    """A record that curators answer for."""

    version = models.PositiveIntegerField(default=1, editable=False)
    updated_at = models.DateTimeField(default=timezone.now, editable=False)
    merged_into = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="merged_from",
        help_text="The record that took this one's place.",
    )

    class Meta:
        abstract = True
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=~Q(merged_into=F("id")),
                name="%(app_label)s_%(class)s_not_merged_into_itself",
                violation_error_message="A record cannot be merged into itself.",
            )
        ]


class Keyed(Curated):
    """A curated record with a permanent key, on which export, import and mirrors match."""

    key = models.CharField(
        max_length=200,
        unique=True,
        default=make_key,
        help_text="Permanent. Given by the seeds, or made.",
        error_messages={"unique": "This key is taken: a key belongs to one record for ever."},
    )

    class Meta(Curated.Meta):
        abstract = True
        constraints = [
            *Curated.Meta.constraints,
            models.CheckConstraint(
                condition=Q(key__regex=r"^[A-Za-z0-9][A-Za-z0-9._:/-]*\Z"),
                name="%(app_label)s_%(class)s_key_is_well_formed",
                violation_error_message=(
                    "A key starts with a letter or digit and has only letters, digits and . _ : / -"
                ),
            ),
        ]


class Part(models.Model):
    """A row that has no life of its own: it belongs to a curated record and changes with it."""

    whole: str
    """The field that names the record this is a part of."""

    told_apart_by: tuple[str, ...]
    """The fields that tell this part from the record's other parts."""

    class Meta:
        abstract = True
