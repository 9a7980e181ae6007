"""From an address of our API to the bytes of its answer."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import Any
from urllib.parse import parse_qsl, urlencode

import orjson

from tests.benchmarks.side_by_side.floor.engines import Engine, Row
from tests.benchmarks.side_by_side.floor.statements import PAGE, Statements

QUOTES = "/api/v1/quotes/"
FACETS = f"{QUOTES}facets/"


class Floor:
    """Answers quotes by id, lists and facets; anything else is a KeyError or an IndexError."""

    def __init__(self, engine: Engine):
        self._engine = engine
        self._statements = Statements(engine.dialect).by_parameters()

    def answer(self, origin: str, path: str, query: str) -> bytes:
        """`origin` is the scheme and the host, for links."""
        if path not in (QUOTES, FACETS):
            number = int(path[len(QUOTES) : -1])
            return self._engine.rows(self._statements["id",], {"id": number})[0][0]
        given: dict[str, Any] = dict(parse_qsl(query))
        statement = self._statements[tuple(sorted(given))]
        name = _order(path, given)
        if "cursor" in given:
            _, name, date, number = _opened(given["cursor"])
            rows = self._engine.rows(statement, {"date": date, "id": number})
        else:
            rows = self._engine.rows(statement, given)
        return self._page(rows, f"{origin}{path}", given, name)

    def _page(self, rows: list[Row], address: str, given: dict[str, Any], order: str) -> bytes:
        more, rows = len(rows) > PAGE, rows[:PAGE]
        links = {
            "next": _link(address, given, "next", order, rows[-1]) if more else None,
            "previous": (
                _link(address, given, "previous", order, rows[0])
                if "cursor" in given and rows
                else None
            ),
        }
        results = b",".join(row[0] for row in rows)
        return orjson.dumps(links)[:-1] + b',"results":[' + results + b"]}"


def _order(path: str, given: dict[str, Any]) -> str:
    if path == FACETS:
        return f"-{given['group_by']}"
    return "-rank" if "q" in given else "-sort_date"


def _opened(cursor: str) -> list[Any]:
    return orjson.loads(urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))


def _link(address: str, given: dict[str, Any], way: str, order: str, row: Row) -> str:
    value = int(row[1]) if row[1].isdigit() else row[1].decode()
    raw = orjson.dumps([way, order, value, int(row[2])])
    cursor = urlsafe_b64encode(raw).decode().rstrip("=")
    return f"{address}?{urlencode(given | {'cursor': cursor})}"
