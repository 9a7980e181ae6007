"""The year of a day, as each engine finds it soonest.

Django has SQLite ask Python for it, row by row; there a day is text that begins with its year.
"""

from django.db.models import Func, IntegerField


class Year(Func):
    output_field = IntegerField()
    arity = 1

    def as_sqlite(self, compiler, connection, **context):
        template = "CAST(SUBSTR(%(expressions)s, 1, 4) AS INTEGER)"
        return self.as_sql(compiler, connection, template=template, **context)

    def as_postgresql(self, compiler, connection, **context):
        template = "EXTRACT(YEAR FROM %(expressions)s)::integer"
        return self.as_sql(compiler, connection, template=template, **context)
