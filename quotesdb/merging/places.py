"""Which columns name a record, and so lead elsewhere when it is merged.

A test looks at every foreign key there is: a new one must be named here, or be told why not.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models

from quotesdb.models import (
    Alias,
    Appearance,
    Article,
    Candidate,
    Correction,
    Hop,
    Outlet,
    Quote,
    Reliance,
    Speaker,
)
from quotesdb.vocabulary import Mergeable

KINDS: Mapping[Mergeable, type[Any]] = {
    Mergeable.SPEAKER: Speaker,
    Mergeable.OUTLET: Outlet,
    Mergeable.QUOTE: Quote,
    Mergeable.APPEARANCE: Appearance,
    Mergeable.CORRECTION: Correction,
}


@dataclass(frozen=True, slots=True)
class Place:
    """A column in which rows name a record of some kind, and what people call such rows.

    `once_beside`: a record has no two such rows that are the same in this column.
    """

    model: type[Any]
    field: str
    called: str
    once_beside: str = ""

    @property
    def name(self) -> str:
        return f"{self.model._meta.model_name}.{self.field}"

    @property
    def column(self) -> str:
        return f"{self.field}_id"

    def naming(self, record: int) -> models.QuerySet[Any]:
        """The rows that name the record, merged ones as well, the first first."""
        rows: models.QuerySet[Any] = self.model._base_manager.filter(**{self.column: record})
        return rows.order_by("pk")


PLACES: Mapping[Mergeable, tuple[Place, ...]] = {
    Mergeable.SPEAKER: (
        Place(Quote, "speaker", "quotes"),
        Place(Hop, "speaker", "hops on chains"),
        Place(Alias, "speaker", "other names", once_beside="name"),
        Place(Speaker, "identified_as", "sources that turned out to be this one"),
    ),
    Mergeable.OUTLET: (
        Place(Article, "outlet", "articles"),
        Place(Reliance, "outlet", "articles that rely on it", once_beside="article_id"),
        Place(Speaker, "granted_by", "sources that it granted anonymity"),
    ),
    Mergeable.QUOTE: (
        Place(Appearance, "quote", "appearances"),
        Place(Correction, "quote", "corrections"),
    ),
    Mergeable.APPEARANCE: (
        Place(Appearance, "nested_in", "appearances inside it"),
        Place(Correction, "appearance", "corrections"),
        Place(Candidate, "appearance", "candidates that became it"),
    ),
    Mergeable.CORRECTION: (),
}

LEADING = {kind: Place(model, "merged_into", "merged before") for kind, model in KINDS.items()}
"""What was merged into a record before leads on with it."""

BY_NAME = {
    place.name: place for places in (*PLACES.values(), tuple(LEADING.values())) for place in places
}


BY_COLUMN = {(str(it.model._meta.model_name), it.column): it for it in BY_NAME.values()}


def kind_of(record: models.Model) -> Mergeable:
    """What sort of record it is."""
    return Mergeable(str(record._meta.model_name))
