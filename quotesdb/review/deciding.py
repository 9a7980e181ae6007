"""What curators decide about candidates: one at a time, each decision one whole act.

A candidate that is accepted becomes an appearance, with the quote and the speakers that it needs.
Undoing takes away again what the acceptance made, unless something else has come to need it.
"""

from datetime import timedelta

from quotesdb import acts, turns
from quotesdb.ingest.proposing import fingerprint
from quotesdb.models import ArticleText, Candidate, Curator, Taking
from quotesdb.models.candidate import BY_HAND
from quotesdb.models.history import Act, current_act
from quotesdb.refusals import Clash, Overtaken
from quotesdb.review.recording import Recording, refused, unmake
from quotesdb.review.verdict import Verdict, as_proposed, differs
from quotesdb.vocabulary import Decision, Door, Rejection

TAKEN_FOR = timedelta(minutes=10)
"""Without a sign from whoever has it, an article is free again after so long."""

LONGEST_REMARK = 500

DECIDED = "{who} has decided about this already: {decision}. Nothing was saved."
TAKEN = (
    "{who} has this article until {until:%H:%M} (UTC). Nothing was saved: look on, or take it over."
)
GONE = "This is no longer there: {what} was deleted. Nothing was saved."
PROPOSED_ALREADY = "These words are proposed already: decide about them where they stand."
TAKEN_BACK = "Somebody has taken a decision about this back meanwhile. Nothing was saved."
NOTHING_TO_UNDO = "Nothing has been decided about this candidate."
DECIDED_FIELDS = (
    "decision",
    "rejection",
    "remark",
    "decided_by_id",
    "decided_at",
    "appearance_id",
    "made",
    "meant",
    "version",
)


def accept(
    candidate: int,
    verdict: Verdict,
    *,
    by: Curator,
    opened_version: int | None,
    door: Door = Door.ADMIN,
    why: str = "",
) -> Candidate:
    """Record what a candidate proposes, or what the curator made of it.

    Raises Refused where somebody else has decided or has the article, or where the record cannot
    be.
    """
    with acts.whole(Act(door, by, why or "accepted from a reader's proposal")):
        row = undecided(candidate, opened_version, by)
        _record(row, verdict, by)
    return row


def add(text: int, verdict: Verdict, *, by: Curator) -> Candidate:
    """Record what no reader proposed: a candidate found by hand, and accepted at once.

    Raises Refused as `accept` does, and where the words are proposed already.
    """
    with acts.whole(Act(Door.ADMIN, by, "found by hand")):
        row = _found_by_hand(text, verdict)
        _refuse_where_taken(row, by)
        if row.text.candidates.filter(segments=row.segments).exists():
            raise refused(row, PROPOSED_ALREADY, Clash)
        acts.insert([row])
        _record(row, verdict, by)
    return row


def reject(
    candidate: int,
    rejection: Rejection,
    *,
    by: Curator,
    opened_version: int | None,
    remark: str = "",
    door: Door = Door.ADMIN,
    why: str = "",
) -> Candidate:
    """Say that a candidate is no quote worth recording, and why."""
    with acts.whole(Act(door, by, why or f"rejected: {rejection.value}")):
        row = undecided(candidate, opened_version, by)
        row.rejection, row.remark = rejection.value, remark[:LONGEST_REMARK]
        _decide(row, Decision.REJECTED, by)
    return row


def undo(
    candidate: int,
    *,
    by: Curator,
    opened_version: int | None,
    door: Door = Door.ADMIN,
    why: str = "",
) -> Candidate:
    """Take a decision back, and what it made.

    Raises Refused where what it made has been changed since, or something stands in it.
    """
    with acts.whole(Act(door, by, why or "decision taken back")):
        row = _fresh(candidate, opened_version, by)
        if row.decision == Decision.WAITING:
            raise refused(row, NOTHING_TO_UNDO, Clash)
        appearance, made = row.appearance, row.made
        row.appearance, row.made, row.meant = None, {}, {}
        row.rejection = row.remark = ""
        row.decided_by = row.decided_at = None
        _keep(row, Decision.WAITING)
        unmake(row, appearance, made)
    return row


def take(article: int, by: Curator, *, over: bool = False) -> Taking:
    """Have an article in review for a while; `over` takes it from whoever has it.

    Gives the taking that stands: another curator's, if that is in force.
    """
    with acts.whole(Act(Door.ADMIN, by, "article taken for review")):
        now = current_act().at
        held = Taking.objects.filter(article=article).first()
        if held and held.by_id != by.pk and held.until > now and not over:
            return held
        until = now + TAKEN_FOR
        taking, _ = Taking.objects.update_or_create(
            article_id=article, defaults={"by": by, "until": until}
        )
        return taking


def leave(article: int, by: Curator) -> None:
    """Let others have an article."""
    with turns.taken():
        Taking.objects.filter(article=article, by=by).delete()


def _found_by_hand(text: int, verdict: Verdict) -> Candidate:
    segments = [list(it) for it in verdict.segments]
    held = ArticleText.objects.select_related("article").filter(pk=text).first()
    row = Candidate(
        text=held,
        fingerprint=fingerprint(verdict.form, segments),
        start=segments[0][0] if segments else 0,
        form=verdict.form.value,
        segments=segments,
        cue=verdict.cue,
        reader=BY_HAND,
        rule="found by hand",
        confidence=1,
        **as_proposed(verdict),
    )
    if held is None:
        raise refused(row, GONE.format(what="the article’s text"))
    return row


def _record(row: Candidate, verdict: Verdict, by: Curator) -> None:
    recording = Recording(row, verdict)
    row.appearance = recording.keep()
    row.made, row.meant = recording.made, recording.meant
    _decide(row, Decision.CORRECTED if differs(row, verdict) else Decision.ACCEPTED, by)


def _fresh(candidate: int, opened_version: int | None, by: Curator) -> Candidate:
    rows = Candidate.objects.select_related("text__article", "decided_by", "appearance")
    row = rows.filter(pk=candidate).first()
    if row is None:
        raise refused(Candidate(pk=candidate), GONE.format(what="the candidate"))
    if opened_version is not None and row.version != opened_version:
        raise refused(row, _who_decided(row), Overtaken)
    _refuse_where_taken(row, by)
    return row


def undecided(candidate: int, opened_version: int | None, by: Curator) -> Candidate:
    """The candidate, as it was seen and still waiting. Runs inside the caller's act.

    Raises Refused where it is another, decided, gone, or in somebody else's hands.
    """
    row = _fresh(candidate, opened_version, by)
    if row.decision != Decision.WAITING:
        raise refused(row, _who_decided(row), Clash)
    return row


def _who_decided(row: Candidate) -> str:
    if row.decision == Decision.WAITING:
        return TAKEN_BACK
    return DECIDED.format(who=row.decided_by or "Somebody", decision=row.decision)


def _refuse_where_taken(row: Candidate, by: Curator) -> None:
    """Whoever has the article decides, and nobody else meanwhile."""
    standing = Taking.objects.standing(current_act().at).filter(article=row.text.article_id)
    other = standing.exclude(by=by).select_related("by").first()
    if other is not None:
        raise refused(row, TAKEN.format(who=other.by, until=other.until), Clash)


def _decide(row: Candidate, decision: Decision, by: Curator) -> None:
    row.decided_by, row.decided_at = by, current_act().at
    _keep(row, decision)


def _keep(row: Candidate, decision: Decision) -> None:
    row.decision = decision.value
    row.version += 1
    acts.revise([row], DECIDED_FIELDS)
