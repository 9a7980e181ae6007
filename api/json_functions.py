"""JSON built by the database: what SQLite and PostgreSQL call it, and where they differ.

Names stand in the text of the statement, not among its parameters: PostgreSQL would not know of
what type these are, and a statement that is the same for all who ask is prepared once.
"""

from collections.abc import Mapping
from typing import Any

from django.db.models import Expression, F, Func, QuerySet, Subquery, TextField
from django.db.models.sql.compiler import SQLCompiler

Sql = tuple[str, Any]


class Object(Func):
    """An object of these names and values, in this order."""

    output_field = TextField()

    def __init__(self, values: Mapping[str, Expression | F], **extra: Any):
        super().__init__(*values.values(), **extra)
        self.names = tuple(values)

    def _sql(self, compiler: SQLCompiler, function: str) -> Sql:
        members: list[str] = []
        parameters: list[Any] = []
        for name, value in zip(self.names, self.source_expressions, strict=True):
            sql, its_own = compiler.compile(value)
            members.append(f"'{name}', {sql}")
            parameters += its_own
        return f"{function}({', '.join(members)})", parameters

    def as_sqlite(self, compiler: SQLCompiler, connection: Any, **_: Any) -> Sql:
        return self._sql(compiler, "json_object")

    def as_postgresql(self, compiler: SQLCompiler, connection: Any, **_: Any) -> Sql:
        return self._sql(compiler, "json_build_object")


class Array(Subquery):
    """The column `item` of some rows, in their order. Whole objects, or with `plain` mere values.

    What has passed through a subquery SQLite takes for text, until it is told that it is JSON.
    """

    output_field = TextField()

    def __init__(self, rows: QuerySet[Any], *, plain: bool, **extra: Any):
        super().__init__(rows, **extra)
        self.plain = plain

    def as_sqlite(self, compiler: SQLCompiler, connection: Any, **_: Any) -> Sql:
        item = "item" if self.plain else "json(item)"
        template = f"(SELECT json_group_array({item}) FROM (%(subquery)s))"  # noqa: S608
        return self.as_sql(compiler, connection, template)

    def as_postgresql(self, compiler: SQLCompiler, connection: Any, **_: Any) -> Sql:
        template = "(SELECT COALESCE(json_agg(item), '[]') FROM (%(subquery)s) AS items)"
        return self.as_sql(compiler, connection, template)


class Truth(Func):
    """`true` or `false`, which SQLite holds as 1 and 0."""

    output_field = TextField()
    arity = 1

    def as_sqlite(self, compiler: SQLCompiler, connection: Any, **_: Any) -> Sql:
        template = "json(CASE %(expressions)s WHEN 1 THEN 'true' WHEN 0 THEN 'false' END)"
        return self.as_sql(compiler, connection, template=template)

    def as_postgresql(self, compiler: SQLCompiler, connection: Any, **_: Any) -> Sql:
        return self.as_sql(compiler, connection, template="%(expressions)s")


class NullIfEmpty(Func):
    """Text for which the empty string means that it is not known."""

    output_field = TextField()
    arity = 1
    template = "NULLIF(%(expressions)s, '')"


class Json(Func):
    """A column that holds JSON, which SQLite takes for text."""

    output_field = TextField()
    arity = 1

    def as_sqlite(self, compiler: SQLCompiler, connection: Any, **_: Any) -> Sql:
        return self.as_sql(compiler, connection, template="json(%(expressions)s)")

    def as_postgresql(self, compiler: SQLCompiler, connection: Any, **_: Any) -> Sql:
        return self.as_sql(compiler, connection, template="%(expressions)s")


class Moment(Func):
    """A moment in UTC, to the second, as ISO 8601 has it."""

    output_field = TextField()
    arity = 1

    def as_sqlite(self, compiler: SQLCompiler, connection: Any, **_: Any) -> Sql:
        template = "replace(substr(%(expressions)s, 1, 19), ' ', 'T') || 'Z'"
        return self.as_sql(compiler, connection, template=template)

    def as_postgresql(self, compiler: SQLCompiler, connection: Any, **_: Any) -> Sql:
        format_ = 'YYYY-MM-DD"T"HH24:MI:SS"Z"'
        template = f"to_char(%(expressions)s AT TIME ZONE 'UTC', '{format_}')"
        return self.as_sql(compiler, connection, template=template)


class WordsAt(Func):
    """The words at some places of a text, with the 32 characters before and after each.

    Of a JSON column with pairs of start and end, and of the text that they are places in.
    """

    output_field = TextField()
    arity = 2
    AROUND = 32

    def _sql(self, compiler: SQLCompiler, template: str, less: str, more: str) -> Sql:
        (places, of_places), (body, of_body) = map(compiler.compile, self.source_expressions)
        members = (
            f"'exact', substr({body}, s + 1, e - s), "
            f"'prefix', substr({body}, {more}(s - {self.AROUND}, 0) + 1, "
            f"{less}(s, {self.AROUND})), "
            f"'suffix', substr({body}, e + 1, {self.AROUND}), 'start', s, 'end', e"
        )
        return template.format(members=members, places=places), [*of_body * 3, *of_places]

    def as_sqlite(self, compiler: SQLCompiler, connection: Any, **_: Any) -> Sql:
        template = (
            "json((SELECT json_group_array(json_object({members})) FROM "
            "(SELECT value ->> 0 AS s, value ->> 1 AS e FROM json_each({places}))))"
        )
        return self._sql(compiler, template, "min", "max")

    def as_postgresql(self, compiler: SQLCompiler, connection: Any, **_: Any) -> Sql:
        template = (
            "(SELECT COALESCE(json_agg(json_build_object({members}) ORDER BY nth), '[]') FROM "
            "(SELECT nth, (value ->> 0)::int AS s, (value ->> 1)::int AS e FROM "
            "jsonb_array_elements({places}) WITH ORDINALITY AS pair(value, nth)) AS places)"
        )
        return self._sql(compiler, template, "least", "greatest")


class AsText(Func):
    """A document as it is sent: PostgreSQL's driver would read it else."""

    output_field = TextField()
    arity = 1

    def as_sqlite(self, compiler: SQLCompiler, connection: Any, **_: Any) -> Sql:
        return self.as_sql(compiler, connection, template="%(expressions)s")

    def as_postgresql(self, compiler: SQLCompiler, connection: Any, **_: Any) -> Sql:
        return self.as_sql(compiler, connection, template="%(expressions)s::text")
