"""The tables of records as they stood at a moment, as subqueries that bear these tables' names.

What differs between the engines is here: in SQLite a subquery that bears a table's name can name
that table only with its schema, and each joins words in its own way.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from quotesdb.models import (
    Affected,
    Alias,
    Appearance,
    Article,
    ArticleText,
    Correction,
    Hop,
    Outlet,
    Quote,
    Reliance,
    Segment,
    SharedText,
    Speaker,
)
from quotesdb.models.quote import COUNTS
from quotesdb.past.differing import GONE
from quotesdb.replicas import connection

Row = tuple[Any, ...]
Part = tuple[str, list[Any]]
"""Some SQL, and its parameters."""

ORDER = (
    *(Speaker, Alias, Outlet, Article, Reliance, ArticleText, Segment, Appearance),
    *(Quote, Hop, Correction),
)
"""None before those that it is made from."""

MARKS = ("id", "appearance_id", "correction_id", "how", "certainty", "steps", "through_id")
SHARES = ("id", "quote_id", "a_id", "b_id", "share", "sample")


@dataclass(frozen=True, slots=True)
class Following:
    """What follows from the records, and no history has: of those quotes that are asked about."""

    counts: Sequence[Row] = ()
    """The quote, then its counts."""

    marks: Sequence[Row] = ()
    """As `quotesdb.downstream.KEPT` has them."""

    shares: Sequence[Row] = ()
    """The quote, two texts, and how much they share."""


def tables_at(at: datetime, following: Following) -> Part:
    """What stands before a statement, so that it reads the tables as they stood at a moment."""
    parts = [_counts(following.counts), *(_table(model, at) for model in ORDER)]
    parts += [_marks(following.marks), _shares(following.shares)]
    return ", ".join(text for text, _ in parts), [it for _, given in parts for it in given]


def _table(model: Any, at: datetime) -> Part:
    history = model.history.model._meta
    kept = {field.column for field in history.concrete_fields}
    columns = [_column(model, field.column, kept) for field in model._meta.concrete_fields]
    moment = connection.ops.adapt_datetimefield_value(at)
    text = (
        f"{model._meta.db_table} AS NOT MATERIALIZED ("  # noqa: S608
        f"SELECT {', '.join(sql for sql, _ in columns)} FROM {history.db_table} AS past "
        f"WHERE past.history_date <= %s AND past.history_type <> '{GONE}' AND NOT EXISTS ("
        f"SELECT 1 FROM {history.db_table} AS later WHERE later.id = past.id "
        "AND later.history_date <= %s AND (later.history_date > past.history_date "
        "OR later.history_date = past.history_date AND later.history_id > past.history_id)))"
    )
    return text, [*(it for _, given in columns for it in given), moment, moment]


def _column(model: Any, column: str, kept: set[str]) -> Part:
    special = SPECIAL.get((model, column))
    if special is not None:
        sql, given = special()
    elif column in kept:
        sql, given = f'past."{column}"', []
    else:
        raise LookupError(f"History does not keep {column} of {model.__name__}.")
    return f'{sql} AS "{column}"', given


def _unknown_day() -> Any:
    return connection.ops.adapt_datefield_value(date.min)


def _held(table: str) -> str:
    """The table itself, inside of what bears its name."""
    return f"main.{table}" if connection.vendor == "sqlite" else table


def _is_public() -> Part:
    """Public then, and public now: what was withdrawn is in no past."""
    held = _held(Speaker._meta.db_table)
    now = f"SELECT held.identity_is_public FROM {held} AS held WHERE held.id = past.id"  # noqa: S608
    return f"(past.identity_is_public AND COALESCE(({now}), FALSE))", []


def _identified_as() -> Part:
    return f"CASE WHEN {_is_public()[0]} THEN past.identified_as_id END", []


def _or_unknown(column: str) -> Callable[[], Part]:
    return lambda: (f"COALESCE(past.{column}, %s)", [_unknown_day()])


def _sort_date() -> Part:
    """Said from, else the earliest publication, else 0001-01-01."""
    earliest = (
        "SELECT MIN(article.published_on) FROM quotesdb_appearance AS printing "
        "JOIN quotesdb_article AS article ON article.id = printing.article_id "
        "WHERE printing.quote_id = past.id AND printing.merged_into_id IS NULL"
    )
    return f"COALESCE(past.said_from, ({earliest}), %s)", [_unknown_day()]


def _wording() -> Part:
    """The segments, joined by one space."""
    of_it = "FROM quotesdb_segment AS segment WHERE segment.appearance_id = past.id"
    if connection.vendor == "sqlite":
        in_order = f"SELECT segment.exact {of_it} ORDER BY segment.position"
        return f"(SELECT GROUP_CONCAT(exact, ' ') FROM ({in_order}))", []  # noqa: S608
    return f"(SELECT STRING_AGG(segment.exact, ' ' ORDER BY segment.position) {of_it})", []


def _of_held_text(column: str) -> Callable[[], Part]:
    """A text never changes, so what is held of it was so then."""

    def found() -> Part:
        held = _held(ArticleText._meta.db_table)
        return f"(SELECT held.{column} FROM {held} AS held WHERE held.id = past.id)", []  # noqa: S608

    return found


def _count(name: str) -> Callable[[], Part]:
    found = f"SELECT past_counts.{name} FROM past_counts WHERE past_counts.quote = past.id"  # noqa: S608
    return lambda: (f"COALESCE(({found}), 0)", [])


SPECIAL: dict[tuple[Any, str], Callable[[], Part]] = {
    (Speaker, "identity_is_public"): _is_public,
    (Speaker, "identified_as_id"): _identified_as,
    (Article, "sort_date"): _or_unknown("published_on"),
    (Correction, "sort_date"): _or_unknown("made_on"),
    (Quote, "sort_date"): _sort_date,
    (Appearance, "wording"): _wording,
    **{(ArticleText, name): _of_held_text(name) for name in ("body", "prints", "counted")},
    **{(Quote, name): _count(name) for name in COUNTS},
}
"""The columns that history does not keep, or not for everybody."""


def _counts(rows: Sequence[Row]) -> Part:
    return _values("past_counts", ("quote", *COUNTS), "0, 0, 0, 0", rows)


def _marks(rows: Sequence[Row]) -> Part:
    none = "0, 0, 0, '', '', 0, CAST(NULL AS bigint)"
    numbered = [(number, *row) for number, row in enumerate(rows, 1)]
    return _values(Affected._meta.db_table, MARKS, none, numbered)


def _shares(rows: Sequence[Row]) -> Part:
    numbered = [(number, *row, "") for number, row in enumerate(rows, 1)]
    return _values(SharedText._meta.db_table, SHARES, "0, 0, 0, 0, 0.5, ''", numbered)


def _values(name: str, columns: Sequence[str], none: str, rows: Sequence[Row]) -> Part:
    """Rows that are in no table, behind one that nothing refers to."""
    marks = ", ".join(["%s"] * len(columns))
    listed = ", ".join([f"({none})", *[f"({marks})"] * len(rows)])
    return f"{name}({', '.join(columns)}) AS (VALUES {listed})", list(_flat(rows))


def _flat(rows: Sequence[Row]) -> Iterator[Any]:
    return (value for row in rows for value in row)
