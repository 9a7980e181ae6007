"""A program with a key that writes through the API, and knows what it was told."""

import http.client
import json
import time
from dataclasses import dataclass
from typing import Any

from quotesdb.management.port import HOST

PATIENCE = 0.05
"""Seconds until a server that does not answer is asked again."""


class Unanswered(Exception):
    """The connection broke: whether the request was carried out nobody knows."""


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    tag: str
    body: Any


class Client:
    def __init__(self, port: int, key: str):
        self.port, self.key = port, key
        self.connection: http.client.HTTPConnection | None = None

    def ask(self, method: str, path: str, body: Any = None, **headers: str) -> Answer:
        """One request, once.

        Raises Unanswered.
        """
        sent = {"Authorization": f"Bearer {self.key}", "Content-Type": "application/json"}
        sent |= {name.replace("_", "-"): value for name, value in headers.items()}
        if self.connection is None:
            self.connection = http.client.HTTPConnection(HOST, self.port, timeout=60)
        try:
            self.connection.request(
                method, f"/api/v1/{path}", body and json.dumps(body), headers=sent
            )
            response = self.connection.getresponse()
            said = response.read()
        except (OSError, http.client.HTTPException) as error:
            self.connection.close()
            self.connection = None
            raise Unanswered from error
        told = json.loads(said) if said else None
        return Answer(response.status, response.getheader("ETag", ""), told)

    def insist(self, method: str, path: str, body: Any = None, **headers: str) -> Answer:
        """The same request until it is answered: for what may be asked twice."""
        while True:
            try:
                answer = self.ask(method, path, body, **headers)
            except Unanswered:
                time.sleep(PATIENCE)
                continue
            if not _is_busy(answer):
                return answer
            time.sleep(PATIENCE)


def _is_busy(answer: Answer) -> bool:
    """Whether somebody else is writing, or the first request of this very name still is."""
    return answer.status == 503 or (answer.status == 409 and "idempot" in str(answer.body).lower())
