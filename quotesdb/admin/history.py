"""The history of a record with its parts, an act at a time."""

from itertools import groupby

from quotesdb.models import Appearance, Article, Outlet, Speaker

PARTS = {Appearance: ["segments", "chain"], Article: ["relies_on"], Speaker: ["aliases"]}
UNTOLD = {"version", "updated_at", "id"}
DONE = {"+": "added", "-": "removed"}


def acts_on(record):
    """Who, when, why, through which door, and what it changed; the last act first."""
    rows = [row for rows in histories(record) for row in rows]
    before = {id(row): former for rows in histories_by_row(rows) for row, former in rows}
    rows.sort(key=lambda row: row.history_date, reverse=True)
    return [
        {"at": at, "by": by, "door": door, "why": why, "changes": changes(list(told), before)}
        for (at, by, door, why), told in groupby(rows, key=facts)
    ]


def facts(row):
    return row.history_date, row.history_user, row.door, row.history_change_reason or ""


def histories(record):
    """The rows of history of the record, of its parts, and of the speaker that an outlet is."""
    yield in_order(record.history)
    for relation in PARTS.get(type(record), ()):
        part = record._meta.get_field(relation)
        yield in_order(part.related_model.history.filter(**{part.field.name: record}))
    if isinstance(record, Outlet):
        yield from histories(record.speaker)


def in_order(history):
    return history.select_related("history_user").order_by("history_id")


def histories_by_row(rows):
    """Each row of history with the one before it of the same record."""
    ordered = sorted(rows, key=lambda row: (whose(row), row.history_date, row.history_id))
    for _, same in groupby(ordered, key=whose):
        same = list(same)
        yield list(zip(same, [None, *same], strict=False))


def whose(row):
    return row.instance_type._meta.model_name, row.id


def changes(rows, before):
    told = [change(row, before[id(row)]) for row in rows]
    return [sentence for sentence in told if sentence]


def change(row, former):
    """What one row of history tells: "Quote: language und → en"."""
    what = f"{row.instance_type._meta.verbose_name}{number(row)}"
    if row.history_type in DONE or former is None:
        return f"{what} {DONE.get(row.history_type, 'changed')}".capitalize()
    differing = ", ".join(differences(row, former))
    return differing and f"{what.capitalize()}: {differing}"


def number(row):
    position = getattr(row, "position", None)
    return "" if position is None else f" {position}"


def differences(row, former):
    for field in row.instance_type._meta.concrete_fields:
        if field.name in UNTOLD or not hasattr(row, field.attname):
            continue
        old, new = getattr(former, field.attname), getattr(row, field.attname)
        if old != new:
            values = "" if field.is_relation else f" {shown(old)} → {shown(new)}"
            yield f"{field.verbose_name}{values}"


def shown(value):
    text = "nothing" if value in ("", None) else str(value)
    return text if len(text) <= 60 else f"{text[:59]}…"
