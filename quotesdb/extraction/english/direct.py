"""Whose are the words in marks: the rules from the surest to the boldest."""

import re

from quotesdb.extraction.english.complements import Region, after, limit_of
from quotesdb.extraction.english.cues import Cue
from quotesdb.extraction.english.phrases import Mention
from quotesdb.extraction.english.proposals import Passage, Proposal
from quotesdb.extraction.english.quoted import is_capital, is_name_of_a_work, stops, words_in
from quotesdb.extraction.english.words import CueKind, words

BETWEEN = re.compile(r"[,:\-t]*$")
FILLER = re.compile(r"(?:[aD,:\-]|p[dSj]*[jnO]*[DONn]n?|[INRTjd](?=.*[:,]))*t?[,:\-]?$")
CLAUSE_WORD = re.compile("[tCAMV]")
LONG = 4
ONLY_ADJACENT = words("cues.txt", "adjacent")
BESIDE = ("left", "right", "infinitive", "according")
"""How a cue has its subject that stands right behind the words."""

WEAK = ("infinitive", "noun")
BROKEN_OFF = "goes on"


class Quoting:
    """Looks for the cue of every quotation of a passage."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.tokens = passage.tokens
        self.tags = passage.tokens.tags

    def propose(self) -> list[Proposal]:
        found: list[Proposal] = []
        for number, (low, high) in enumerate(self.passage.sentences):
            cues = self.passage.cues[number]
            for place in range(low, high):
                if self.tags[place] == "Q":
                    made = self._one(place, (low, high), cues)
                    if made:
                        self._broken_off(made, found[-1:])
                        found.append(made)
        return found

    def _broken_off(self, made: Proposal, before: list[Proposal]) -> None:
        """ "...," said X, "...": the words behind the attribution go on with those before it."""
        if not before or before[0].rule not in ("speaker behind", BROKEN_OFF) or made.fused:
            return
        cue, earlier = made.cue, before[0].cue
        if cue is None or earlier is None or cue.sentence != earlier.sentence:
            return
        if cue is earlier or (cue.via == "participle" and cue.verb in ("add", "continue")):
            made.follows, made.rule = before[0], BROKEN_OFF

    def _one(self, place: int, sentence: tuple[int, int], cues: list[Cue]) -> Proposal | None:
        cue = self._before(place, cues)
        if is_name_of_a_work(self.tokens, place) and not (cue and cue.kind == CueKind.JUDGING):
            return None
        if behind := self._behind(place, cues):
            return self._behind_made(place, sentence, behind)
        if cue:
            return self._after_cue(place, sentence, cue, cues)
        later = next((it for it in cues if it.low > place and it.kind != CueKind.JUDGING), None)
        if later and (around := self._around(place, sentence, later)):
            return around
        if later and place == sentence[0] and stops(self.tokens, self.tokens.quotations[place]):
            return self._apart(place, later)
        return None if later else self._alone(place, sentence)

    def _apart(self, place: int, cue: Cue) -> Proposal:
        """ "...," Ann Lee and Bob Poe wrote: a phrase too long to be taken for the subject."""
        made = self._made(place, cue, "speaker behind, apart")
        made.subject = self.passage.phrases.starting(place + 1) or made.subject
        return made

    def _made(
        self, place: int, cue: Cue | None, rule: str, content: tuple[int, int] | None = None
    ) -> Proposal:
        quotation = self.tokens.quotations[place]
        own = (quotation.start, quotation.end)
        return Proposal(
            self.passage,
            [quotation],
            [content or own],
            True,
            rule,
            cue,
            cue.subject if cue else None,
            fused=content is not None and content != own,
        )

    def _behind(self, place: int, cues: list[Cue]) -> Cue | None:
        """ "...," said X and "...," X said: the attribution follows at once."""
        start = place + 1
        while self.tags[start : start + 1] in (",", "-"):
            start += 1
        for cue in cues:
            if cue.low < start or cue.subject is None:
                continue
            begins = cue.subject.low if cue.via in ("left", "infinitive") else cue.low
            if begins != start or cue.via not in BESIDE:
                return None
            return self._quoted_as(cue, cues) or cue
        return None

    def _quoted_as(self, cue: Cue, cues: list[Cue]) -> Cue | None:
        """ "...," the paper quoted X as saying: the words are X's."""
        return next((it for it in cues if it.via == "as saying" and it.low > cue.low), None)

    def _behind_made(self, place: int, sentence: tuple[int, int], cue: Cue) -> Proposal:
        """Words of the article before the marks make them a fragment of its own sentence."""
        low = sentence[0]
        before = self.tags[low:place]
        if (
            not before.strip("cCa,.-")
            or before[-1] in "Q:"
            or is_capital(self.tokens, self.tokens.quotations[place])
        ):
            return self._made(place, cue, "speaker behind")
        if not before.strip("cCaQ,.-"):
            return self._made(place, cue, "speaker behind")
        if cue.via == "according":
            return self._made(
                place, cue, "fragment, according to", self.tokens.span(low, place + 1)
            )
        return self._made(place, cue, "fragment, speaker behind", self.tokens.span(low, place + 1))

    def _before(self, place: int, cues: list[Cue]) -> Cue | None:
        earlier = [it for it in cues if it.high <= place]
        sure = [it for it in earlier if it.via not in WEAK]
        nearest = earlier[-1:]
        if nearest and nearest[0].via in WEAK and sure:
            return sure[-1]
        if len(sure) > 1 and sure[-1] in nearest and self._is_what_is_called(sure[-1]):
            return sure[-2]
        return nearest[0] if nearest else None

    def _is_what_is_called(self, cue: Cue) -> bool:
        """ "X praised what she called ...": that X says so is said before."""
        low = cue.subject.low if cue.subject else 0
        return low > 0 and self.tokens.words[low - 1].lower() == "what"

    def _after_cue(
        self, place: int, sentence: tuple[int, int], cue: Cue, cues: list[Cue]
    ) -> Proposal | None:
        between = self.tags[cue.high : place]
        quotation = self.tokens.quotations[place]
        closes = self._closes_sentence(place, sentence)
        if between.endswith("t") and len(between) < 12:
            return self._made(place, cue, "behind that", self._region(place - 1, place, cue, cues))
        alone = not between.strip(",:-") or self._only_filler(cue, place)
        if agent := self._agent(place, cue):
            made = self._made(place, cue, "fragment judged by")
            made.subject = agent
            return made
        if alone and (closes or words_in(self.tokens, quotation) >= LONG):
            return self._made(place, cue, "behind the cue", self._tail(place, cue, cues, closes))
        return self._fragment(place, cue, cues)

    def _agent(self, place: int, cue: Cue) -> Mention | None:
        """ "dubbed "..." by the campaign": whoever comes after "by" has said it."""
        if cue.kind != CueKind.JUDGING or self.tokens.words[place + 1 : place + 2] != ["by"]:
            return None
        return self.passage.phrases.starting(place + 2)

    def _only_filler(self, cue: Cue, place: int) -> bool:
        between = self.tags[cue.high : place]
        if cue.via in ("right", "according") and cue.subject:
            between = self.tags[min(cue.subject.high, place) : place]
            return not between or between[-1] in ",:"
        if cue.kind == CueKind.JUDGING:
            return True
        if between.endswith((",", ":")):
            return CLAUSE_WORD.search(between) is None
        return FILLER.match(between) is not None

    def _tail(self, place: int, cue: Cue, cues: list[Cue], closes: bool) -> tuple[int, int] | None:
        """For words that the sentence goes on after, the whole of what is said."""
        if cue.kind == CueKind.JUDGING:
            return self._region(min(self._object(cue), place), place, cue, cues)
        if closes or stops(self.tokens, self.tokens.quotations[place]):
            return None
        return self._region(place, place, cue, cues)

    def _object(self, cue: Cue) -> int:
        return cue.high

    def _closes_sentence(self, place: int, sentence: tuple[int, int]) -> bool:
        return not self.tags[place + 1 : sentence[1]].strip(".,;")

    def _region(self, low: int, place: int, cue: Cue, cues: list[Cue]) -> tuple[int, int]:
        limit = max(limit_of(self.tokens, cue, cues), place + 1)
        return self.tokens.span(low, limit)

    def _fragment(self, place: int, cue: Cue, cues: list[Cue]) -> Proposal | None:
        tokens = self.tokens
        limit = limit_of(tokens, cue, cues)
        if place >= limit:
            return None
        region = after(tokens, self.passage.phrases, cue, limit) or Region(cue.high, limit)
        if region.low > place:
            region = Region(place, limit)
        if cue.kind == CueKind.JUDGING:
            return self._made(
                place,
                cue,
                "fragment judged",
                self._tail(place, cue, cues, self._closes_sentence(place, cue.sentence)),
            )
        if cue.verb in ONLY_ADJACENT:
            return None
        if cue.kind == CueKind.UTTERING:
            return self._made(place, cue, "fragment uttered")
        return self._made(place, cue, "fragment", tokens.span(region.low, max(limit, place + 1)))

    def _around(self, place: int, sentence: tuple[int, int], cue: Cue) -> Proposal | None:
        """A fragment in a sentence whose attribution stands at its end."""
        tokens = self.tokens
        begin = cue.subject.low if cue.via == "left" and cue.subject else cue.low
        if begin <= place or self.tags[begin - 1 : begin] not in (",", "Q", "-"):
            return None
        low = sentence[0]
        end = begin - 1 if self.tags[begin - 1] == "," else begin
        span = tokens.span(low, max(end, place + 1))
        return self._made(place, cue, "fragment before the cue", span)

    def _alone(self, place: int, sentence: tuple[int, int]) -> Proposal | None:
        if signed := self._signature(place, sentence):
            made = self._made(place, None, "signed")
            made.subject = signed
            return made
        begins = not self.tags[sentence[0] : place].strip("aCc,")
        several = words_in(self.tokens, self.tokens.quotations[place]) > 1
        if begins and several and self._closes_sentence(place, sentence):
            return self._made(place, None, "alone")
        if self.tags[place - 1 : place] == ":" and place > sentence[0]:
            return self._made(place, None, "behind a colon")
        return None

    def _signature(self, place: int, sentence: tuple[int, int]) -> Mention | None:
        """ "..." — Ann Lee"""
        end = sentence[0] + len(self.tags[slice(*sentence)].rstrip("."))
        found = self.passage.phrases.starting(place + 2)
        if self.tags[place + 1 : place + 2] != "-" or found is None or not found.is_name:
            return None
        return found if self.tags[found.high : end] == "" or self.tags[found.high] == "," else None
