"""A whole answer by one statement: the page, and the document of each of its rows.

The page is Django's own query for some rows. What is told of each row is put beside it; that is the
same for all who want the same fields, and is kept ready as text.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import orjson
from django.core.exceptions import EmptyResultSet
from django.db.models import Model, QuerySet

from api.documents import document_of
from api.json_functions import AsText
from api.kept_pages import PageSql
from api.selection import Selection
from api.shapes import Shape
from quotesdb import prepared
from quotesdb.editions import MARK
from quotesdb.replicas import connection

KEPT = 512
"""How many selections are kept ready; those who ask choose among more."""


@dataclass(frozen=True, slots=True, eq=False)
class Telling:
    """What is told of a row: the document, the tables it is read from, and their parameters."""

    document: str
    table: str
    beside: str
    parameters: tuple[Any, ...]


Row = tuple[Any, ...]
"""As the database gives it: the edition, the document as JSON, the columns that order the page."""


def document_in(row: Row) -> str:
    document: str = row[1]
    return document


def columns_in(row: Row) -> tuple[Any, ...]:
    return row[2:]


def read(
    shape: Shape, wanted: Selection, model: type[Model], page: PageSql | None, descending: bool
) -> tuple[str | None, list[Row]]:
    """The edition that was read, and what it tells of the rows of a page. One query.

    Where there is no row, the edition is not known.
    """
    if page is None:
        return None, []
    told = _telling(shape, orjson.dumps(wanted), model)
    whole = _whole(told, page.text, page.width, page.order, _way(descending))
    rows = prepared.rows_of(whole, [*page.parameters, *told.parameters])
    return (rows[0][0] if rows else None), rows


def number_of(page: PageSql) -> tuple[str | None, int | None]:
    """The edition that was read, and the id of the one row; None where there is none. One query."""
    found = prepared.rows_of(f"SELECT {MARK}, ({page.text})", page.parameters)  # noqa: S608
    [(mark, number)] = found
    return mark, number


def listed(numbers: Iterable[int]) -> PageSql:
    """The statement for a page of rows with these ids, which it gives in their order."""
    return PageSql(prepared.in_list(), [prepared.as_list(numbers)], 1, (0,))


def page_sql(
    parts: Sequence[QuerySet[Any]], columns: Sequence[str], descending: bool
) -> PageSql | None:
    """The statement for a page of several parts, which have no row in common.

    Each is ordered by the columns, and as long as the page may be. None where it is known
    beforehand that there is nothing.
    """
    selected = tuple(dict.fromkeys(("pk", *columns)))
    order = tuple(selected.index(column) for column in columns)
    pages = [sql for part in parts if (sql := _sql_of(part, selected))]
    if not pages:
        return None
    text = pages[0][0]
    if len(pages) > 1:
        each = " UNION ALL ".join(f"SELECT * FROM ({sql}) AS part" for sql, _ in pages)  # noqa: S608
        places = ", ".join(f"{place + 1} {_way(descending)}" for place in order)
        text = f"{each} ORDER BY {places} LIMIT {parts[0].query.high_mark}"
    return PageSql(text, [it for _, given in pages for it in given], len(selected), order)


def _sql_of(part: QuerySet[Any], columns: Sequence[str]) -> tuple[str, Sequence[Any]] | None:
    try:
        return part.values_list(*columns).query.sql_with_params()
    except EmptyResultSet:
        return None


def _way(descending: bool) -> str:
    return "DESC" if descending else "ASC"


@lru_cache(KEPT)
def _telling(shape: Shape, wanted: bytes, model: type[Model]) -> Telling:
    document = AsText(document_of(shape, orjson.loads(wanted)))
    rows = model._base_manager.order_by().values_list(document)
    compiler = rows.query.get_compiler(connection=connection)
    compiler.pre_sql_setup()
    [(_, (sql, parameters), _)] = compiler.select
    (table, *beside), of_tables = compiler.get_from_clause()
    return Telling(sql, table, " ".join(beside), (*parameters, *of_tables))


@lru_cache(KEPT)
def _whole(told: Telling, page: str, width: int, order: tuple[int, ...], way: str) -> str:
    names = ", ".join(f"c{number}" for number in range(width))
    ordered = ", ".join(f"c{place} {way}" for place in order)
    # An expression has no declared type, by which SQLite's driver would call Python for each value.
    keys = ", ".join(f"COALESCE(c{place}, c{place})" for place in order)
    return (
        f"WITH page({names}) AS ({page}) SELECT {MARK}, {told.document}, {keys} "  # noqa: S608
        f"FROM page INNER JOIN {told.table} ON {told.table}.id = c0 {told.beside} "
        f"ORDER BY {ordered}"
    )
