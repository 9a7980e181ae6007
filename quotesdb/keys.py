"""Keys by which programs come in: made, shown once, found again by their hash, and revoked.

A key is 256 random bits, so a plain SHA-256 of it is as safe to keep as a slow hash of a password
would be, and is found by an index (OWASP Password Storage Cheat Sheet: slow hashes are for secrets
that people think up).
"""

import secrets
from contextlib import suppress
from datetime import datetime, timedelta
from hashlib import sha256

from django.utils import timezone

from quotesdb import turns
from quotesdb.models import ApiKey, Curator
from quotesdb.vocabulary import Scope

MARK = "qdb_"
"""What every key begins with, so that searches for leaked secrets can know it."""

SHOWN = 12
"""The characters of a key that are kept, to tell it from others."""

NOTED_EVERY = timedelta(hours=1)


def make_key(
    curator: Curator, *, label: str, scope: Scope, expires_at: datetime
) -> tuple[ApiKey, str]:
    """A new key and its secret, which nobody can be told again.

    Raises django.core.exceptions.ValidationError where a constraint is broken.
    """
    secret = MARK + secrets.token_urlsafe(32)
    key = ApiKey(
        curator=curator,
        label=label,
        scope=scope.value,
        expires_at=expires_at,
        beginning=secret[:SHOWN],
        digest=digest_of(secret),
    )
    key.full_clean()
    key.save()
    return key, secret


def digest_of(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()


def working_key(secret: str) -> ApiKey | None:
    """The key that this secret is, with its owner, if it opens the door now."""
    keys = ApiKey.objects.working(timezone.now()).select_related("curator")
    return keys.filter(digest=digest_of(secret)).first()


def revoke(key: ApiKey) -> None:
    """Let the key open nothing from now on. Revoked once, it keeps its first moment."""
    ApiKey.objects.filter(pk=key.pk, revoked_at=None).update(revoked_at=timezone.now())
    key.refresh_from_db()


def note_use(key: ApiKey) -> None:
    """Remember that the key was used, at most once an hour: a reader shall not write each time."""
    now = timezone.now()
    if key.last_used_at is not None and now - key.last_used_at < NOTED_EVERY:
        return
    # Where somebody writes for long: that a key was used is not worth the wait.
    with suppress(turns.Busy), turns.not_waiting():
        ApiKey.objects.filter(pk=key.pk).update(last_used_at=now)
