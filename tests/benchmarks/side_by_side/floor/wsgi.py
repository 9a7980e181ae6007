"""The floor under a WSGI server; FLOOR names the database."""

import os

from tests.benchmarks.side_by_side.floor.answering import Floor
from tests.benchmarks.side_by_side.floor.engines import opened

HEADERS = [("content-type", "application/json")]
floor = Floor(opened(os.environ["FLOOR"]))


def application(environ, start_response):
    origin = f"http://{environ['HTTP_HOST']}"
    answer = floor.answer(origin, environ["PATH_INFO"], environ["QUERY_STRING"])
    start_response("200 OK", HEADERS)
    return [answer]
