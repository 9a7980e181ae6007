"""Phrases that can name a speaker: where they begin and end, and the word they turn on."""

import re
from dataclasses import dataclass
from functools import cached_property

from quotesdb.extraction.english.tagging import Tokens

CHUNK = r"(?:[PI]|[dS]{0,3}(?:[jnNTROvqs]|(?<=[dSjsn])[axDGc](?=[jnNTROq]))+|[dS])"
CHAIN = re.compile(rf"{CHUNK}(?:[pfo]{CHUNK})*")
NAME_RUN = re.compile(r"(?:N|T(?=[NTv])|(?<=N)v(?=N)|n(?=N))*N$")
TITLES = re.compile(r"^T+(?=N)")
ALONE = frozenset(("another", "both", "one", "two", "three", "all", "most", "several", "neither"))


@dataclass(frozen=True, slots=True)
class Mention:
    """A phrase by the numbers of its tokens, and its head: a name, a noun or a pronoun."""

    low: int
    high: int
    head_low: int
    head_high: int
    kind: str
    antecedent: "Mention | None" = None
    """Of a relative pronoun, the phrase that it stands for."""

    @property
    def is_name(self) -> bool:
        return self.kind == "name"


class Phrases:
    """The phrases of one paragraph."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens

    @cached_property
    def chains(self) -> list[tuple[int, int]]:
        return [found.span() for found in CHAIN.finditer(self.tokens.tags)]

    @cached_property
    def by_end(self) -> dict[int, tuple[int, int]]:
        """Every chain, and every beginning of one that ends at a chunk, by where it ends."""
        ends: dict[int, tuple[int, int]] = {}
        for low, high in self.chains:
            for place in range(low + 1, high + 1):
                ends[place] = (low, place)
        return ends

    @cached_property
    def by_start(self) -> dict[int, tuple[int, int]]:
        starts: dict[int, tuple[int, int]] = {}
        for low, high in self.chains:
            for place in range(low, high):
                starts[place] = (place, high)
        return starts

    def ending(self, at: int, low: int = 0) -> Mention | None:
        found = self.by_end.get(at)
        return self.mention(max(found[0], low), found[1]) if found and found[1] > low else None

    def starting(self, at: int) -> Mention | None:
        found = self.by_start.get(at)
        return self.mention(*found) if found else None

    def mention(self, low: int, high: int) -> Mention | None:
        """The phrase between two tokens, with its head found in the part before "of" or "for"."""
        tags = self.tokens.tags
        while low < high and tags[low] in "sac":
            low += 1
        first = next((it for it in range(low, high) if tags[it] in "pfo"), high)
        if low >= first:
            return None
        if first - low == 1 and tags[low] in "PI":
            return Mention(low, low + 1, low, first, "pronoun")
        run = NAME_RUN.search(tags, low, first)
        if run:
            return self._named(low, high, *run.span())
        return self._described(low, high, first)

    def _named(self, low: int, high: int, head_low: int, head_high: int) -> Mention:
        titles = TITLES.match(self.tokens.tags[head_low:head_high])
        return Mention(low, high, head_low + (titles.end() if titles else 0), head_high, "name")

    def _described(self, low: int, high: int, first: int) -> Mention | None:
        tags = self.tokens.tags
        noun = max((it for it in range(low, first) if tags[it] in "ROT"), default=-1)
        if noun < 0:
            noun = first - 1
        if tags[noun] in "dS" and self.tokens.words[noun].lower() not in ALONE:
            return None
        return Mention(low, high, noun, noun + 1, "nominal")
