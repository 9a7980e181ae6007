"""Round after round: each question, at each number of connections, to each peer in turn."""

import contextlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.benchmarks.side_by_side import machine
from tests.benchmarks.side_by_side.addresses import NotOffered, written
from tests.benchmarks.side_by_side.agreement import agreements
from tests.benchmarks.side_by_side.cells import Cell, Results
from tests.benchmarks.side_by_side.databases import Database
from tests.benchmarks.side_by_side.drawing import drawn
from tests.benchmarks.side_by_side.load import Window, measured
from tests.benchmarks.side_by_side.peers import Peer
from tests.benchmarks.side_by_side.processor import done_since, settle, work
from tests.benchmarks.side_by_side.questions import Given, Question
from tests.benchmarks.side_by_side.servers import Server, running

WARM_UP = 1
SLOW_ROUNDS = 3
"""Rounds in which a peer is asked that needs a longer window."""

STRIDE = 37


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be measured on one database; the first of the peers is the floor."""

    database: Database
    peers: list[Peer]
    questions: list[Question]
    connections: list[int]
    rounds: int
    seconds: float

    @property
    def place(self) -> dict[str, str]:
        return {"size": self.database.size, "engine": self.database.engine}

    def __len__(self) -> int:
        return len(self.peers) * len(self.questions) * len(self.connections) * self.rounds


def measure(plan: Plan, results: Results, work: Path, bar: Any) -> None:
    """All windows of a plan that are not there already, for which `bar` moves on one each."""
    if all(key in results.held for key in _keys(plan)):
        bar.update(len(plan))
        return
    parameters = _parameters(plan.database, work)
    with running(plan.peers, plan.database, work) as servers:
        results.note("version", **plan.place, version=machine.version_of(plan.database))
        run = _Run(plan, results, servers, work)
        for question in plan.questions:
            run.prepare(question, parameters[question.drawn])
        for number in range(plan.rounds):
            for question in plan.questions:
                for connections in plan.connections:
                    run.round(question, connections, number)
                    bar.update(len(plan.peers))
        results.note("busy", **plan.place, load=machine.busy())


def _keys(plan: Plan) -> Iterator[tuple[Any, ...]]:
    for question in plan.questions:
        for peer in plan.peers:
            for connections in plan.connections:
                for number in range(plan.rounds):
                    yield (*plan.place.values(), question.name, peer.name, connections, number)


def _parameters(database: Database, work: Path) -> dict[str, list[Given]]:
    """Drawn once for a size; on the other engine they are the same."""
    kept = work / f"parameters-{database.size}.json"
    if not kept.exists():
        kept.write_text(json.dumps(drawn(database.rows)))
    return json.loads(kept.read_text())


@dataclass(slots=True)
class _Run:
    plan: Plan
    results: Results
    servers: list[Server]
    work: Path
    asked: dict[tuple[str, str], Path] = field(default_factory=dict)

    def prepare(self, question: Question, parameters: list[Given]) -> None:
        """Find out who answers, whether they agree, and let them warm up."""
        for agreement in agreements(self.servers, question, parameters):
            self.results.note(
                "agreement",
                **self.plan.place,
                question=agreement.question,
                peer=agreement.peer,
                asked=agreement.asked,
                same=agreement.same,
                word_for_word=agreement.word_for_word,
            )
        for server in self.servers:
            path = self.work / f"{server.peer.name}.{question.name}.addresses"
            try:
                self.asked[question.name, server.peer.name] = written(
                    server, question, parameters, path
                )
            except NotOffered as reason:
                told = {"question": question.name, "peer": server.peer.name, "why": str(reason)}
                self.results.note("not offered", **self.plan.place, **told)
            else:
                measured(server.origin, path, Window(1, WARM_UP, 0))

    def round(self, question: Question, connections: int, number: int) -> None:
        """Each peer once; another one begins in each round."""
        turn = number % len(self.servers)
        for server in self.servers[turn:] + self.servers[:turn]:
            with contextlib.suppress(KeyError):
                path = self.asked[question.name, server.peer.name]
                self._window(server, question.name, path, connections, number)

    def _window(
        self, server: Server, question: str, path: Path, connections: int, number: int
    ) -> None:
        """A window that is there already is left out, and of slow peers those after some."""
        name = server.peer.name
        key = (*self.plan.place.values(), question, name, connections, number)
        slow = number >= SLOW_ROUNDS and self.results.is_slow(key)
        if key in self.results.held or slow:
            return
        settle(self.servers, self.plan.database)
        window = Window(connections, self.plan.seconds, number * STRIDE)
        before = work([server], self.plan.database)
        found = measured(server.origin, path, window, is_slow=self.results.is_slow(key))
        found["processor"] = done_since(before, work([server], self.plan.database))
        self.results.add(
            Cell(
                size=self.plan.database.size,
                engine=self.plan.database.engine,
                question=question,
                peer=name,
                connections=connections,
                round=number,
                **found,
            )
        )
