"""What is known of one quote's appearances: all that the rules of origin look at.

Everything is named by key or slug, so that a handful of rows is enough to make it. Keys that
lead to merged records have been followed by whoever makes the facts.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from quotesdb.vocabulary import Certainty, Form, Relation, RelianceKind, SpeakerKind


@dataclass(frozen=True, slots=True)
class Agent:
    """A speaker, or the outlet that one is. `key` is its slug."""

    key: str
    name: str
    kind: SpeakerKind

    @property
    def is_outlet(self) -> bool:
        return self.kind is SpeakerKind.OUTLET


@dataclass(frozen=True, slots=True)
class Hop:
    """One pair of hands. `article` is the key of the article that stands for it, if known."""

    speaker: Agent
    relation: Relation = Relation.SAID
    certainty: Certainty = Certainty.STATED
    article: str | None = None

    @property
    def is_stated(self) -> bool:
        return self.certainty is Certainty.STATED


@dataclass(frozen=True, slots=True)
class Reliance:
    """What an article draws on: an outlet, or an article by its key; exactly one of them."""

    outlet: Agent | None = None
    article: str | None = None
    kind: RelianceKind = RelianceKind.CITES
    certainty: Certainty = Certainty.STATED

    @property
    def is_stated(self) -> bool:
        return self.certainty is Certainty.STATED


@dataclass(frozen=True, slots=True)
class Article:
    """A document that prints the quote, or one that such a document relies on, however far off."""

    key: str
    title: str = ""
    outlet: Agent | None = None
    published_on: date | None = None
    relies_on: tuple[Reliance, ...] = ()


@dataclass(frozen=True, slots=True)
class Appearance:
    """One printing of the quote. `chain` is in order, from the origin of the words onwards."""

    id: int
    article: str
    chain: tuple[Hop, ...] = ()
    form: Form = Form.DIRECT
    words: str = ""
    language: str = "und"
    is_translation: bool = False


@dataclass(frozen=True, slots=True)
class SharedText:
    """Two articles whose reports, the quoted words left out, are the same in part.

    `share` is the part of the shorter one, from 0 to 1; `sample` some of what they share.
    """

    a: str
    b: str
    share: float
    sample: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """One quote: its appearances, the articles they lead to, and what was found beforehand.

    `articles` holds the reliance closure: the appearances' own articles, those they rely on, those
    that these rely on. `frequent` are words too common for an alteration in them to be telling,
    besides those that `wordings` knows; whoever has counted many texts can name them.
    """

    appearances: tuple[Appearance, ...]
    articles: Mapping[str, Article] = field(default_factory=dict)
    reference: str = ""
    language: str = "und"
    shared_texts: tuple[SharedText, ...] = ()
    frequent: frozenset[str] = frozenset()
