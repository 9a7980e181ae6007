"""A program that asks once with a new key; it says the status and the seconds that it took."""

import sys
from datetime import timedelta
from time import monotonic

import django

django.setup()

from django.test import Client  # noqa: E402
from django.utils import timezone  # noqa: E402

from quotesdb import keys  # noqa: E402
from quotesdb.models import ApiKey, Curator  # noqa: E402
from quotesdb.vocabulary import Scope  # noqa: E402

owner, made = Curator.objects.get_or_create(username="ada")
in_a_year = timezone.now() + timedelta(days=365)
_, secret = keys.make_key(owner, label="a mirror", scope=Scope.READ, expires_at=in_a_year)
sys.stdout.write("ready\n")
sys.stdout.flush()
sys.stdin.readline()
began = monotonic()
answer = Client().get(
    "/api/v1/quotes/", headers={"Authorization": f"Bearer {secret}", "Host": "localhost"}
)
ApiKey.objects.get()
sys.stdout.write(f"{answer.status_code} {monotonic() - began:.1f}\n")
