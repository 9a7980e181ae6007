"""The making of an appearance out of a candidate, and the taking away of it again."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.db.models import ProtectedError

from quotesdb import acts, curation
from quotesdb.models import Appearance, Candidate, Hop, Outlet, Quote, Segment, Speaker
from quotesdb.refusals import Clash, InUse, Refusal, Refused
from quotesdb.review.verdict import Chosen, Verdict
from quotesdb.vocabulary import SpeakerKind

AROUND = 32
"""Characters kept before and after the words, to find them again."""

OUTSIDE = "The words must be marked inside the article, in order and without overlap."
NOT_HELD = (
    "The {noun} that you chose is no longer there: it was merged or deleted. Nothing was saved."
)
MERGED = (
    "This article was merged into another. Nothing was saved: review its text there, "
    "or add it there if it is not held."
)
IN_THE_WAY = "Another appearance is nested in this one: take that back first. Nothing was undone."
CORRECTED = "A correction is recorded of this appearance: delete that first. Nothing was undone."
CHANGED_SINCE = (
    "The appearance has been changed since it was accepted. Nothing was undone: "
    "change or delete it on its own page."
)


def refused(candidate: Candidate, sentence: str, kind: type[Refused] = Refused) -> Refused:
    """All that is against a deed, as one sentence about the candidate."""
    return kind([Refusal("candidate", str(candidate.pk or "new"), (), sentence)])


class Recording:
    """The making of an appearance, with whatever it needs that is not there yet."""

    def __init__(self, candidate: Candidate, verdict: Verdict):
        self.candidate, self.verdict = candidate, verdict
        self.text, self.article = candidate.text, candidate.text.article
        self.made: dict[str, list[int]] = {"quotes": [], "speakers": [], "outlets": []}
        self.meant: dict[str, int] = {}
        self.new: dict[tuple[str, str], Speaker] = {}

    def keep(self) -> Appearance:
        verdict = self.verdict
        if self.article.merged_into_id is not None:
            raise refused(self.candidate, MERGED, Clash)
        segments = list(self._segments())
        appearance = Appearance(
            quote=self._quote(segments),
            article=self.article,
            language=self.article.language,
            form=verdict.form.value,
            cue=verdict.cue,
            is_translation=verdict.is_translation,
            nested_in=self._held(Appearance, verdict.nested_in),
            text=self.text,
        )
        acts.keep(appearance, {"segments": segments, "chain": list(self._chain())})
        return appearance

    def _segments(self) -> Iterator[Segment]:
        body, last = self.text.body, 0
        if not self.verdict.segments:
            raise refused(self.candidate, OUTSIDE)
        for position, (start, end) in enumerate(self.verdict.segments):
            if not last <= start < end <= len(body):
                raise refused(self.candidate, OUTSIDE)
            last = end
            yield Segment(
                position=position,
                exact=body[start:end],
                prefix=body[max(0, start - AROUND) : start],
                suffix=body[end : end + AROUND],
                start=start,
                end=end,
            )

    def _quote(self, segments: Sequence[Segment]) -> Quote:
        if self.verdict.quote is not None:
            held: Quote = self._held(Quote, self.verdict.quote)
            return held
        quote = Quote(
            text=" ".join(segment.exact for segment in segments),
            language=self.article.language,
            speaker=self._speaker(self.verdict.speaker) if self.verdict.speaker else None,
            said_from=self.verdict.said_from,
            said_until=self.verdict.said_until,
        )
        acts.keep(quote)
        self.made["quotes"].append(quote.pk)
        return quote

    def _chain(self) -> Iterator[Hop]:
        for position, hop in enumerate(self.verdict.chain):
            yield Hop(
                position=position,
                speaker=self._speaker(hop.speaker),
                attributed_as=hop.attributed_as,
                relation=hop.relation.value,
                medium=hop.medium,
                certainty=hop.certainty.value,
                evidence=hop.evidence,
            )

    def _speaker(self, chosen: Chosen) -> Speaker:
        """Held, or made; who is new and named twice in one verdict is one."""
        called = chosen.name.casefold(), chosen.kind.value
        if chosen.number is not None:
            speaker: Speaker = self._held(Speaker, chosen.number)
        else:
            if called not in self.new:
                self.new[called] = self._made_speaker(chosen)
            speaker = self.new[called]
        if chosen.proposed_as:
            self.meant[chosen.proposed_as.casefold()] = speaker.pk
        return speaker

    def _held(self, model: Any, number: int | None) -> Any:
        if number is None:
            return None
        held = model.objects.standing().filter(pk=number).first()
        if held is None:
            raise refused(self.candidate, NOT_HELD.format(noun=model._meta.verbose_name), Clash)
        return held

    def _made_speaker(self, chosen: Chosen) -> Speaker:
        slug = curation.free_slug(chosen.name)
        speaker = Speaker(name=chosen.name, kind=chosen.kind.value, slug=slug)
        if chosen.kind is SpeakerKind.OUTLET:
            outlet = Outlet(speaker=speaker)
            acts.keep_with_profile(speaker, outlet, {})
            self.made["outlets"].append(outlet.pk)
            return speaker
        if chosen.granted_by is not None and chosen.kind is SpeakerKind.ANONYMOUS:
            granting = self._speaker(chosen.granted_by)
            speaker.granted_by = Outlet.objects.filter(speaker=granting.pk).first()
        acts.keep(speaker)
        self.made["speakers"].append(speaker.pk)
        return speaker


def unmake(row: Candidate, appearance: Appearance | None, made: dict[str, list[int]]) -> None:
    """Take away an appearance, if it was not deleted since, and what else was made with it."""
    if appearance is not None:
        _discard(row, appearance)
    for model, numbers in ((Quote, "quotes"), (Speaker, "speakers"), (Outlet, "outlets")):
        for record in model._default_manager.filter(pk__in=made.get(numbers, ())):
            if not _is_needed(record):
                acts.discard(record)


def _discard(row: Candidate, appearance: Appearance) -> None:
    if appearance.version > 1:
        raise refused(row, CHANGED_SINCE, Clash)
    try:
        acts.discard(appearance)
    except ProtectedError as error:
        nested = any(isinstance(it, Appearance) for it in error.protected_objects)
        raise refused(row, IN_THE_WAY if nested else CORRECTED, InUse) from error


def _is_needed(record: Any) -> bool:
    """Whether it was changed since it was made, or anything refers to it.

    What merely follows from other rows has no history, and needs nothing.
    """
    whole = record.speaker if isinstance(record, Outlet) else record
    own = {"outlet"} if isinstance(record, Outlet) else set()
    return record.version > 1 or any(
        relation.related_model._default_manager.filter(**{relation.field.name: one}).exists()
        for one in {record, whole}
        for relation in one._meta.related_objects
        if relation.name not in own and hasattr(relation.related_model, "history")
    )
