"""How webhooks are made, changed and switched on again."""

from quotesdb.models import Change, Curator, Webhook


def keep(webhook: Webhook, by: Curator) -> None:
    """Write a webhook. A new one is told of what comes from now on."""
    if webhook._state.adding:
        webhook.curator = by
        webhook.cursor = _last_change()
    elif webhook.is_on and not Webhook.objects.get(pk=webhook.pk).is_on:
        _begin_anew(webhook)
    webhook.full_clean()
    webhook.save()


def _begin_anew(webhook: Webhook) -> None:
    """What it missed meanwhile it is told now; only the failures are forgotten."""
    webhook.failures, webhook.failing_since = 0, None
    webhook.next_try_at, webhook.off_because = None, ""


def _last_change() -> int:
    return Change.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
