"""Whether what was redacted is gone."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Exists, OuterRef

from quotesdb import changes
from quotesdb.models import Redaction

from .finding import Check, OnRows, Wrong

MENDED_BY = "redact the record once more at the server, and find out who brought it back"


def redactions(on_rows: OnRows) -> Iterator[Wrong]:
    for model, name in changes.NAMES.items():
        of_model: Any = model
        kind, history = changes.KINDS[model], of_model.history
        rows = Redaction.objects.filter(kind=kind).order_by("pk")
        held = rows.filter(Exists(model._base_manager.filter(**{name: OuterRef("key")})))
        for key in held.values_list("key", flat=True):
            yield Wrong(f"{kind} {key}", "it was redacted, and is there")
        told = rows.filter(Exists(history.filter(id=OuterRef("number"))))
        for key in told.values_list("key", flat=True):
            yield Wrong(f"{kind} {key}", "it was redacted, and has a history")


REDACTION_CHECKS = (
    Check("redactions", "What was redacted is gone, with its history.", MENDED_BY, redactions),
)
