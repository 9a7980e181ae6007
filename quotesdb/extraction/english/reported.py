"""Speech that is reported without marks: "X said that ...", "according to X, ..."."""

import re

from quotesdb.extraction.english.complements import after, is_clause, limit_of, speech
from quotesdb.extraction.english.cues import Cue
from quotesdb.extraction.english.proposals import Passage, Proposal, Range

CIRCUMSTANCES = re.compile(r"(?:[aD]|p[dSj]*[jnONTD]+(?:[pf][dSj]*[jnONTD]+)*)*")
"""On Monday, in a statement to reporters, and the like."""


class Reporting:
    """Looks for what every cue of a passage reports in the article's own words."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.tags = passage.tokens.tags

    def propose(self) -> list[Proposal]:
        found = []
        for cues in self.passage.cues:
            for cue in cues:
                if speech(cue) and cue.via != "noun" and (made := self._one(cue, cues)):
                    found.append(made)
        return found

    def _one(self, cue: Cue, cues: list[Cue]) -> Proposal | None:
        if cue.via == "according":
            return self._according(cue, cues)
        if self._trails(cue):
            return self._trailing(cue, cues)
        if self._as_told(cue):
            return self._behind_the_comma(cue)
        return self._complement(cue, cues)

    def _complement(self, cue: Cue, cues: list[Cue]) -> Proposal | None:
        tokens = self.passage.tokens
        region = after(tokens, self.passage.phrases, cue, limit_of(tokens, cue, cues))
        if region is None or "Q" in self.tags[region.low : region.high]:
            return None
        if not region.that and (cue.via == "infinitive" or not is_clause(tokens, region)):
            return None
        return self._made(
            cue, [(region.low, region.high)], "that clause" if region.that else "bare clause"
        )

    def _trails(self, cue: Cue) -> bool:
        """Whether the attribution comes after the words: "..., X said." """
        low = self._begin(cue)
        if low - 1 <= cue.sentence[0] or self.tags[low - 1] != ",":
            return False
        behind = self.tags[self._end(cue) : self._end(cue) + 2]
        return behind[:1] in (".", ",", "", ";") and behind != ",Q"

    def _as_told(self, cue: Cue) -> bool:
        """ "As X told the paper, ..." """
        low = cue.sentence[0]
        first = self.passage.tokens.words[low].lower() == "as"
        return first and self._begin(cue) == low + 1

    def _behind_the_comma(self, cue: Cue) -> Proposal | None:
        high = cue.sentence[1]
        comma = self.tags.find(",", cue.high, high)
        while high > comma and self.tags[high - 1] == ".":
            high -= 1
        if comma < 0 or "Q" in self.tags[comma:high] or high - comma < 3:
            return None
        return self._made(cue, [(comma + 1, high)], "as told")

    def _begin(self, cue: Cue) -> int:
        if cue.via == "left" and cue.subject:
            return cue.subject.low
        return cue.low

    def _end(self, cue: Cue) -> int:
        end = cue.subject.high if cue.via in ("right", "according") and cue.subject else cue.high
        circumstances = CIRCUMSTANCES.match(self.tags, end, cue.sentence[1])
        return circumstances.end() if circumstances else end

    def _trailing(self, cue: Cue, cues: list[Cue]) -> Proposal | None:
        low = self._clause_begin(cue, cues)
        high = self._begin(cue) - 1
        end = self._end(cue)
        content = [(low, high)]
        if self.tags[end : end + 1] == ",":
            limit = limit_of(self.passage.tokens, cue, cues)
            if limit - end > 3:
                content.append((end + 1, limit))
        if any("Q" in self.tags[low:high] for low, high in content) or high - low < 2:
            return None
        if not any(set(self.tags[low:high]) & set("AMxV") for low, high in content):
            return None
        return self._made(cue, content, "clause before the cue")

    def _clause_begin(self, cue: Cue, cues: list[Cue]) -> int:
        low = cue.sentence[0]
        while self.tags[low] in "cCa,":
            low += 1
        return low

    def _according(self, cue: Cue, cues: list[Cue]) -> Proposal | None:
        low, high = cue.sentence
        while self.tags[high - 1] == "." and high > low:
            high -= 1
        end = cue.subject.high if cue.subject else cue.high
        if cue.low <= low + 1:
            comma = self.tags.find(",", end, high)
            begin = comma + 1 if 0 <= comma < end + 12 else end
            content = [(begin, high)]
        else:
            start = cue.low - 1 if self.tags[cue.low - 1] == "," else cue.low
            content = [(self._clause_begin(cue, cues), start)]
            if self.tags[end : end + 1] == "," and high - end > 4:
                content.append((end + 1, high))
        content = [(a, b) for a, b in content if b > a]
        if not content or any("Q" in self.tags[a:b] for a, b in content):
            return None
        return self._made(cue, content, "according to")

    def _made(self, cue: Cue, content: list[Range], rule: str) -> Proposal:
        tokens = self.passage.tokens
        return Proposal(
            self.passage,
            [],
            [tokens.span(low, high) for low, high in content],
            False,
            rule,
            cue,
            cue.subject,
        )
