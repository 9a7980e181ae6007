"""A round of telling: every webhook that is due hears of what came after what it took last.

What is told is read from the changes, in the order of commits, and the cursor moves only when the
other side has taken it: so all is told at least once, whenever and wherever a round is broken off.
"""

import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

import orjson
from django.utils import timezone

from quotesdb.extraction.intake.outside import House
from quotesdb.models import Change, Delivery, Webhook
from quotesdb.webhooks.posting import Answer, post
from quotesdb.webhooks.signing import signature

AT_ONCE = 200
"""Changes in a message."""

IN_A_ROUND = 50
"""Messages to one webhook before the others have their turn."""

KEPT = 200
"""Attempts that are kept of each webhook."""

AGENT = "QuotesDB-webhooks/1"
GONE = 410
LEASE = timedelta(minutes=2)
"""For which a webhook is one teller's, should that one die meanwhile."""

WAITS = tuple(timedelta(minutes=it) for it in (1, 5, 30, 120, 300, 600))
"""After the first failure, the second and so on; then always the last."""

FOR_LONG = timedelta(days=5)
FAILED_FOR_LONG = "It has taken no message for {days} days; the last time: {sentence}."
SAYS_IT_IS_GONE = "It answered that it is gone for good (410)."

Row = Mapping[str, Any]


def deliver(house: House) -> Counter[str]:
    """One round. Counts what was "taken" and "failed", in messages, and "switched off"."""
    told: Counter[str] = Counter()
    for webhook in Webhook.objects.due(timezone.now()):
        if _claim(webhook):
            told.update(_tell(webhook, house))
    return told


def _claim(webhook: Webhook) -> bool:
    """Whether it is ours to tell now: of several tellers, one writes the moment that it saw."""
    until = timezone.now() + LEASE
    ours = Webhook.objects.filter(pk=webhook.pk, is_on=True, next_try_at=webhook.next_try_at)
    if not ours.update(next_try_at=until):
        return False
    webhook.next_try_at = until
    return True


def _tell(webhook: Webhook, house: House) -> Iterator[str]:
    for _ in range(IN_A_ROUND):
        rows = changes_for(webhook)
        if not rows:
            break
        answer = _send(webhook, rows, house)
        if not answer.is_taken:
            yield "failed"
            if _put_off(webhook, answer):
                yield "switched off"
            return
        yield "taken"
        _went_well(webhook, rows[-1]["id"])
    _keep(webhook, next_try_at=None)


def changes_for(webhook: Webhook) -> Sequence[Row]:
    """What the webhook is to be told next. One query, by the ids or by kind and id."""
    rows = Change.objects.after(webhook.cursor)
    if webhook.kind:
        rows = rows.filter(kind=webhook.kind)
    return list(rows.values("id", "at", "kind", "key", "what", "version", "merged_into")[:AT_ONCE])


def message_of(rows: Sequence[Row]) -> bytes:
    """The message about some changes; each is told as `changes/` tells it."""
    told = [{**row, "merged_into": row["merged_into"] or None} for row in rows]
    return orjson.dumps(
        {
            "type": "changes",
            "timestamp": rows[-1]["at"],
            "data": {"cursor": rows[-1]["id"], "results": told},
        }
    )


def _send(webhook: Webhook, rows: Sequence[Row], house: House) -> Answer:
    first, last = rows[0]["id"], rows[-1]["id"]
    body, second = message_of(rows), int(time.time())
    # The same when it is sent again, so that whoever has it already can tell.
    message = f"msg_{webhook.pk}_{first}_{last}"
    began = time.monotonic()
    answer = post(
        webhook.url,
        body,
        {
            "Content-Type": "application/json",
            "User-Agent": AGENT,
            "webhook-id": message,
            "webhook-timestamp": str(second),
            "webhook-signature": signature(webhook, message, second, body),
        },
        house,
    )
    _log(webhook, first, last, answer, round((time.monotonic() - began) * 1000))
    return answer


def _log(webhook: Webhook, first: int, last: int, answer: Answer, milliseconds: int) -> None:
    Delivery.objects.create(
        webhook=webhook,
        first=first,
        last=last,
        status=answer.status,
        milliseconds=milliseconds,
        sentence=answer.sentence[:300],
    )
    kept = webhook.deliveries.order_by("-pk").values_list("pk", flat=True)[:KEPT]
    oldest = min(kept)
    webhook.deliveries.filter(pk__lt=oldest).delete()


def _went_well(webhook: Webhook, last: int) -> None:
    _keep(
        webhook,
        cursor=last,
        failures=0,
        failing_since=None,
        next_try_at=timezone.now() + LEASE,
    )


def _put_off(webhook: Webhook, answer: Answer) -> bool:
    """Try again later, or never; whether it is never."""
    now = timezone.now()
    since = webhook.failing_since or now
    because = _why_never(answer, now - since)
    _keep(
        webhook,
        failures=webhook.failures + 1,
        failing_since=since,
        next_try_at=now + WAITS[min(webhook.failures, len(WAITS) - 1)],
        is_on=webhook.is_on and not because,
        off_because=because,
    )
    return bool(because)


def _why_never(answer: Answer, failing: timedelta) -> str:
    if answer.status == GONE:
        return SAYS_IT_IS_GONE
    if failing >= FOR_LONG:
        return FAILED_FOR_LONG.format(days=failing.days, sentence=answer.sentence)[:300]
    return ""


def _keep(webhook: Webhook, **facts: Any) -> None:
    """Only what is ours: somebody may change label, address or kind meanwhile."""
    Webhook.objects.filter(pk=webhook.pk).update(**facts)
    for name, value in facts.items():
        setattr(webhook, name, value)


def forever(house: House, every: float, on_round: Callable[[Counter[str], datetime], Any]) -> None:
    """Round after round, with so many seconds between them."""
    while True:
        on_round(deliver(house), timezone.now())
        time.sleep(every)
