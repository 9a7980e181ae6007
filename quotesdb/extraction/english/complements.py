"""What a cue brings in: from which word to which the speaker's words run."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from quotesdb.extraction.english.cues import Cue
from quotesdb.extraction.english.phrases import Phrases
from quotesdb.extraction.english.tagging import Tokens
from quotesdb.extraction.english.words import CueKind, words

ADDRESSED = words("cues.txt", "addressed")
FOLLOWING = 12
"""Cues behind another one that may take over from it."""

THAT_AHEAD = re.compile(r"[^QVG.;:tWP]{0,16}?t")
CLAUSE = re.compile(r"[AMxVu]")
BEGINS_CLAUSE = re.compile(r"[PdSjnNTRODWCatuI]")


@dataclass(frozen=True, slots=True)
class Region:
    """Tokens from `low` up to `high`. `that` is whether the word stands before them."""

    low: int
    high: int
    that: bool = False


def after(tokens: Tokens, phrases: Phrases, cue: Cue, limit: int) -> Region | None:
    """The complement behind the cue, up to `limit` at most."""
    tags = tokens.tags
    low = cue.high
    if cue.via == "right" and cue.subject:
        return None
    that = THAT_AHEAD.match(tags, low, limit)
    if that and _that_belongs(tags, cue, low, that.end() - 1):
        return Region(that.end() - 1, limit, that=True)
    low = _past_the_addressee(tags, phrases, cue, low)
    low = _past_times(tags, low, limit)
    return Region(low, limit) if low < limit else None


def _that_belongs(tags: str, cue: Cue, low: int, that: int) -> bool:
    if that == low:
        return True
    return tags[low] in "paD,o" or cue.verb in ADDRESSED


def _past_the_addressee(tags: str, phrases: Phrases, cue: Cue, low: int) -> int:
    if cue.verb in ADDRESSED and (found := phrases.by_start.get(low)):
        return found[1] if tags[found[1] - 1] != "P" else low + 1
    return low


def _past_times(tags: str, low: int, limit: int) -> int:
    """Over "on Tuesday", "again", "in an interview on Sunday"."""
    while low < limit:
        if tags[low] in "aD":
            low += 1
        elif found := re.compile(r"p[dSj]?[D]n?|p[dS]?[jnO]*O(?:[pf][dS]?[jnNTOD]+)*").match(
            tags, low, limit
        ):
            low = found.end()
        else:
            break
    return low


def is_clause(tokens: Tokens, region: Region) -> bool:
    """Whether there is a verb in it, as in what somebody says and not in what is named."""
    tags = tokens.tags[region.low : region.high]
    return bool(tags) and bool(BEGINS_CLAUSE.match(tags)) and bool(CLAUSE.search(tags, 1))


def limit_of(tokens: Tokens, cue: Cue, cues: list[Cue]) -> int:
    """Where the complement of this cue must end: at the end of the sentence or the next cue."""
    low, high = cue.low, cue.sentence[1]
    while high > low and tokens.tags[high - 1] == ".":
        high -= 1
    number = bisect_right(cues, low, key=lambda it: it.low)
    cuts = (_cut_before(tokens, cue, other) for other in cues[number : number + FOLLOWING])
    return next((cut for cut in cuts if cut), high)


def _cut_before(tokens: Tokens, cue: Cue, other: Cue) -> int:
    """The place of the comma or "and" by which another cue takes over, or 0."""
    tags = tokens.tags
    begin = _begins(tags, cue, other)
    before = tags[max(0, begin - 2) : begin]
    if before.endswith(",") and _takes_over(tags, other):
        return begin - 1
    if other.via == "according":
        return begin
    if before in (",C", ",c") and (begin != other.low or other.subject == cue.subject):
        return begin - 2
    if other.subject == cue.subject and before.endswith("c"):
        return begin - 1
    return 0


def _begins(tags: str, cue: Cue, other: Cue) -> int:
    """Where the clause of another cue begins: at its subject, if that stands between them."""
    begin = other.low
    if other.via == "left" and other.subject and other.subject.low > cue.low:
        begin = other.subject.low
    while begin > cue.high and tags[begin - 1] in "aAM":
        begin -= 1
    return begin


def _takes_over(tags: str, other: Cue) -> bool:
    """Whether behind a comma another cue speaks: ", adding ...", ", she said"."""
    if other.via in ("participle", "according"):
        return True
    return other.via == "left" and tags[other.high : other.high + 1] in (".", "", ",")


def speech(cue: Cue) -> bool:
    return cue.kind in (CueKind.SAYING, CueKind.ASKING)
