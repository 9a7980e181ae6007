"""Taking rows away with all that is remembered of them."""

from collections.abc import Collection, Iterator
from typing import Any

from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q

from quotesdb import changes
from quotesdb.models import (
    Appearance,
    Article,
    ArticleText,
    Brought,
    Candidate,
    Duplicate,
    Merge,
    Moved,
    Part,
)
from quotesdb.portions import portions
from quotesdb.verifying.of_history import remembered_models

from .reach import Numbers, Reach

DELETED = list(reversed(changes.NAMES))
"""In this order: none while another needs it."""

Rows = dict[type[models.Model], set[int]]


def purge(reach: Reach, candidates: Collection[int]) -> None:
    """Take away the records that go, their parts, these candidates, and what is told of any.

    Runs inside an act.
    """
    rows = _with_parts(reach.going)
    rows[Candidate] = set(candidates) | set(_candidates_of(reach))
    _forget_imports(reach)
    _forget_merges(reach)
    _let_go_of_each_other(reach)
    Candidate.objects.filter(pk__in=rows[Candidate]).delete()
    for model in DELETED:
        for some in portions(reach.going.get(model, ())):
            model._base_manager.filter(pk__in=some).delete()
    for kind, numbers in rows.items():
        _forget_history(kind, numbers)


def _with_parts(going: Numbers) -> Rows:
    """The rows that go, by model: the records, and all that is a part of them."""
    rows: Rows = {model: set(numbers) for model, numbers in going.items()}
    for part in remembered_models():
        whole = part.whole if issubclass(part, Part) else "article" if part is ArticleText else ""
        if whole:
            owner = part._meta.get_field(whole).related_model
            found = part.objects.filter(**{f"{whole}__in": going.get(owner, ())})
            rows[part] = set(found.values_list("pk", flat=True))
    return rows


def _candidates_of(reach: Reach) -> Iterator[int]:
    """What readers proposed in the texts that go, and what became the appearances that go."""
    of_these = Q(text__article__in=reach.going.get(Article, ())) | Q(
        appearance__in=reach.going.get(Appearance, ())
    )
    yield from Candidate.objects.filter(of_these).values_list("pk", flat=True)


def _forget_imports(reach: Reach) -> None:
    for record in reach:
        kind, name = changes.KINDS[type(record)], changes.name_of(record)
        Brought.objects.filter(kind=kind, key=name).delete()


def _forget_merges(reach: Reach) -> None:
    """What merges took from them or gave them, and what they may be the same as."""
    for model, numbers in reach.going.items():
        kind = model._meta.model_name
        of_either = Q(loser__in=numbers) | Q(survivor__in=numbers)
        Merge.objects.filter(of_either, kind=kind).delete()
        Duplicate.objects.filter(Q(a__in=numbers) | Q(b__in=numbers), kind=kind).delete()
    articles = list(reach.going.get(Article, ()))
    Moved.objects.filter(values__article_id__in=articles).delete()


def _let_go_of_each_other(reach: Reach) -> None:
    """Those that go may name what goes before them, which that would forbid."""
    gone: set[Any] = set()
    for model in DELETED:
        gone.add(model)
        numbers = reach.going.get(model, ())
        for named in model._meta.concrete_fields:
            if isinstance(named, models.ForeignKey) and named.null and named.related_model in gone:
                others = reach.going.get(named.related_model, ())
                rows = model._base_manager.filter(pk__in=numbers)
                rows.filter(**{f"{named.name}__in": others}).update(**_without(model, named))


def _without(model: Any, named: Any) -> dict[str, Any]:
    """Nobody; and where a constraint needs a name, that is taken with it."""
    if named.name == "identified_as":
        return {named.name: None, "identity_is_public": False}
    return {named.name: None}


def _forget_history(model: Any, numbers: Collection[int]) -> None:
    content = ContentType.objects.get_for_model(model)
    for some in portions(numbers):
        model.history.filter(id__in=some).delete()
        LogEntry.objects.filter(content_type=content, object_id__in=map(str, some)).delete()
