"""The floor under granian's own interface, for SQLite; FLOOR names the file."""

import os

from tests.benchmarks.side_by_side.floor.answering import Floor
from tests.benchmarks.side_by_side.floor.engines import opened

HEADERS = [("content-type", "application/json")]
floor = Floor(opened(os.environ["FLOOR"]))


async def application(scope, protocol):
    origin = f"http://{scope.authority or scope.headers['host']}"
    answer = floor.answer(origin, scope.path, scope.query_string)
    protocol.response_bytes(200, HEADERS, answer)
