"""What a list is asked for: what its filters keep, cut to a page."""

from dataclasses import dataclass, replace

from api.filtering import Filters
from api.kept_pages import PageSql, sql_of
from api.paging import Page
from api.statements import page_sql


@dataclass(frozen=True, slots=True)
class Asked:
    filters: Filters
    page: Page

    def sql(self) -> PageSql | None:
        """The statement for the page; None where it is known beforehand that there is nothing."""
        values = self.filters.values()
        if values is None:
            return self._written(self.page)
        after = self.page.after or ()
        alike = (
            type(self.filters),
            *self.filters.asked,
            replace(self.page, after=None),
        )
        return sql_of((*alike, bool(after)), [*values, *after], self._with)

    def count(self) -> int:
        """How many rows there are on all pages."""
        return sum(part.count() for part in self.filters.parts())

    def _with(self, values) -> PageSql | None:
        """The same for other values: those of the filters, then those of the cursor."""
        here = list(self.filters.values() or ())
        many = len(here)
        self.filters.put(values[:many])
        try:
            after = (values[many], values[many + 1]) if values[many:] else None
            return self._written(replace(self.page, after=after))
        finally:
            self.filters.put(here)

    def _written(self, page: Page) -> PageSql | None:
        parts = self.filters.parts()
        page = page.served_by(parts[0])
        return page_sql([page.cut(part) for part in parts], page.columns, page.down)
