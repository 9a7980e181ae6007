"""Words with the letter of their class, so that grammar can be written as regular expressions.

Capitals stand for what can name a speaker or bring in speech, small letters for the rest:

    N name   T title   R person   O body or paper   D day or month   P he, she, they, I
    V cue    G cue in -ing        Q words in marks  q a short such   A auxiliary   M modal
    d the    S his    s 's   v de, van   j any other word   n number   x other verb
    a adverb   p preposition   f of   o to   t that   W who   c and   C but, while   u not   I him
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from quotesdb.extraction.english.words import cue_forms, sections, words
from quotesdb.extraction.marks import Quotation
from quotesdb.extraction.paragraphs import Paragraph

WORD = re.compile(
    r"(?P<abbreviation>(?:Mr|Mrs|Ms|Dr|Sen|Sens|Gov|Rep|Reps|Gen|Col|Capt|Lt|Sgt|Rev|Prof|Jr|Sr|St|No"
    r"|Jan|Feb|Aug|Sept|Oct|Nov|Dec|Inc|Corp|Co|Ltd|vs|Maj|Adm|Ala|Ariz|Ark|Calif|Colo|Conn|Fla|Ga|Ill"
    r"|Ind|Kan|Ky|La|Mass|Md|Mich|Minn|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Wash|Wis|Wyo)\."
    r"|(?:[^\W\d_]\.){2,}|[A-Z]\.(?=\s+[A-Z]))"
    r"|(?P<possessive>['’]s\b)|(?P<short>['’](?:re|ve|d|ll|m|t)\b)"
    r"|(?P<word>(?:[DOdLl]['’](?=[A-Z]))?[^\W_]+?(?=n['’]t\b)|n(?=['’]t\b)"
    r"|(?:[DOdLl]['’](?=[A-Z]))?[^\W_]+(?:[-&/.@][^\W_]+)*)"
    r"|(?P<dots>…|\.\.+)|(?P<dash>--+|[—–―])|(?P<other>\S)"
)

PUNCTUATION = {
    **dict.fromkeys(".!?", "."),
    **dict.fromkeys("([", "("),
    **dict.fromkeys(")]", ")"),
    **dict(zip(",;:-", ",;:-", strict=True)),
}
POINTING = frozenset(("this", "last", "next", "earlier", "late", "early", "that"))
"""What makes a time of a word such as "week"."""

SHORT_MONTHS = frozenset(("jan", "feb", "aug", "sept", "oct", "nov", "dec"))
"""Without a stop behind them they are names."""

SENTENCE_ENDS = frozenset(".!?…")


@dataclass(slots=True)
class Tokens:
    """The words of a paragraph side by side with their tags and places."""

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    tags: str
    quotations: dict[int, Quotation]

    def span(self, low: int, high: int) -> tuple[int, int]:
        return self.starts[low], self.ends[high - 1]

    def told(self, low: int, high: int) -> str:
        return self.text[self.starts[low] : self.ends[high - 1]]


@cache
def _small() -> dict[str, str]:
    """The tag of every word that the lexicons know, in small letters."""
    tags: dict[str, str] = {}
    people = sections("people.txt")
    for heading, tag in (("press", "O"), ("paper", "O"), ("body", "O"), ("person", "R")):
        for word in people[heading]:
            tags[word] = tag
            tags[plural(word)] = tag
    for form, (_, _, name) in cue_forms().items():
        if form not in tags or name in ("past", "ing"):
            tags[form] = "G" if name == "ing" else "V"
    closed = sections("closed.txt")
    for heading in closed:
        if heading not in ("T", "times"):
            tags.update(dict.fromkeys(words("closed.txt", heading), heading))
    return tags


def plural(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(("s", "ch", "x")) else f"{word}s"


@cache
def _titles() -> frozenset[str]:
    return words("closed.txt", "T")


@cache
def _times() -> frozenset[str]:
    return words("closed.txt", "times")


@cache
def _opening() -> frozenset[str]:
    return words("opening.txt", "opening")


def tokens(text: str, paragraph: Paragraph, outer: Sequence[Quotation]) -> Tokens:
    """The narration of a paragraph word by word; each quotation counts as one word."""
    made = _Tagging(text)
    place = paragraph.start
    for quotation in outer:
        made.narration(place, quotation.start)
        made.quotation(quotation)
        place = quotation.end
    made.narration(place, paragraph.end)
    return made.tokens()


class _Tagging:
    def __init__(self, text: str) -> None:
        self.text = text
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.tags: list[str] = []
        self.quotations: dict[int, Quotation] = {}
        self.small = _small()

    def tokens(self) -> Tokens:
        return Tokens(
            self.text, self.words, self.starts, self.ends, "".join(self.tags), self.quotations
        )

    def quotation(self, quotation: Quotation) -> None:
        self.quotations[len(self.words)] = quotation
        self._add(self.text[quotation.start : quotation.end], quotation.start, quotation.end, "Q")

    def narration(self, start: int, end: int) -> None:
        for found in WORD.finditer(self.text, start, end):
            word = found.group()
            self._add(word, found.start(), found.end(), self._tag(word, found.lastgroup or ""))

    def _add(self, word: str, start: int, end: int, tag: str) -> None:
        self.words.append(word)
        self.starts.append(start)
        self.ends.append(end)
        self.tags.append(tag)

    def _tag(self, word: str, group: str) -> str:
        if group == "word":
            return self._word(word)
        if group == "abbreviation":
            return self._abbreviation(word)
        if group == "possessive":
            return "A" if self.tags and self.tags[-1] in "PtWI" else "s"
        if group == "short":
            return "u" if word[1:].lower() == "t" else "A"
        if group == "dots":
            return "."
        if group == "dash":
            return "-"
        if word in "'’":
            return "s" if self.tags and self.words[-1][-1:] in "sSxz" else "'"
        return PUNCTUATION.get(word, "'")

    def _abbreviation(self, word: str) -> str:
        bare = word[:-1].lower()
        if bare in _titles() or bare in ("sens", "reps"):
            return "T"
        return "D" if self.small.get(bare) == "D" else "N"

    def _word(self, word: str) -> str:
        small = word.lower()
        if small in _times() and self.tags and self.words[-1].lower() in POINTING:
            self.tags[-1] = "D"
            return "D"
        if word[0].isdigit():
            return "n"
        if word[0].isupper():
            return self._capitalised(word, small)
        tag = self.small.get(small)
        if tag is None:
            return self._unknown(small)
        if tag in "VGx" and self.tags and self._is_noun(small):
            return "j"
        if tag == "O" and small in cue_forms() and self.tags and self.tags[-1] in "NRPO),":
            return "V"
        return tag

    def _is_noun(self, small: str) -> bool:
        """Whether what looks like a verb follows what a noun follows: the claim, her notes."""
        before = self.tags[-1]
        if before in "dSs":
            return True
        form = cue_forms().get(small, ("", None, ""))[2]
        if form == "third":
            return before in "jnpf"
        if form == "plain":
            many = self.words[-1].lower().endswith(("s", "men", "ple", "two", "both"))
            return before in "jnpfNVxRO" and not many
        return False

    def _unknown(self, small: str) -> str:
        if small.endswith("ly") and len(small) > 4:
            return "a"
        if small.endswith(("ed", "ing")) and len(small) > 5:
            return "x"
        return "j"

    def _capitalised(self, word: str, small: str) -> str:
        if small == "i" and word == "I":
            return "P"
        begins = not self.tags or self.tags[-1] in ".:-Q"
        tag = self.small.get(small)
        if tag == "D":
            return "N" if small in ("march", "may") and not begins or small in SHORT_MONTHS else "D"
        if begins and tag is not None and tag in "dSPIWtofpcCAMuaxVGn" and small not in _titles():
            return tag
        if begins and tag is not None and tag in "RO" and small not in _titles():
            return tag
        if begins and (small in _opening() or (small.endswith("ly") and len(small) > 5)):
            return "a"
        if small in _titles():
            return "T"
        if tag is not None and tag in "dpfcPStCaA" and len(small) < 5:
            return tag
        return "N"
