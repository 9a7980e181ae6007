"""How a message shows that it comes from here, as Standard Webhooks (1.0) has it.

A webhook's secret is kept nowhere: it follows from this server's own secret and from the webhook.
"""

import base64
import hmac
from hashlib import sha256

from django.conf import settings

from quotesdb.models import Webhook

MARK = "whsec_"
VERSION = "v1"
PURPOSE = b"quotesdb.webhooks"


def secret_of(webhook: Webhook) -> str:
    """What whoever receives must know, as libraries for Standard Webhooks take it.

    Another one where the server's secret, the address, or the moment of making is another.
    """
    return MARK + base64.b64encode(_key_of(webhook)).decode()


def signature(webhook: Webhook, message: str, timestamp: int, body: bytes) -> str:
    """The signature of a message with this id, sent at this second (Unix time)."""
    signed = b".".join((message.encode(), str(timestamp).encode(), body))
    made = hmac.new(_key_of(webhook), signed, sha256).digest()
    return f"{VERSION},{base64.b64encode(made).decode()}"


def _key_of(webhook: Webhook) -> bytes:
    about = f"{webhook.pk} {webhook.url} {webhook.made_at.isoformat()}"
    return hmac.new(settings.SECRET_KEY.encode(), PURPOSE + about.encode(), sha256).digest()
