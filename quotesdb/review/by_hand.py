"""Candidates that no reader proposes, but a person or their script; and taking one's own back."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from quotesdb import acts
from quotesdb.ingest.proposing import fingerprint
from quotesdb.models import ArticleText, Candidate, Curator
from quotesdb.models.candidate import BY_HAND
from quotesdb.models.history import Act
from quotesdb.refusals import Clash, NotTheirs, Refusal, Refused
from quotesdb.review.deciding import PROPOSED_ALREADY, undecided
from quotesdb.review.placing import NoPlace, Told, placed
from quotesdb.review.recording import MERGED, refused
from quotesdb.review.who_may import is_theirs
from quotesdb.vocabulary import Certainty, Door, Form, Medium, Relation, SpeakerKind

RULE = "proposed by hand"

NO_TEXT = "No text of this article is held: hand the article in first. Nothing was saved."
NOT_PRINTED = "The article does not print “{words}”. Nothing was saved."
NOT_THEIRS = (
    "Only whoever proposed a candidate withdraws it; curators reject it. Nothing was withdrawn."
)


@dataclass(frozen=True, slots=True)
class Named:
    """A speaker as an article names it. `mention` are its own words here, if it is told."""

    name: str
    kind: SpeakerKind
    mention: str = ""
    granted_by: str = ""


@dataclass(frozen=True, slots=True)
class NamedHop:
    speaker: Named
    relation: Relation
    medium: Medium | None = None
    certainty: Certainty = Certainty.STATED
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What somebody proposes that an article prints. `reader` names the script that found it."""

    segments: tuple[Told, ...]
    form: Form
    speaker: Named | None = None
    chain: tuple[NamedHop, ...] = ()
    cue: str = ""
    said_from: date | None = None
    said_until: date | None = None
    confidence: float = 1.0
    reader: str = BY_HAND


def propose(
    article: int, suggestion: Suggestion, *, by: Curator, door: Door, why: str = ""
) -> Candidate:
    """Keep what somebody proposes of an article's newest text as a candidate that waits.

    Raises Refused, with every word of it that the article does not print, where it is proposed
    already, or where no text of the article is held.
    """
    with acts.whole(Act(door, by, why or "proposed by hand")):
        texts = ArticleText.objects.select_related("article").filter(article=article)
        text = texts.order_by("-version").first()
        if text is None:
            raise Refused([Refusal("candidate", "new", ("article",), NO_TEXT)])
        row = _candidate(text, suggestion)
        row.proposed_by = by
        if text.article.merged_into_id is not None:
            raise refused(row, MERGED, Clash)
        if text.candidates.filter(segments=row.segments).exists():
            raise refused(row, PROPOSED_ALREADY, Clash)
        acts.insert([row])
    return row


def withdraw(
    candidate: int, *, by: Curator, door: Door, opened_version: int | None, why: str = ""
) -> None:
    """Take back what one has proposed oneself, while nobody has decided about it.

    It is no longer there then, and may be proposed again. Raises Refused where it is another's, is
    decided, or where somebody has its article in review.
    """
    with acts.whole(Act(door, by, why or "withdrawn by whoever proposed it")):
        row = undecided(candidate, opened_version, by)
        if not is_theirs(row, by):
            raise refused(row, NOT_THEIRS, NotTheirs)
        inner = list(row.nesting.all())
        for one in inner:
            one.nested_in = None
        acts.revise(inner, ["nested_in_id"])
        acts.discard(row)


def _candidate(text: ArticleText, suggestion: Suggestion) -> Candidate:
    wrong = [
        Refusal("candidate", "new", path, NOT_PRINTED.format(words=words))
        for path, words in _printed(suggestion)
        if words not in text.body
    ]
    segments: list[list[int]] = []
    try:
        segments = placed(text.body, suggestion.segments)
    except NoPlace as error:
        wrong.insert(0, Refusal("candidate", "new", ("segments", error.position), error.sentence))
    if wrong:
        raise Refused(wrong)
    start = segments[0][0]
    return Candidate(
        text=text,
        fingerprint=fingerprint(suggestion.form, segments),
        start=start,
        form=suggestion.form.value,
        segments=segments,
        speaker=_told(text.body, suggestion.speaker, start) if suggestion.speaker else None,
        cue=suggestion.cue,
        chain=[_told_hop(text.body, hop, start) for hop in suggestion.chain],
        said_from=suggestion.said_from,
        said_until=suggestion.said_until,
        reader=suggestion.reader,
        rule=RULE,
        confidence=suggestion.confidence,
    )


def _printed(suggestion: Suggestion) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """All that is said to be the article's own words, with its place in the suggestion."""
    yield ("cue",), suggestion.cue
    if suggestion.speaker:
        yield ("speaker", "mention"), suggestion.speaker.mention
    for position, hop in enumerate(suggestion.chain):
        yield ("chain", position, "speaker", "mention"), hop.speaker.mention
        yield ("chain", position, "evidence"), hop.evidence


def _told(body: str, speaker: Named, near: int) -> dict[str, Any]:
    return {
        "name": speaker.name,
        "kind": speaker.kind.value,
        "mention": speaker.mention,
        "place": _nearest(body, speaker.mention, near) if speaker.mention else None,
        "granted_by": speaker.granted_by,
    }


def _told_hop(body: str, hop: NamedHop, near: int) -> dict[str, Any]:
    return {
        "speaker": _told(body, hop.speaker, near),
        "relation": hop.relation.value,
        "medium": hop.medium.value if hop.medium else "",
        "certainty": hop.certainty.value,
        "evidence": hop.evidence,
    }


def _nearest(body: str, words: str, near: int) -> list[int]:
    """Where words that stand in a text stand nearest to a place: the last before, or the next."""
    before, behind = body.rfind(words, 0, near), body.find(words, near)
    is_before = behind < 0 or (before >= 0 and near - before <= behind - near)
    start = before if is_before else behind
    return [start, start + len(words)]
