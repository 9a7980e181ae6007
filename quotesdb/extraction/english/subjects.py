"""Who is the subject of a verb: rules that walk from the verb to the phrase that governs it."""

import re

from quotesdb.extraction.english.phrases import Mention, Phrases
from quotesdb.extraction.english.tagging import Tokens

BACK = frozenset("aAMuD")
SPEAKS = ("name", "pronoun")
FURTHEST = 40
"""Tokens that a verb may stand from its subject."""

RELATIVE_CLAUSE = re.compile(r"[,;:QCt]")
REDUCED = re.compile(r"[RO](x[pfo]?a?)$|[Nj](x[pf])$")
APPOSED_ENDS = frozenset(",.;-)QpWx") | {""}


class Subjects:
    """Finds subjects in one paragraph."""

    def __init__(self, tokens: Tokens, phrases: Phrases) -> None:
        self.tags = tokens.tags
        self.phrases = phrases

    def before(self, low: int, verb: int) -> Mention | None:
        """The subject of the verb at this token: what stands before it, over what is aside."""
        low = max(low, verb - FURTHEST)
        place = self._skip_back(low, verb)
        if place <= low:
            return None
        tag = self.tags[place - 1]
        if tag == ",":
            return self._before_aside(low, place - 1)
        if tag in "Wt":
            return self._relative(low, place - 1)
        if tag in "coC":
            return self.of_clause(low, place - 1)
        if tag == "x":
            return self.phrases.ending(place - 1, low) or self.of_clause(low, place - 1)
        if tag == "-":
            return self._before_dash(low, place - 1)
        return self._adjacent(low, place)

    def behind(self, verb: int) -> Mention | None:
        """The subject of an inverted verb: said the mayor, Ann Lee."""
        found = self.phrases.starting(verb + 1)
        return self._with_apposition(found) if found else None

    def of_clause(self, low: int, high: int) -> Mention | None:
        """The subject of the nearest clause that has one, seen from `high` leftwards."""
        low, end = max(low, high - FURTHEST), high
        while end > low:
            begin = max(max(self.tags.rfind(mark, low, end - 1) for mark in ",;:C-t"), low)
            if found := self._first_in(begin, end, last=end == high):
                return found
            end = begin
        return None

    def of_sentence(self, low: int, high: int) -> Mention | None:
        """The subject of the first clause that has one."""
        place = low
        while place < high:
            ends = [self.tags.find(mark, place + 1, high) for mark in ",;:C-"]
            end = min((it for it in ends if it > 0), default=high)
            if found := self._first_in(place, end, last=False):
                return found
            place = end
        return None

    def _skip_back(self, low: int, place: int) -> int:
        """Over adverbs, auxiliaries, days and what stands in parentheses."""
        while place > low:
            tag = self.tags[place - 1]
            if tag in BACK:
                place -= 1
                if tag == "D" and place > low and self.tags[place - 1] == "p":
                    place -= 1
            elif tag == ")" and (opening := self.tags.rfind("(", low, place)) >= 0:
                place = opening
            else:
                break
        return place

    def _adjacent(self, low: int, place: int) -> Mention | None:
        chain = self.phrases.ending(place, low)
        if chain is None:
            return None
        who = self.tags.rfind("W", low, chain.low)
        between = self.tags[who : chain.low]
        if who > low and len(between) > 1 and not RELATIVE_CLAUSE.search(between):
            return self._antecedent(low, who) or chain
        if reduced := REDUCED.search(self.tags[low : chain.low]):
            return self.phrases.ending(chain.low - len(reduced[1] or reduced[2]), low) or chain
        return chain

    def _antecedent(self, low: int, who: int) -> Mention | None:
        place = who - 1 if who > low and self.tags[who - 1] == "," else who
        return self.phrases.ending(place, low)

    def _relative(self, low: int, who: int) -> Mention | None:
        """ "X, who said": the article's word is "who", and whom it means is the phrase before."""
        found = self._antecedent(low, who)
        if found is None:
            return None
        return Mention(who, who + 1, who, who + 1, "relative", found)

    def _before_aside(self, low: int, comma: int) -> Mention | None:
        """Left of "X, the mayor of Y, said" and of "the manager, X, said"."""
        place = comma
        while (place := self.tags.rfind(",", low, place)) > low:
            left = self.phrases.ending(place, low)
            if left and self._may_speak(left):
                return self._with_apposition(left)
        return self.phrases.ending(comma, low)

    def _with_apposition(self, mention: Mention) -> Mention:
        """The manager, X: the name is the head."""
        if mention.kind != "nominal" or self.tags[mention.high : mention.high + 1] != ",":
            return mention
        name = self.phrases.starting(mention.high + 1)
        if name is None or not name.is_name or self.tags[name.low] not in "NT":
            return mention
        if self.tags[name.high : name.high + 1] not in APPOSED_ENDS:
            return mention
        return Mention(mention.low, name.high, name.head_low, name.head_high, "name")

    def _before_dash(self, low: int, dash: int) -> Mention | None:
        opening = self.tags.rfind("-", low, dash)
        return self.phrases.ending(opening if opening > low else dash, low)

    def _first_in(self, low: int, high: int, *, last: bool) -> Mention | None:
        """The first phrase between two marks that a verb or, further left, a mark follows."""
        place = low
        while place < high:
            found = self.phrases.by_start.get(place)
            if found is None:
                place += 1
                continue
            end = min(found[1], high)
            if self._is_subject(place, end, last=last and end == high):
                return self.phrases.mention(place, end)
            place = end
        return None

    def _is_subject(self, low: int, high: int, *, last: bool) -> bool:
        if low > 0 and self.tags[low - 1] in "pfo":
            return False
        mention = self.phrases.mention(low, high)
        if mention is None or not self._may_speak(mention):
            return False
        after = self.tags[high : high + 1]
        return after in tuple("AMVxauG") or (after in tuple(",;:C-t(") and not last)

    def _may_speak(self, mention: Mention) -> bool:
        head = self.tags[mention.head_low]
        if mention.kind in SPEAKS:
            return head != "I"
        return head in "RO" or self.tags[mention.low] in "dS"
