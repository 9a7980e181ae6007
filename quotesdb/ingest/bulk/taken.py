"""What only one record may have, beside its name: an article its address, an outlet its domain."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from quotesdb import rules
from quotesdb.ingest.bulk.drafts import Draft, Path
from quotesdb.ingest.bulk.known import keepable
from quotesdb.models import Article, Outlet, Redaction
from quotesdb.portions import portions
from quotesdb.prepared import among

ONCE: dict[str, tuple[Any, str]] = {"article": (Article, "url"), "outlet": (Outlet, "domain")}
"""By kind of line: the model and the column."""


@dataclass(slots=True)
class Taken:
    """The addresses and domains of a portion that some record has: held, or earlier in it."""

    by_kind: dict[str, set[str]] = field(default_factory=dict)
    redacted: set[tuple[str, str]] = field(default_factory=set)
    """Kinds and names of records that do not come back."""

    def look_up(self, drafts: Iterable[Draft]) -> None:
        drafts = list(drafts)
        self._look_up_redacted(drafts)
        for kind, (model, column) in ONCE.items():
            rows = (it.row for it in drafts if it.kind.name == kind)
            wanted = {value for row in rows if (value := row.get(column))}
            self.by_kind[kind] = {
                value
                for some in portions(keepable(wanted))
                for value in model.objects.filter(**{f"{column}__in": among(some, "text")})
                .order_by()
                .values_list(column, flat=True)
            }

    def _look_up_redacted(self, drafts: Sequence[Draft]) -> None:
        for some in portions(keepable({draft.name for draft in drafts})):
            found = Redaction.objects.filter(key__in=among(some, "text")).order_by()
            self.redacted.update(found.values_list("kind", "key"))

    def against(self, draft: Draft) -> list[tuple[Path, str]]:
        """The constraint's sentence, where another record has it already; or was redacted."""
        kinds = {draft.kind.name, "speaker" if draft.profile else draft.kind.name}
        if self.redacted and any((kind, draft.name) in self.redacted for kind in kinds):
            name = draft.kind.named_by
            return [((name,), rules.REDACTED.format(name=name, value=draft.name))]
        value = self._of(draft)
        if not value or value not in self.by_kind[draft.kind.name]:
            return []
        model, column = ONCE[draft.kind.name]
        return [((column,), _sentence(model, column))]

    def learn(self, draft: Draft) -> None:
        if value := self._of(draft):
            self.by_kind[draft.kind.name].add(value)

    def _of(self, draft: Draft) -> Any:
        return draft.row.get(ONCE[draft.kind.name][1]) if draft.kind.name in ONCE else None


def _sentence(model: Any, column: str) -> str:
    for constraint in model._meta.constraints:
        if getattr(constraint, "fields", None) == (column,):
            return str(constraint.violation_error_message)
    raise LookupError(f"{model.__name__} has no constraint about {column} alone.")
