"""What the review page is told: rows and proposals as plain values for JSON."""

from django.urls import reverse

from quotesdb.admin.labels import when_said
from quotesdb.admin.review import speakers
from quotesdb.models import Appearance, Candidate, Taking
from quotesdb.review.knowing import told_of

LONGEST_WORDS = 80


def candidates(text):
    """All candidates of a text, in its order."""
    rows = Candidate.objects.filter(text=text).select_related("decided_by", "appearance")
    rows = rows.prefetch_related("appearance__segments")
    return [candidate(row) for row in rows.order_by("start", "-confidence", "pk")]


def candidate(row):
    return {
        "number": row.pk,
        "version": row.version,
        "segments": places(row),
        "form": row.form,
        "speaker": row.speaker["name"] if row.speaker else "",
        "decision": row.decision,
        "rejection": row.rejection,
        "remark": row.remark,
        "decided_by": str(row.decided_by or ""),
        "decided_at": row.decided_at and row.decided_at.isoformat(),
        "appearance": row.appearance_id,
        "quote": row.appearance.quote_id if row.appearance else None,
        "address": address(row.appearance) if row.appearance else None,
        "reader": row.reader,
        "rule": row.rule,
        "confidence": row.confidence,
    }


def places(row):
    """Where its words stand: as they were recorded, else as they were proposed."""
    segments = list(row.appearance.segments.all()) if row.appearance else []
    if not segments or any(it.start is None for it in segments):
        return row.segments
    return [[it.start, it.end] for it in segments]


def recorded(found, own):
    """Appearances that are no candidate of this text: recorded otherwise, or of another version."""
    return [
        {
            "appearance": it.appearance.pk,
            "quote": it.appearance.quote_id,
            "words": it.appearance.wording,
            "speaker": str(it.appearance.quote.speaker or ""),
            "segments": it.places,
            "address": address(it.appearance),
        }
        for it in found
        if it.appearance.pk not in own
    ]


def proposal(found):
    """What would be recorded, and all that may be chosen instead."""
    verdict = found.verdict
    held = speakers.shown(_numbers(found))
    return {
        "candidate": candidate(found.candidate),
        "record": {
            "segments": verdict.segments,
            "form": verdict.form,
            "speaker": chosen(verdict.speaker, held),
            "chain": [hop(it, held) for it in verdict.chain],
            "quote": verdict.quote,
            "cue": verdict.cue,
            "is_translation": verdict.is_translation,
            "said_from": verdict.said_from and verdict.said_from.isoformat(),
            "said_until": verdict.said_until and verdict.said_until.isoformat(),
            "nested_in": verdict.nested_in,
        },
        "matches": [match(it) for it in found.matches],
        "meant": {
            told["name"]: meant(found.meant[told["name"].casefold()], held)
            for told in told_of(found.candidate)
            if found.meant
        },
        "outer": outer(verdict.nested_in),
    }


def meant(it, held):
    return {
        "because": it.because,
        "must_choose": it.must_choose,
        "offered": [held[pk] for pk in it.offered if pk in held],
    }


def _numbers(found):
    for one in (found.verdict.speaker, *(it.speaker for it in found.verdict.chain)):
        if one and one.number is not None:
            yield one.number
    for it in found.meant.values():
        yield from it.offered
        if it.chosen is not None:
            yield it.chosen


def chosen(one, held):
    if one is None:
        return None
    plain = {
        "number": None,
        "name": one.name,
        "kind": one.kind,
        "about": "",
        "granted_by": chosen(one.granted_by, held),
    }
    return {**plain, **held.get(one.number, {}), "proposed_as": one.proposed_as}


def hop(one, held):
    return {
        "speaker": chosen(one.speaker, held),
        "relation": one.relation,
        "medium": one.medium,
        "certainty": one.certainty,
        "attributed_as": one.attributed_as,
        "evidence": one.evidence,
    }


def match(likeness):
    quote, comparison = likeness.quote, likeness.match.comparison
    speaker = quote.speaker
    return {
        "quote": quote.pk,
        "text": quote.text,
        "speaker": speaker.name if speaker else "",
        "speaker_number": speaker.pk if speaker else None,
        "said": when_said(quote),
        "printings": quote.appearance_count,
        "is_same": likeness.match.is_same,
        "kind": comparison.kind,
        "similarity": round(comparison.similarity, 2),
        "operations": [
            {"op": it.op, "from": it.from_text, "to": it.to_text} for it in comparison.operations
        ],
        "address": address(quote),
    }


def outer(number):
    row = Appearance.objects.filter(pk=number).first() if number else None
    return row and {"number": row.pk, "words": short(row.wording)}


def taking(article, by, now):
    """Who has an article, if anybody."""
    row = Taking.objects.standing(now).filter(article=article).select_related("by").first()
    return row and {"by": str(row.by), "mine": row.by_id == by.pk, "until": row.until.isoformat()}


def address(record):
    meta = record._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[record.pk])


def short(words):
    return words if len(words) <= LONGEST_WORDS else f"{words[: LONGEST_WORDS - 1]}…"
