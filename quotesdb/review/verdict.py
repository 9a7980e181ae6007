"""What a curator says shall be recorded of a candidate."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from quotesdb.models import Candidate
from quotesdb.vocabulary import Certainty, Form, Relation, SpeakerKind


@dataclass(frozen=True, slots=True)
class Chosen:
    """A speaker: a held one by number, or a new one by name and kind."""

    number: int | None = None
    name: str = ""
    kind: SpeakerKind = SpeakerKind.PERSON
    proposed_as: str = ""
    """What the reader called it, where the curator left that as it was."""

    granted_by: "Chosen | None" = None
    """For an anonymous source that is new: the outlet that granted it anonymity."""


@dataclass(frozen=True, slots=True)
class ChosenHop:
    speaker: Chosen
    relation: Relation = Relation.SAID
    medium: str = ""
    certainty: Certainty = Certainty.STATED
    attributed_as: str = ""
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What shall be recorded. `quote` is a held one's number; none makes a new one."""

    segments: tuple[tuple[int, int], ...]
    form: Form
    speaker: Chosen | None = None
    chain: tuple[ChosenHop, ...] = ()
    quote: int | None = None
    cue: str = ""
    is_translation: bool = False
    said_from: date | None = None
    said_until: date | None = None
    nested_in: int | None = None
    """The number of the appearance that it stands in."""


def differs(candidate: Candidate, verdict: Verdict) -> bool:
    """Whether what is recorded is other than what the reader proposed."""
    proposed = [
        [list(map(int, it)) for it in candidate.segments],
        candidate.form,
        _named(candidate.speaker),
        [(_named(hop["speaker"]), hop["relation"]) for hop in candidate.chain],
    ]
    recorded = [
        [list(it) for it in verdict.segments],
        verdict.form.value,
        _called(verdict.speaker),
        [(_called(hop.speaker), hop.relation.value) for hop in verdict.chain],
    ]
    return proposed != recorded


def as_proposed(verdict: Verdict) -> dict[str, Any]:
    """The fields of a candidate whose proposal would have been exactly this verdict."""
    return {
        "speaker": _told(verdict.speaker),
        "chain": [
            {
                "speaker": _told(hop.speaker),
                "relation": hop.relation.value,
                "medium": hop.medium,
                "certainty": hop.certainty.value,
                "evidence": hop.evidence,
            }
            for hop in verdict.chain
        ],
        "said_from": verdict.said_from,
        "said_until": verdict.said_until,
    }


def _told(chosen: Chosen | None) -> dict[str, Any] | None:
    if chosen is None:
        return None
    granted_by = chosen.granted_by.name if chosen.granted_by else ""
    return {
        "name": chosen.proposed_as or chosen.name,
        "kind": chosen.kind.value,
        "mention": "",
        "place": None,
        "granted_by": granted_by,
    }


def _named(speaker: dict[str, Any] | None) -> str:
    return speaker["name"].casefold() if speaker else ""


def _called(chosen: Chosen | None) -> str:
    if chosen is None:
        return ""
    return chosen.proposed_as.casefold() or chosen.name.casefold()
