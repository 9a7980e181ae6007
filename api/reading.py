"""Answers straight from rows: no model instances, and as many queries as a shape has levels."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet

from api.selection import Selection
from api.shapes import Column, Many, One, Shape

Row = tuple[Any, ...]
Step = tuple[Any, ...]


class Plan:
    """Which columns to ask for, and how to make answers of the rows."""

    def __init__(self, shape: Shape, wanted: Selection, extra: Sequence[str] = ()):
        self.paths: list[str] = []
        self.many: list[tuple[Many, Plan]] = []
        self.annotations = {
            name: expression
            for name, expression in shape.expressions().items()
            if name.removeprefix("_") in wanted
        }
        self.steps = self._steps(shape, wanted, "")
        self.extra = [self._index(path) for path in extra]
        self.key = self._index("pk")

    def rows(self, queryset: QuerySet) -> list[Row]:
        """One query."""
        return list(queryset.annotate(**self.annotations).values_list(*self.paths))

    def extras(self, row: Row) -> Row:
        """The values of the extra columns, such as those that a page is ordered by."""
        return tuple(row[index] for index in self.extra)

    def answers(self, rows: Sequence[Row]) -> list[dict[str, Any]]:
        """One more query for each Many of the shape, and of the shapes within."""
        keys = [row[self.key] for row in rows]
        children = [plan.children(many, keys) for many, plan in self.many]
        return [self._answer(self.steps, row, children) for row in rows]

    def children(self, many: Many, parents: Sequence[Any]) -> dict[Any, list[Any]]:
        """The answers that belong to each parent."""
        if not parents:
            return {}
        queryset = many.rows().filter(**{f"{many.by}__in": parents})
        rows = self.rows(queryset.order_by(many.by, *many.order))
        grouped = defaultdict(list)
        for row, answer in zip(rows, self.answers(rows), strict=True):
            grouped[self.extras(row)[0]].append(answer[many.only] if many.only else answer)
        return grouped

    def _index(self, path: str) -> int:
        if path not in self.paths:
            self.paths.append(path)
        return self.paths.index(path)

    def _steps(self, shape: Shape, wanted: Selection, prefix: str) -> list[Step]:
        return [
            (field.name, *self._step(field, wanted[field.name], prefix))
            for field in shape.fields
            if field.name in wanted
        ]

    def _step(self, field: Any, inside: Selection, prefix: str) -> Step:
        match field:
            case Column():
                return _value, self._index(prefix + field.source), field.null_if_empty
            case One():
                path = prefix + field.source
                shown = self._index(prefix + (field.visible_if or f"{field.source}_id"))
                there = self._index(f"{path}_id")
                return _one, (shown, there), self._steps(field.shape, inside, f"{path}__")
            case Many():
                wanted = {field.only: {}} if field.only else inside
                self.many.append((field, Plan(field.shape, wanted, [field.by])))
                return _many, len(self.many) - 1, None
            case _:
                raise TypeError(f"{field!r} is no field of a shape.")

    def _answer(self, steps: Sequence[Step], row: Row, children: list[Any]) -> dict[str, Any]:
        return {
            name: read(self, row, where, detail, children) for name, read, where, detail in steps
        }


def _value(plan: Plan, row: Row, where: int, null_if_empty: bool, children: list[Any]) -> Any:
    value = row[where]
    return None if null_if_empty and value == "" else value


def _one(plan: Plan, row: Row, where: tuple[int, int], steps: Any, children: list[Any]) -> Any:
    shown, there = where
    if not row[shown] or row[there] is None:
        return None
    return plan._answer(steps, row, children)


def _many(plan: Plan, row: Row, where: int, detail: None, children: list[Any]) -> Any:
    return children[where].get(row[plan.key], [])
