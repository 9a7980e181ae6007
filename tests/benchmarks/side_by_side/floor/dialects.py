"""JSON built in SQL, as each of the engines does it."""

from typing import ClassVar, Protocol


class Dialect(Protocol):
    def parameter(self, name: str) -> str: ...

    def object(self, **values: str) -> str:
        """A JSON object; the values are SQL expressions."""
        ...

    def array(self, item: str, rows: str, order: str) -> str:
        """A JSON array of `item` for each of the rows, in order."""
        ...

    def true_if(self, condition: str) -> str: ...

    found: ClassVar[str]
    """The best hits for the words `q`: id, rank, and all wordings with the words marked."""

    options: ClassVar[str]
    """How the words are marked."""


class PostgreSQL:
    found: ClassVar[str] = """
        select k.quote_id as id, rank, ts_headline('english', k.body, asked, {options}) as marked
        from (
            select quote_id, body, ts_rank(words, asked) as rank, asked
            from floor_words, plainto_tsquery('english', %(q)s) as asked
            where words @@ asked order by rank desc, quote_id desc limit {page}
        ) k
    """
    options: ClassVar[str] = "'HighlightAll=true, StartSel=<mark>, StopSel=</mark>'"

    def parameter(self, name: str) -> str:
        return f"%({name})s"

    def object(self, **values: str) -> str:
        return f"json_build_object({_pairs(values)})"

    def array(self, item: str, rows: str, order: str) -> str:
        return f"coalesce((select json_agg({item} order by {order}) from {rows}), '[]'::json)"

    def true_if(self, condition: str) -> str:
        return f"({condition})"


class SQLite:
    found: ClassVar[str] = """
        select rowid as id, -rank as rank,
            highlight(floor_words, 0, '<mark>', '</mark>') as marked
        from floor_words where floor_words match :q order by rank limit {page}
    """
    options: ClassVar[str] = ""

    def parameter(self, name: str) -> str:
        return f":{name}"

    def object(self, **values: str) -> str:
        return f"json_object({_pairs(values)})"

    def array(self, item: str, rows: str, order: str) -> str:
        """Rows come by index in the order asked for: SQLite 3.40 knows no order in aggregates."""
        return f"(select json_group_array({item}) from {rows})"

    def true_if(self, condition: str) -> str:
        return f"json(iif({condition}, 'true', 'false'))"


def _pairs(values: dict[str, str]) -> str:
    return ", ".join(f"'{name}', {value}" for name, value in values.items())
