"""What the rules of one paragraph propose, before speakers are resolved."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from quotesdb.extraction.english.cues import Cue, Cues
from quotesdb.extraction.english.phrases import Mention, Phrases
from quotesdb.extraction.english.sentences import sentences
from quotesdb.extraction.english.tagging import Tokens, tokens
from quotesdb.extraction.marks import Quotation
from quotesdb.extraction.paragraphs import Paragraph

LONGEST_HEADING = 200
"""Characters."""

FARTHEST = 50
"""Proposals through which a speaker is followed."""

FARTHEST = 50
"""Proposals through which a speaker is followed."""

Range = tuple[int, int]


def is_title_case(text: str) -> bool:
    words = [it for it in text[:LONGEST_HEADING].split() if it[:1].isalpha()]
    if len(text) > LONGEST_HEADING or len(words) < 4:
        return False
    return sum(it[0].isupper() for it in words) >= 0.65 * len(words)


@dataclass(slots=True)
class Passage:
    """A paragraph with all that was found about it."""

    tokens: Tokens
    phrases: Phrases
    sentences: list[Range]
    cues: list[list[Cue]]
    start: int
    end: int
    proposals: "list[Proposal]" = field(default_factory=list)

    @property
    def is_heading(self) -> bool:
        """Most Words Begin Like This: names cannot be told from other words."""
        return is_title_case(self.tokens.text[self.start : self.end])


def passage_of(text: str, paragraph: Paragraph, outer: Sequence[Quotation]) -> "Passage | None":
    """A run of text word by word, with its phrases, sentences and cues, if it has words."""
    words = tokens(text, paragraph, outer)
    if not words.words:
        return None
    phrases = Phrases(words)
    ranges = sentences(words)
    finder = Cues(words, phrases)
    cues = [finder.of(it) for it in ranges]
    return Passage(words, phrases, ranges, cues, paragraph.start, paragraph.end)


@dataclass(slots=True)
class Proposal:
    """Words laid in somebody's mouth: `quotations` in marks, `content` in all."""

    passage: Passage
    quotations: list[Quotation]
    content: list[Range]
    marked: bool
    rule: str
    cue: Cue | None = None
    subject: Mention | None = None
    fused: bool = False
    """Whether the article's own words belong to the content as well."""
    follows: "Proposal | None" = None
    """The proposal whose speaker goes on."""
    within: "Proposal | None" = None
    """The proposal in whose words this one stands."""
    settled: bool = False
    """Whether nobody named means nobody, and neighbours are not asked."""
    subject_in: Passage | None = None
    """The passage that names the subject, where it is another one."""

    @property
    def spoken_by(self) -> "tuple[Passage, Mention] | None":
        """The mention of the speaker and the passage it stands in."""
        proposal = self
        for _ in range(FARTHEST):
            if proposal.subject:
                return proposal.subject_in or proposal.passage, proposal.subject
            if proposal.follows is None:
                return None
            proposal = proposal.follows
        return None

    @property
    def start(self) -> int:
        return self.content[0][0]
