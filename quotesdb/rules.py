"""What must be true of several rows at once, and so can be no constraint of one.

Each rule yields the sentences that it has to say; `ingest`, `curation` and the forms of the admin
all speak through these. Constraints say the rest.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from quotesdb.models import (
    Appearance,
    Article,
    ArticleText,
    Correction,
    Hop,
    Outlet,
    Part,
    Redaction,
    Segment,
    Speaker,
)
from quotesdb.vocabulary import SpeakerKind

Complaint = tuple[tuple[str | int, ...], str]
"""Where in the record (a path), and a sentence."""

NESTED_ELSEWHERE = "A quote can be nested only in an appearance in the same article."
NESTED_IN_A_LOOP = "An appearance cannot be nested in itself, not even through others."
NO_SEGMENT = "An appearance needs at least one segment: the words as they are printed."
POSITIONS = "Positions start at 0 and go up by one."
OWN_ARTICLE = "An article cannot stand for a hop of its own chain: name the article before it."
NOT_AN_OUTLET = 'The speaker of an outlet must be of the kind "outlet".'
WITHOUT_PROFILE = 'A speaker of the kind "outlet" needs an outlet\'s profile: add it as an outlet.'
WAS_AN_OUTLET = 'This speaker has an outlet\'s profile: its kind must stay "outlet".'
FOREIGN_TEXT = "The places must be counted in a text of the appearance's own article."

MERGED_AWAY = "This record was merged into another: name the one that it went into."
REDACTED = (
    'The record with the {name} "{value}" was redacted: it does not come back, and its name stays '
    "taken."
)
RECORDED_ALREADY = "The same is recorded already, by the correction {key}."


def nesting(appearance: Appearance) -> Iterator[Complaint]:
    """Nested in the same article, and in no loop."""
    outer = appearance.nested_in
    if outer is None:
        return
    if outer.article_id != appearance.article_id:
        yield ("nested_in",), NESTED_ELSEWHERE
    seen = {appearance.pk} if appearance.pk else set()
    while outer is not None:
        if outer.pk in seen:
            yield ("nested_in",), NESTED_IN_A_LOOP
            return
        seen.add(outer.pk)
        outer = outer.nested_in


def inner_stay_in_the_article(appearance: Appearance) -> Iterator[Complaint]:
    """What is nested in an appearance moves to another article only with it."""
    if not appearance.pk:
        return
    inner = appearance.nesting.filter(merged_into=None)
    if inner.exclude(article_id=appearance.article_id).exists():
        yield ("article",), NESTED_ELSEWHERE


def positions(name: str, parts: Sequence[Part]) -> Iterator[Complaint]:
    """Numbered from 0 without a gap or a double."""
    numbers = sorted(getattr(part, "position", -1) for part in parts)
    if numbers != list(range(len(numbers))):
        yield (name,), POSITIONS


def words(segments: Sequence[Segment]) -> Iterator[Complaint]:
    """Something is printed."""
    if not segments:
        yield ("segments",), NO_SEGMENT


def chain_leads_elsewhere(appearance: Appearance, chain: Sequence[Hop]) -> Iterator[Complaint]:
    """No hop is stood for by the article that the chain leads to."""
    for index, hop in enumerate(chain):
        if hop.article_id is not None and hop.article_id == appearance.article_id:
            yield ("chain", index, "article"), OWN_ARTICLE


def text_is_the_articles(appearance: Appearance) -> Iterator[Complaint]:
    """Places are counted in a text of the same article."""
    text: ArticleText | None = appearance.text
    if text is not None and text.article_id != appearance.article_id:
        yield ("text",), FOREIGN_TEXT


def of_speaker(speaker: Speaker) -> Iterator[Complaint]:
    """A speaker has an outlet's profile exactly if its kind is "outlet"."""
    has_profile = Outlet.objects.filter(speaker=speaker.pk).exists()
    if has_profile and speaker.kind != SpeakerKind.OUTLET:
        yield ("kind",), WAS_AN_OUTLET
    if speaker.kind == SpeakerKind.OUTLET and not has_profile:
        yield ("kind",), WITHOUT_PROFILE


def of_outlet(outlet: Outlet) -> Iterator[Complaint]:
    """An outlet's speaker is of the kind "outlet"."""
    if outlet.speaker.kind != SpeakerKind.OUTLET:
        yield ("speaker",), NOT_AN_OUTLET


def of_appearance(
    appearance: Appearance, segments: Sequence[Segment] | None, chain: Sequence[Hop] | None
) -> Iterator[Complaint]:
    """All that concerns an appearance with its segments and its chain, where these are given."""
    yield from nesting(appearance)
    yield from inner_stay_in_the_article(appearance)
    yield from text_is_the_articles(appearance)
    if segments is not None:
        yield from words(segments)
        yield from positions("segments", segments)
    if chain is not None:
        yield from positions("chain", chain)
        yield from chain_leads_elsewhere(appearance, chain)


def names_what_stands(correction: Correction) -> Iterator[Complaint]:
    """What it is about, and the article that says so, were not merged into others."""
    for name in ("quote", "appearance", "article", "source_article"):
        named = getattr(correction, name)
        if named is not None and named.merged_into_id is not None:
            yield (name,), MERGED_AWAY


def is_recorded_once(correction: Correction) -> Iterator[Complaint]:
    """No other correction in force says of the same record the same, of the same day."""
    same = ("kind", "made_on", "quote_id", "appearance_id", "article_id")
    others = Correction.objects.in_force().exclude(pk=correction.pk)
    found = others.filter(**{name: getattr(correction, name) for name in same}).first()
    if found is not None:
        yield (), RECORDED_ALREADY.format(key=found.key)


def of_correction(correction: Correction) -> Iterator[Complaint]:
    """All that concerns a correction in force; one that was taken back may stay as it is."""
    if correction.taken_back_on is None:
        yield from names_what_stands(correction)
        yield from is_recorded_once(correction)


def is_not_redacted(record: Any) -> Iterator[Complaint]:
    """Whoever was redacted does not come back by its name."""
    if not record._state.adding:
        return
    for name in ("key", "slug"):
        value = getattr(record, name, "")
        if value and Redaction.objects.of_name(record._meta.model_name, value).exists():
            yield (name,), REDACTED.format(name=name, value=value)


def complaints(record: Any, parts: dict[str, Sequence[Any]]) -> Iterator[Complaint]:
    """All that the rules have to say of a record with its parts."""
    match record:
        case Appearance():
            yield from of_appearance(record, parts.get("segments"), parts.get("chain"))
        case Speaker():
            yield from of_speaker(record)
        case Outlet():
            yield from of_outlet(record)
        case Correction():
            yield from of_correction(record)
        case Article():
            return
