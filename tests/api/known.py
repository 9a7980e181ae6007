"""How tests ask and write as somebody who is known: by a key of their own."""

from datetime import timedelta

from django.utils import timezone

from quotesdb import keys
from quotesdb.models import Curator
from quotesdb.vocabulary import Scope


def key_of(name="ada", *permissions, scope=Scope.CURATE):
    """The header of a key whose owner has these permissions; all, where none are named."""
    owner = Curator.objects.filter(username=name).first()
    if owner is None:
        make = Curator.objects.create_user if permissions else Curator.objects.create_superuser
        owner = make(name)
    tomorrow = timezone.now() + timedelta(days=1)
    secret = keys.make_key(owner, label="a test", scope=scope, expires_at=tomorrow)[1]
    return {"Authorization": f"Bearer {secret}"}
