"""From an article's text and what a reader found in it to candidates, and to nothing more."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import Any

from quotesdb import acts
from quotesdb.extraction.findings import Finding, Hop, Reading, Speaker
from quotesdb.ingest.submitting import Submission, article_of, remember
from quotesdb.ingest.texts import keep_text
from quotesdb.models import Appearance, Article, ArticleText, Candidate, Curator
from quotesdb.models.history import Act
from quotesdb.vocabulary import Decision, Door, Form

LONGEST_CUE = 100
LONGEST_EVIDENCE = 200


class Outcome(StrEnum):
    """What the submission of an article came to."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Proposed:
    """What became of one submission."""

    article: Article
    outcome: Outcome
    candidates: int
    """New ones."""


def propose(
    submission: Submission,
    reading: Reading,
    *,
    reader: str,
    by: Curator | None = None,
    door: Door = Door.IMPORT,
    why: str = "",
) -> Proposed:
    """Keep an article with its text, and what was found in it as candidates: all or nothing.

    The same article once more makes nothing new; another text of it is a new version. What was
    recorded or rejected of an earlier version, in the same words, is not proposed again.

    Raises Refused where the article cannot be kept as it is submitted.
    """
    with acts.whole(Act(door, by, why or "article submitted")):
        article, is_new = article_of(submission)
        text, is_new_text = keep_text(article, submission.body)
        remember(submission, article)
        candidates = _new_candidates(text, reading, reader, by)
        acts.insert(list(candidates.values()))
        _nest(candidates, reading)
        outcome = Outcome.UNCHANGED if not is_new_text else Outcome.CHANGED
        first = is_new or (is_new_text and text.version == 1)
        return Proposed(article, Outcome.NEW if first else outcome, len(candidates))


def _new_candidates(
    text: ArticleText, reading: Reading, reader: str, by: Curator | None
) -> dict[int, Candidate]:
    """By their place in the reading; those that are not there yet."""
    held = set(text.candidates.values_list("fingerprint", flat=True))
    settled = _settled_words(text)
    new: dict[int, Candidate] = {}
    for place, finding in enumerate(reading.findings):
        candidate = _candidate(text, finding, reader)
        candidate.proposed_by = by
        words = tuple(span.text for span in finding.segments)
        if candidate.fingerprint not in held and words not in settled:
            held.add(candidate.fingerprint)
            new[place] = candidate
    return new


def _settled_words(text: ArticleText) -> set[tuple[str, ...]]:
    """The words that are recorded of this article, or were rejected of an earlier text of it."""
    settled = {
        tuple(segment.exact for segment in appearance.segments.all())
        for appearance in Appearance.objects.standing()
        .filter(article=text.article_id)
        .prefetch_related("segments")
    }
    rejected = Candidate.objects.filter(
        text__article=text.article_id, decision=Decision.REJECTED.value
    ).exclude(text=text)
    for candidate in rejected.select_related("text"):
        settled.add(tuple(candidate.text.body[start:end] for start, end in candidate.segments))
    return settled


def fingerprint(form: Form, segments: list[list[int]]) -> str:
    """By which the same proposal is known again."""
    return sha256(json.dumps([form.value, segments]).encode()).hexdigest()


def _candidate(text: ArticleText, finding: Finding, reader: str) -> Candidate:
    segments = [[span.start, span.end] for span in finding.segments]
    return Candidate(
        text=text,
        fingerprint=fingerprint(finding.form, segments),
        start=segments[0][0],
        form=finding.form.value,
        segments=segments,
        speaker=_told_of(finding.speaker),
        cue=finding.cue.text[:LONGEST_CUE] if finding.cue else "",
        chain=[_told_of_hop(hop) for hop in finding.chain],
        said_from=finding.said_from,
        said_until=finding.said_until,
        reader=reader,
        rule=finding.rule,
        confidence=finding.confidence,
    )


def _told_of(speaker: Speaker | None) -> dict[str, Any] | None:
    if speaker is None:
        return None
    mention = speaker.mention
    return {
        "name": speaker.name,
        "kind": speaker.kind.value,
        "mention": mention.text if mention else "",
        "place": [mention.start, mention.end] if mention else None,
        "granted_by": speaker.granted_by,
    }


def _told_of_hop(hop: Hop) -> dict[str, Any]:
    return {
        "speaker": _told_of(hop.speaker),
        "relation": hop.relation.value,
        "medium": hop.medium.value if hop.medium else "",
        "certainty": hop.certainty.value,
        "evidence": hop.evidence.text[:LONGEST_EVIDENCE] if hop.evidence else "",
    }


def _nest(candidates: Mapping[int, Candidate], reading: Reading) -> None:
    """Quotes inside quotes, where the outer one is proposed as well."""
    inner = []
    for place, candidate in candidates.items():
        outer = reading.findings[place].nested_in
        if outer is not None and outer in candidates:
            candidate.nested_in = candidates[outer]
            inner.append(candidate)
    acts.revise(inner, ["nested_in_id"])
