"""Words that bring in speech, and who is their subject."""

import re
from dataclasses import dataclass

from quotesdb.extraction.english.phrases import Mention, Phrases
from quotesdb.extraction.english.tagging import Tokens
from quotesdb.extraction.english.words import CueKind, cue_forms

BACK = re.compile(r"[aAMuD]")
SPEAKS = ("name", "pronoun")
FURTHEST = 40
"""Tokens that a verb may stand from its subject."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A word of speech, by the number of its token, with its sentence and its subject."""

    low: int
    high: int
    verb: str
    kind: CueKind
    via: str
    sentence: tuple[int, int]
    subject: Mention | None


class Cues:
    """Finds the cues of one paragraph."""

    def __init__(self, tokens: Tokens, phrases: Phrases) -> None:
        self.tokens = tokens
        self.tags = tokens.tags
        self.phrases = phrases

    def of(self, sentence: tuple[int, int]) -> list[Cue]:
        found: list[Cue] = []
        for number in range(*sentence):
            tag = self.tags[number]
            if tag in "VG":
                cue = self._verb(number, sentence, found)
            elif tag == "x" and self.tokens.words[number].lower() == "according":
                cue = self._according(number, sentence)
            else:
                continue
            if cue:
                found.append(cue)
        return found

    def _according(self, number: int, sentence: tuple[int, int]) -> Cue | None:
        if self.tags[number + 1 : number + 2] != "o":
            return None
        subject = self.phrases.starting(number + 2)
        return Cue(
            number, number + 2, "according to", CueKind.SAYING, "according", sentence, subject
        )

    def _verb(self, number: int, sentence: tuple[int, int], before: list[Cue]) -> Cue | None:
        verb, kind, form = cue_forms()[self.tokens.words[number].lower()]
        if self._is_passive(number, sentence):
            return None
        if form == "ing":
            return self._participle(number, sentence, verb, kind, before)
        if self._inverted(number, sentence) and verb != "tell":
            subject = self.phrases.starting(number + 1)
            if subject:
                return Cue(number, number + 1, verb, kind, "right", sentence, subject)
        subject = self._before(sentence[0], number)
        return Cue(number, number + 1, verb, kind, "left", sentence, subject)

    def _participle(
        self, number: int, sentence: tuple[int, int], verb: str, kind: CueKind, before: list[Cue]
    ) -> Cue | None:
        low = sentence[0]
        if self.tags[number - 1 : number] == "A" and number - 1 > low:
            return Cue(number, number + 1, verb, kind, "left", sentence, self._before(low, number))
        if self.tokens.words[number - 1 : number] == ["as"] and number - 1 > low:
            subject = self.phrases.ending(number - 1, low)
            return Cue(number, number + 1, verb, kind, "as saying", sentence, subject)
        earlier = [it.subject for it in before if it.subject and it.via != "according"]
        subject = earlier[-1] if earlier else self._clause_subject(low, number)
        return Cue(number, number + 1, verb, kind, "participle", sentence, subject)

    def _is_passive(self, number: int, sentence: tuple[int, int]) -> bool:
        place = number - 1
        while place >= sentence[0] and self.tags[place] in "au":
            place -= 1
        if place < sentence[0] or self.tags[place] != "A":
            return False
        passive = self.tokens.words[place].lower() in (
            "is",
            "was",
            "were",
            "be",
            "been",
            "are",
            "being",
        )
        return passive and self.tags[number] == "V"

    def _inverted(self, number: int, sentence: tuple[int, int]) -> bool:
        """After the words come the verb and then the subject: "...," said the mayor."""
        if number - 1 < sentence[0] or number + 1 >= sentence[1]:
            return False
        before = self.tags[number - 1]
        if before == "Q" or (before in ",-" and number - 2 >= sentence[0]):
            return self.tags[number + 1] in "NTRdSjnOP" and not self._verb_follows(number + 1)
        return False

    def _verb_follows(self, number: int) -> bool:
        found = self.phrases.by_start.get(number)
        return found is not None and self.tags[found[1] : found[1] + 1] in ("V", "A", "M")

    def _before(self, low: int, number: int) -> Mention | None:
        """The subject of the verb at this number: what stands before it, over what is aside."""
        low = max(low, number - FURTHEST)
        place = self._skip_back(low, number)
        if place <= low:
            return None
        tag = self.tags[place - 1]
        if tag == ",":
            return self._before_aside(low, place - 1)
        if tag == "W":
            return self._antecedent(low, place - 1)
        if tag in "co":
            return self._clause_subject(low, place - 1)
        if tag == "x":
            return self.phrases.ending(place - 1, low) or self._clause_subject(low, place - 1)
        if tag == "-":
            return self._before_dash(low, place - 1)
        return self._adjacent(low, place)

    def _skip_back(self, low: int, place: int) -> int:
        while place > low:
            if BACK.match(self.tags[place - 1]):
                place -= 1
                if place > low and self.tags[place] == "D" and self.tags[place - 1] == "p":
                    place -= 1
            elif self.tags[place - 1] == ")":
                opening = self.tags.rfind("(", low, place)
                if opening < 0:
                    break
                place = opening
            else:
                break
        return place

    def _adjacent(self, low: int, place: int) -> Mention | None:
        chain = self.phrases.ending(place, low)
        if chain is None:
            return None
        who = self.tags.rfind("W", low, chain.low)
        if (
            who > low
            and chain.low > who + 1
            and not re.search(r"[,;:QCt]", self.tags[who : chain.low])
        ):
            return self._antecedent(low, who) or chain
        reduced = re.search(r"R(x[pfo]?a?)$", self.tags[low : chain.low])
        if reduced:
            return self.phrases.ending(chain.low - len(reduced[1]), low) or chain
        return chain

    def _antecedent(self, low: int, who: int) -> Mention | None:
        place = who - 1 if who > low and self.tags[who - 1] == "," else who
        return self.phrases.ending(place, low)

    def _before_aside(self, low: int, comma: int) -> Mention | None:
        """Left of "X, the mayor of Y, said" and of "the manager, X, said"."""
        close = self.phrases.ending(comma, low)
        place = comma
        while (place := self.tags.rfind(",", low, place)) > low:
            left = self.phrases.ending(place, low)
            if left is None or left.kind == "nominal" and self.tags[left.head_low] not in "RO":
                continue
            if not left.is_name and close and close.is_name and close.low == place + 1:
                return Mention(left.low, close.high, close.head_low, close.head_high, "name")
            return left
        return close

    def _before_dash(self, low: int, dash: int) -> Mention | None:
        opening = self.tags.rfind("-", low, dash)
        return self.phrases.ending(opening if opening > low else dash, low)

    def subject_of_clause(self, low: int, high: int) -> Mention | None:
        return self._clause_subject(max(low, high - FURTHEST), high)

    def _clause_subject(self, low: int, number: int) -> Mention | None:
        """The subject of the nearest clause that has one, seen from the verb leftwards."""
        high = number
        while high > low:
            begin = max(self.tags.rfind(mark, low, high - 1) for mark in ",;:C-t")
            found = self._first_in(max(begin, low), high, last=high == number)
            if found:
                return found
            high = max(begin, low)
        return None

    def _first_in(self, low: int, high: int, *, last: bool) -> Mention | None:
        """The first phrase between two marks that a verb or, further left, a mark follows."""
        place = low
        while place < high:
            found = self.phrases.by_start.get(place)
            if found is None:
                place += 1
                continue
            end = min(found[1], high)
            mention = self.phrases.mention(place, end)
            governed = place > 0 and self.tags[place - 1] in "pfo"
            if (
                mention
                and not governed
                and self._may_speak(mention)
                and (self.tags[end : end + 1] in tuple("AMVxauG") or (end == high and not last))
            ):
                return mention
            place = end
        return None

    def _may_speak(self, mention: Mention) -> bool:
        head = self.tags[mention.head_low]
        return (
            mention.kind in SPEAKS and head != "I" or head in "RO" or self.tags[mention.low] in "dS"
        )
