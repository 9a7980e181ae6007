"""Words that bring in speech, and who is their subject."""

import re
from dataclasses import dataclass

from quotesdb.extraction.english.phrases import Mention, Phrases
from quotesdb.extraction.english.subjects import Subjects
from quotesdb.extraction.english.tagging import Tokens
from quotesdb.extraction.english.words import CueKind, cue_forms, words

BEING = frozenset(("is", "was", "were", "be", "been", "are", "being"))
INVERTED_BEHIND_A_COMMA = frozenset(("say", "report", "write", "add", "note", "explain", "warn"))
THAT_BEHIND = re.compile(r"(?:p[dSjD]?[jnOD]*){0,2}t")
ENDS = frozenset(".,;)-pWQDC") | {""}


@dataclass(frozen=True, slots=True)
class Cue:
    """A word of speech, by the number of its token, with its sentence and its subject.

    `via` is how the subject was found: left, right, relative, participle, infinitive,
    as saying, according.
    """

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
        self.subjects = Subjects(tokens, phrases)
        self.nouns = words("cues.txt", "nouns")

    def of(self, sentence: tuple[int, int]) -> list[Cue]:
        found: list[Cue] = []
        for number in range(*sentence):
            if self.tags[number] in "VG":
                cue = self._verb(number, sentence, found)
            elif self.tags[number] == "x":
                cue = self._phrase(number, sentence)
            elif self.tags[number] in "jO" and self.tokens.words[number] in self.nouns:
                cue = self._noun(number, sentence)
            else:
                continue
            if cue:
                found.append(cue)
        return found

    def _phrase(self, number: int, sentence: tuple[int, int]) -> Cue | None:
        """ "according to X", "as X put it"."""
        word = self.tokens.words[number].lower()
        following = self.tokens.words[number + 1 : number + 2]
        if word == "according" and following == ["to"]:
            subject = self.phrases.starting(number + 2)
            return self._cue(number, number + 2, "according to", "according", sentence, subject)
        if (word in ("put", "puts") and following == ["it"]) or (
            word in ("went", "goes")
            and following == ["on"]
            and self.tags[number + 2 : number + 3] != "o"
        ):
            subject = self.subjects.before(sentence[0], number)
            return self._cue(
                number, number + 2, f"{word} {following[0]}", "left", sentence, subject
            )
        return None

    def _noun(self, number: int, sentence: tuple[int, int]) -> Cue | None:
        """ "her assertion that ...": whose it is stands before it, if anywhere."""
        if not THAT_BEHIND.match(self.tags, number + 1, sentence[1]):
            return None
        subject = None
        if number > sentence[0] and self.tags[number - 1] == "S":
            subject = Mention(number - 1, number, number - 1, number, "pronoun")
        elif number > sentence[0] + 1 and self.tags[number - 1] == "s":
            subject = self.phrases.ending(number - 1, sentence[0])
        return self._cue(number, number + 1, self.tokens.words[number], "noun", sentence, subject)

    def _cue(
        self,
        low: int,
        high: int,
        verb: str,
        via: str,
        sentence: tuple[int, int],
        subject: Mention | None,
    ) -> Cue:
        return Cue(low, high, verb, CueKind.SAYING, via, sentence, subject)

    def _verb(self, number: int, sentence: tuple[int, int], before: list[Cue]) -> Cue | None:
        verb, kind, form = cue_forms()[self.tokens.words[number].lower()]
        if form != "ing" and self._is_passive(number, sentence[0]):
            return None
        if form == "ing":
            via, subject = self._participle(number, sentence[0], before)
        elif self._inverted(number, sentence, verb):
            via, subject = "right", self.subjects.behind(number)
        else:
            subject = self._shared(number, sentence[0], before)
            subject = subject or self.subjects.before(sentence[0], number)
            via = self._via(number, sentence[0], subject)
        return Cue(number, number + 1, verb, kind, via, sentence, subject)

    def _shared(self, number: int, low: int, before: list[Cue]) -> Mention | None:
        """ "X said that ..., but insists that ...": two verbs, one subject."""
        while self.tags[number - 1 : number] in ("a", "A", "M"):
            number -= 1
        joint = self.tags[number - 1 : number]
        if joint not in ("c", "C") or not before or before[-1].via == "according":
            return None
        nearer = self.subjects.of_clause(low, number - 1) if joint == "c" else None
        if nearer and nearer.low > before[-1].high and self.tags[nearer.low - 1] == ",":
            return nearer
        return before[-1].subject

    def _via(self, number: int, low: int, subject: Mention | None) -> str:
        """ "to say", "would say": not said, perhaps, but told of."""
        while number > low and self.tags[number - 1] in "au":
            number -= 1
        if self.tokens.words[max(low, number - 2) : number] == ["on", "to"]:
            return "left"
        if number > low and self.tags[number - 1] in "oM":
            return "infinitive"
        return "relative" if subject and subject.kind == "relative" else "left"

    def _participle(self, number: int, low: int, before: list[Cue]) -> tuple[str, Mention | None]:
        previous = self.tags[number - 1] if number > low else ""
        if previous in tuple("Aau") and self._follows_an_auxiliary(number, low):
            return "left", self.subjects.before(low, number)
        if self.tokens.words[number - 1 : number] == ["as"] and number - 1 > low:
            return "as saying", self.phrases.ending(number - 1, low)
        if (close := self.phrases.ending(number, low)) and self._speaks_itself(close):
            return "participle", close
        earlier = [it.subject for it in before if it.subject and it.via in ("left", "right")]
        subject = earlier[0] if earlier else self.subjects.of_sentence(low, number)
        return "participle", subject

    def _follows_an_auxiliary(self, number: int, low: int) -> bool:
        while number > low and self.tags[number - 1] in "au":
            number -= 1
        return number > low and self.tags[number - 1] == "A"

    def _speaks_itself(self, mention: Mention) -> bool:
        """ "with X calling it": the phrase right before, unless it is what X issued."""
        governed = mention.low > 0 and self.tokens.words[mention.low - 1].lower() == "with"
        return governed or self.tags[mention.head_low] == "R"

    def _is_passive(self, number: int, low: int) -> bool:
        place = number - 1
        while place >= low and self.tags[place] in "au":
            place -= 1
        return place >= low and self.tokens.words[place].lower() in BEING

    def _inverted(self, number: int, sentence: tuple[int, int], verb: str) -> bool:
        """After the words come the verb and then the subject: "...," said the mayor."""
        if number <= sentence[0] or number + 1 >= sentence[1] or verb == "tell":
            return False
        if self.tags[number + 1] not in "NTRdSjnOPI" or self._verb_follows(number + 1):
            return False
        before = self.tags[number - 1]
        if before == "Q" or (before in ",-" and self.tags[number - 2] == "Q"):
            return True
        return before == "," and verb in INVERTED_BEHIND_A_COMMA and self._ends(number + 1)

    def _ends(self, number: int) -> bool:
        found = self.phrases.by_start.get(number)
        return found is not None and self.tags[found[1] : found[1] + 1] in ENDS

    def _verb_follows(self, number: int) -> bool:
        found = self.phrases.by_start.get(number)
        if found is None:
            return False
        end = next((it for it in range(*found) if self.tags[it] in "pfo"), found[1])
        return self.tags[end : end + 1] in ("V", "A", "M")
