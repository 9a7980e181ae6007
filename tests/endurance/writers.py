"""What one of many writers does, and what it was told of each thing that it did."""

import time
from collections import Counter
from dataclasses import dataclass, field
from random import Random
from uuid import uuid4

from tests.endurance.client import Client, Unanswered


@dataclass(slots=True)
class Told:
    """Of each write, by the note that it left in the history: what became of it."""

    acknowledged: set[str] = field(default_factory=set)
    unanswered: set[str] = field(default_factory=set)
    made: set[str] = field(default_factory=set)
    """The keys of quotes that were made and stay."""

    deleted: set[str] = field(default_factory=set)
    counts: Counter[str] = field(default_factory=Counter)
    strange: list[str] = field(default_factory=list)
    """Answers that there should never be."""

    def add(self, other: "Told") -> None:
        for name in ("acknowledged", "unanswered", "made", "deleted"):
            getattr(self, name).update(getattr(other, name))
        self.counts.update(other.counts)
        self.strange += other.strange


@dataclass(slots=True)
class Writer:
    """Until its time is up: mostly counts on in quotes that all others write as well."""

    client: Client
    chance: Random
    quotes: list[int]
    appearances: list[int]
    articles: list[str]
    told: Told = field(default_factory=Told)

    def write_until(self, until: float) -> None:
        ways = [self.count_on, self.name_anew, self.make]
        while time.monotonic() < until:
            self.chance.choices(ways, weights=[7, 2, 2])[0]()

    def count_on(self) -> None:
        """Read a number, write the next one: what two writers do at once is lost by one of them."""
        path = f"quotes/{self.chance.choice(self.quotes)}/"
        held = self.client.insist("GET", path)
        number = int(held.body["occasion"].split()[-1])
        self._patch(path, {"occasion": f"count {number + 1}"}, held.tag)

    def name_anew(self) -> None:
        """Another name in a chain: its version is the appearance's, its counts the quote's."""
        path = f"appearances/{self.chance.choice(self.appearances)}/"
        held = self.client.insist("GET", path)
        chain = held.body["chain"]
        chain[0]["attributed_as"] = f"a source {uuid4().hex[:8]}"
        if self.chance.random() < 0.3:
            chain[-1]["certainty"] = self.chance.choice(["stated", "inferred"])
        self._patch(path, {"chain": chain}, held.tag)

    def make(self) -> None:
        """A quote with a printing, asked for until it is answered; sometimes deleted again."""
        key, why = f"made-{uuid4().hex}", uuid4().hex
        body = {
            "key": key,
            "text": f"We make {key} here.",
            "appearances": [
                {
                    "article": self.chance.choice(self.articles),
                    "form": "direct",
                    "segments": [{"exact": f"We make {key} here."}],
                }
            ],
        }
        answer = self.client.insist("POST", f"quotes/?why={why}", body, Idempotency_Key=why)
        if not self._count("made", answer, 201):
            return
        self.told.acknowledged.add(why)
        self.told.made.add(key)
        if self.chance.random() < 0.5:
            self._take_away(key, answer.body)

    def _take_away(self, key: str, quote) -> None:
        for path in (f"appearances/{quote['appearances'][0]['id']}/", f"quotes/{quote['id']}/"):
            held = self.client.insist("GET", path)
            if held.status == 404:
                continue
            answer = self.client.insist("DELETE", path, If_Match=held.tag)
            # Asked twice, it may be gone already by the first time.
            if not self._count("deleted", answer, 204, 404):
                return
        self.told.made.discard(key)
        self.told.deleted.add(key)

    def _patch(self, path: str, body, tag: str) -> None:
        why = uuid4().hex
        try:
            answer = self.client.ask("PATCH", f"{path}?why={why}", body, If_Match=tag)
        except Unanswered:
            self.told.unanswered.add(why)
            self.told.counts["unanswered"] += 1
            return
        if self._count("changed", answer, 200, 412, 503):
            self.told.acknowledged.add(why)

    def _count(self, what: str, answer, *expected: int) -> bool:
        """Whether it was done; anything but these statuses is strange."""
        done = answer.status == expected[0]
        names = {412: "stale", 503: "busy", 404: "gone"}
        self.told.counts[what if done else names.get(answer.status, str(answer.status))] += 1
        if answer.status not in expected:
            self.told.strange.append(f"{what}: {answer.status} {str(answer.body)[:300]}")
        return answer.status in expected and answer.status not in (412, 503)
