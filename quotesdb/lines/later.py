"""What a line cannot name yet: records that stand further down in the same export.

A line names only what an earlier one has told. Where a record refers to a later one, its line
leaves the member out, and a line of the type "later" tells it after all records of the kind.
"""

from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from quotesdb.models import Appearance, Article, Correction, Outlet, Quote, Reliance, Speaker

LATER = ""
"""Stands in the place of a name that is told later; no record is called so."""

MERGED = Q(merged_into_id__gt=F("id"))

STANDS_LATER = {
    "outlet": {
        "merged_into": Q(merged_into__speaker_id__gt=F("speaker_id")),
        "speaker.merged_into": Q(speaker__merged_into_id__isnull=False)
        & (Q(speaker__merged_into__outlet=None) | Q(speaker__merged_into_id__gt=F("speaker_id"))),
    },
    "speaker": {
        name: Q(**{f"{name}_id__gt": F("id"), f"{name}__outlet": None})
        for name in ("merged_into", "identified_as")
    },
    "article": {"merged_into": MERGED},
    "quote": {"merged_into": MERGED},
    "appearance": {
        name: Q(**{f"{name}__quote_id__gt": F("quote_id")})
        | Q(**{f"{name}__quote_id": F("quote_id"), f"{name}_id__gt": F("id")})
        for name in ("merged_into", "nested_in")
    },
    "correction": {"merged_into": MERGED},
}
"""By kind and member: whether the record that is named stands further down."""

SOURCE_STANDS_LATER = Q(source_id__gt=F("article_id"))
"""Of a reliance: whether the article relied on stands further down."""

MODELS: dict[str, Any] = {
    "outlet": Outlet,
    "speaker": Speaker,
    "article": Article,
    "quote": Quote,
    "appearance": Appearance,
    "correction": Correction,
}


def with_later_reliance() -> QuerySet[Any]:
    """The articles of which what they rely on is told later, all of it."""
    later = Reliance.objects.filter(SOURCE_STANDS_LATER, article=OuterRef("pk"))
    return Article.objects.filter(Exists(later))


def with_later_names(kind: str, member: str) -> Any:
    """The records of which this member is told later."""
    return MODELS[kind].objects.filter(STANDS_LATER[kind][member])
