"""What would be recorded of a candidate if a curator just said yes, and what else it may be."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from quotesdb.lookup import Match, resembling
from quotesdb.models import Appearance, ArticleText, Candidate, Quote, Speaker
from quotesdb.naming.finding import find
from quotesdb.review.knowing import Meant, Told, is_unnamed, meant_by, outlet_told
from quotesdb.review.verdict import Chosen, ChosenHop, Verdict
from quotesdb.vocabulary import Certainty, Form, Relation, SpeakerKind
from quotesdb.wording import compare

LONGEST_NAME = 300
LONGEST_NUMBER = 19
MOST_ANSWERING = 8


@dataclass(frozen=True, slots=True)
class Likeness:
    """A held quote that the words may be a printing of."""

    quote: Quote
    match: Match


@dataclass(frozen=True, slots=True)
class Proposal:
    """The verdict that a candidate amounts to, with everything a curator may choose instead."""

    candidate: Candidate
    verdict: Verdict
    matches: list[Likeness]
    meant: dict[str, Meant]
    """By the proposed name in small letters."""


def proposal_of(candidate: Candidate) -> Proposal:
    """What would be recorded; of what is recorded already, what was."""
    if candidate.appearance is not None:
        return Proposal(candidate, as_recorded(candidate.appearance), [], {})
    matches = matches_of(words_at(candidate.text, candidate.segments))
    sure = [it.quote.speaker_id for it in matches if it.match.is_same and it.quote.speaker_id]
    meant = meant_by(candidate, list(dict.fromkeys(sure)))
    return Proposal(candidate, _verdict(candidate, meant, matches), matches, meant)


def as_recorded(appearance: Appearance) -> Verdict:
    """The verdict that an appearance came from, with whatever was changed since."""
    quote = appearance.quote
    segments = [it for it in appearance.segments.all() if it.start is not None]
    return Verdict(
        segments=tuple((it.start or 0, it.end or 0) for it in segments),
        form=Form(appearance.form),
        speaker=held(quote.speaker) if quote.speaker else None,
        chain=tuple(
            ChosenHop(
                held(hop.speaker),
                Relation(hop.relation),
                hop.medium,
                Certainty(hop.certainty),
                hop.attributed_as,
                hop.evidence,
            )
            for hop in appearance.chain.select_related("speaker")
        ),
        quote=quote.pk,
        cue=appearance.cue,
        is_translation=appearance.is_translation,
        said_from=quote.said_from,
        said_until=quote.said_until,
        nested_in=appearance.nested_in_id,
    )


def held(speaker: Speaker) -> Chosen:
    return Chosen(speaker.pk, speaker.name, SpeakerKind(speaker.kind))


def words_at(text: ArticleText, segments: Iterable[Sequence[int]]) -> list[str]:
    return [text.body[start:end] for start, end in segments]


def matches_of(words: Sequence[str]) -> list[Likeness]:
    """The held quotes that these words may be a printing of, the likeliest first."""
    matches = resembling(words) if any(words) else []
    quotes = Quote.objects.select_related("speaker").in_bulk([match.quote for match in matches])
    return [Likeness(quotes[match.quote], match) for match in matches]


def quotes_answering(term: str, words: Sequence[str]) -> list[Likeness]:
    """The held quotes with this number, these words or a speaker of that name."""
    if not term:
        return []
    asked = Q(pk__in=Quote.objects.with_words(term).values("pk"))
    speakers = find(term, misspelt=False)
    asked |= Q(speaker__in=[one.speaker for one in speakers])
    if term.isascii() and term.isdecimal() and len(term) < LONGEST_NUMBER:
        asked |= Q(pk=int(term))
    found = Quote.objects.standing().filter(asked).select_related("speaker").order_by("-pk")
    return [
        Likeness(one, Match(one.pk, compare(one.text, words), is_same=False))
        for one in found[:MOST_ANSWERING]
    ]


def _verdict(
    candidate: Candidate, meant: Mapping[str, Meant], matches: Sequence[Likeness]
) -> Verdict:
    likeliest = matches[0] if matches and matches[0].match.is_same else None
    chain = [_hop(hop, meant) for hop in candidate.chain]
    granting = _granting(chain)
    return Verdict(
        segments=tuple((start, end) for start, end in candidate.segments),
        form=Form(candidate.form),
        speaker=_chosen(candidate.speaker, meant, granting),
        chain=tuple(_granted(hop, granting) for hop in chain),
        quote=likeliest.quote.pk if likeliest else None,
        cue=candidate.cue,
        said_from=candidate.said_from,
        said_until=candidate.said_until,
        nested_in=outer_of(candidate),
    )


def _hop(hop: Mapping[str, Any], meant: Mapping[str, Meant]) -> ChosenHop:
    chosen = _chosen(hop["speaker"], meant, None)
    assert chosen is not None  # noqa: S101
    return ChosenHop(
        chosen,
        Relation(hop["relation"]),
        hop["medium"],
        Certainty(hop["certainty"]),
        hop["speaker"]["mention"][:LONGEST_NAME],
        hop["evidence"],
    )


def _chosen(
    told: Told | None, meant: Mapping[str, Meant], granting: Chosen | None
) -> Chosen | None:
    if told is None:
        return None
    by = outlet_told(told["granted_by"]) if told["granted_by"] else None
    return Chosen(
        number=meant[told["name"].casefold()].chosen,
        name=told["name"][:LONGEST_NAME],
        kind=SpeakerKind(told["kind"]),
        proposed_as=told["name"],
        granted_by=(_chosen(by, meant, None) or granting) if is_unnamed(told) else None,
    )


def _granting(chain: Sequence[ChosenHop]) -> Chosen | None:
    """Whoever is first on the chain to publish granted the anonymity of those before."""
    return next((hop.speaker for hop in chain if hop.speaker.kind is SpeakerKind.OUTLET), None)


def _granted(hop: ChosenHop, granting: Chosen | None) -> ChosenHop:
    one = hop.speaker
    if one.kind is not SpeakerKind.ANONYMOUS or one.granted_by is not None or granting is None:
        return hop
    granted = Chosen(one.number, one.name, one.kind, one.proposed_as, granting)
    return ChosenHop(
        granted, hop.relation, hop.medium, hop.certainty, hop.attributed_as, hop.evidence
    )


def outer_of(candidate: Candidate) -> int | None:
    """The appearance in whose words the candidate stands: its outer one's, or by its place."""
    if candidate.nested_in and candidate.nested_in.appearance_id:
        return candidate.nested_in.appearance_id
    return inmost_around(candidate.text_id, candidate.segments)


def inmost_around(text: int, segments: Sequence[Sequence[int]]) -> int | None:
    """The shortest recorded words of a text that have others' words in them."""
    if not segments:
        return None
    first, last = segments[0][0], segments[-1][1]
    around = Appearance.objects.standing().filter(
        text=text, segments__start__lte=first, segments__end__gte=last
    )
    spans = around.values_list("pk", "segments__start", "segments__end")
    wider = [(end - start, pk) for pk, start, end in spans if end - start > last - first]
    return min(wider)[1] if wider else None
