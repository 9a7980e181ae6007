"""Do all peers find the same? Asked before anything is measured."""

import json
import re
import urllib.error
import urllib.request
from dataclasses import dataclass
from typing import Any

from tests.benchmarks.side_by_side.floor.statements import PAGE
from tests.benchmarks.side_by_side.questions import Given, Question
from tests.benchmarks.side_by_side.servers import Server

ASKED = 15
HOST = re.compile(r"http://[^/]+")


@dataclass(frozen=True, slots=True)
class Agreement:
    """Of so many askings, in how many a peer found what the floor found.

    `word_for_word`: in how many its whole answer was the floor's.
    """

    peer: str
    question: str
    asked: int
    same: int
    word_for_word: int


def agreements(servers: list[Server], question: Question, drawn: list[Given]) -> list[Agreement]:
    """Each peer that answers beside the floor. Order does not matter in what is ranked."""
    floor, *others = servers
    found = []
    for other in others:
        pairs = [
            pair
            for given in drawn[:: max(1, len(drawn) // ASKED)][:ASKED]
            if (pair := _both(floor, other, question, given))
        ]
        if pairs:
            same = sum(_found(floor, question, a) == _found(other, question, b) for a, b in pairs)
            whole = sum(_without_hosts(a) == _without_hosts(b) for a, b in pairs)
            found.append(Agreement(other.peer.name, question.name, len(pairs), same, whole))
    return found


def _both(floor: Server, other: Server, question: Question, given: Given) -> tuple[Any, Any] | None:
    """Both answers. Of ranked ones only those that have room for all that there is to find."""
    answers = [_answer(it, question, given) for it in (floor, other)]
    if None in answers:
        return None
    if question.name == "search" and len(_found(floor, question, answers[0])) >= PAGE:
        return None
    return answers[0], answers[1]


def _answer(server: Server, question: Question, given: Given) -> Any:
    address = server.peer.address(question.name, given)
    if address is None:
        return None
    try:
        with urllib.request.urlopen(f"{server.origin}{address}") as answer:
            return json.load(answer)
    except urllib.error.HTTPError:
        return None


def _found(server: Server, question: Question, answer: Any) -> list[Any]:
    found = server.peer.found(question.name, answer)
    return sorted(found) if question.name == "search" else found


def _without_hosts(answer: Any) -> str:
    return HOST.sub("", json.dumps(answer, sort_keys=True))
