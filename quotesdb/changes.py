"""What each act did to which record: written at its end, in the order of commits.

Whoever follows along is told of every record once an act, however many of its parts were written,
and of the quotes of which only what follows from other records is another.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from django.db import connection, models
from django.db.models import DateTimeField, F, Value
from django.db.models.functions import Coalesce

from quotesdb.models import (
    Appearance,
    Article,
    Change,
    Correction,
    Curated,
    Outlet,
    Part,
    Quote,
    Speaker,
)
from quotesdb.models.history import current_act, is_acting
from quotesdb.portions import portions
from quotesdb.prepared import among
from quotesdb.vocabulary import Happened

NAMES: dict[type[Curated], str] = {
    Speaker: "slug",
    Outlet: "speaker__slug",
    Article: "key",
    Quote: "key",
    Appearance: "key",
    Correction: "key",
}
"""The kinds of records, none before those it refers to, and the way to their permanent names."""

KINDS = {model: str(model._meta.model_name) for model in NAMES}
"""What they are called where changes are told."""

SAYS_MORE = list(
    map(
        Happened,
        ("recounted", "changed", "created", "split", "merged", "deleted", "redacted"),
    )
)
"""What became of a record, and then what says more about it."""

COLUMNS = ("at", "kind", "number", "key", "what", "version", "merged_into")


def name_of(record: models.Model) -> str:
    """The permanent name of a record: its slug or its key; empty where it has none."""
    named = record.speaker if isinstance(record, Outlet) else record
    return str(getattr(named, "slug", None) or getattr(named, "key", None) or "")


def note(rows: Sequence[models.Model], happened: Happened) -> None:
    """Remember that rows of one model were written; parts are told of as their records are."""
    if isinstance(rows[0], Part):
        whole: Any = type(rows[0])._meta.get_field(rows[0].whole)
        for row in rows:
            _note(whole.related_model, getattr(row, whole.attname), Happened.CHANGED)
    elif isinstance(rows[0], Curated):
        for row in rows:
            _note(type(row), row.pk, happened)


def note_recounted(quote: int) -> None:
    """Remember that of this quote what follows from other records is another.

    Outside of an act, as where tables are built anew, nobody is told.
    """
    if is_acting():
        _note(Quote, quote, Happened.RECOUNTED)


def note_gone(record: Curated, happened: Happened) -> None:
    """Remember that a record is about to be deleted or redacted."""
    act, one = current_act(), (type(record), record.pk)
    act.gone[one] = name_of(record), record.version
    _note(*one, happened)


def _note(model: type[models.Model], number: int, happened: Happened) -> None:
    told, one = current_act().told, (model, number)
    held = told.get(one)
    if held is None or SAYS_MORE.index(happened) > SAYS_MORE.index(held):
        told[one] = happened


def write() -> None:
    """Write what became of the records of the act under way."""
    act = current_act()
    several: dict[tuple[type[models.Model], Happened], list[int]] = defaultdict(list)
    for (model, number), happened in act.told.items():
        if (model, number) not in act.gone:
            several[model, happened].append(number)
    for model in NAMES:
        for happened in Happened:
            for some in portions(sorted(several[model, happened])):
                _write_held(model, happened, some)
    _write_gone()
    act.told.clear()
    act.gone.clear()


def _write_held(model: type[Curated], happened: Happened, numbers: Sequence[int]) -> None:
    """In one statement, whatever their number: what is told of records is in their own table."""
    name = NAMES[model]
    rows = (
        model._base_manager.filter(pk__in=among(numbers))
        .order_by("pk")
        .values_list(
            Value(current_act().at, DateTimeField()),
            Value(KINDS[model]),
            "pk",
            F(name),
            Value(happened.value),
            "version",
            Coalesce(F(f"merged_into__{name}"), Value("")),
        )
    )
    sql, parameters = rows.query.sql_with_params()
    table, columns = Change._meta.db_table, ", ".join(COLUMNS)
    with connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO {table} ({columns}) {sql}", parameters)


def _write_gone() -> None:
    """Those last that others refer to. What the act itself had made was never there."""
    act, order = current_act(), list[type[models.Model]](NAMES)
    gone = sorted(act.gone.items(), key=lambda it: (order.index(it[0][0]), it[0][1]), reverse=True)
    Change.objects.bulk_create(
        Change(
            at=act.at,
            kind=str(model._meta.model_name),
            number=number,
            key=name,
            what=act.told[model, number].value,
            version=version,
        )
        for (model, number), (name, version) in gone
        if (model, number) not in act.made
    )
