"""A writer who takes its turn, says so, and keeps it until its standard input is closed."""

import sys

import django

django.setup()

from quotesdb import turns  # noqa: E402
from quotesdb.models import Quote  # noqa: E402

with turns.taken():
    Quote.objects.filter(pk=0).update(occasion="")
    sys.stdout.write("writing\n")
    sys.stdout.flush()
    sys.stdin.read()
