"""The addresses by which a peer is asked, in a file that wrk walks through."""

import urllib.request
from pathlib import Path

from tests.benchmarks.side_by_side.questions import Given, Question
from tests.benchmarks.side_by_side.servers import Server, status

REVALIDATED = 200
"""Answers of which the ETag is fetched before."""


class NotOffered(Exception):
    """The peer has no answer to the question."""


def written(server: Server, question: Question, drawn: list[Given], path: Path) -> Path:
    """The file.

    Raises NotOffered.
    """
    named = (server.peer.address(question.name, given) for given in drawn)
    asked = [it for it in named if it is not None]
    if not asked:
        raise NotOffered("no such question")
    if question.revalidates:
        asked = [f"{it}\t{_etag(server, it)}" for it in asked[:REVALIDATED]]
    elif (found := status(f"{server.origin}{asked[0]}")) != 200:
        raise NotOffered(f"answers {found}")
    path.write_text("\n".join(asked) + "\n")
    return path


def _etag(server: Server, address: str) -> str:
    with urllib.request.urlopen(f"{server.origin}{address}") as answer:
        etag = answer.headers.get("ETag")
    if not etag:
        raise NotOffered("gives no ETag")
    if (found := status(f"{server.origin}{address}", {"If-None-Match": etag})) != 304:
        raise NotOffered(f"answers {found} to what has not changed")
    return etag
