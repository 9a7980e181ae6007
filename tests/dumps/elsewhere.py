"""A database whose records are dumped and then gone, as if the dump came from another."""

import random
from io import StringIO

from django.core.management import CommandError, call_command
from django.db import transaction

from quotesdb.dumps.taking import take
from quotesdb.lines.kinds import KINDS
from tests.lines.odd_records import Odd


def dump_of(folder, number=3, *, private=False):
    """The folder of a dump of odd records, which are held no more."""
    with transaction.atomic():
        Odd(random.Random(number)).fill()
        place, _ = take(folder, private=private)
        transaction.set_rollback(True)
    return place


def many_held():
    return sum(kind.model.objects.count() for kind in KINDS.values())


def run(*words):
    """What a command says, and why it failed, if it did."""
    told = StringIO()
    try:
        call_command(*map(str, words), stdout=told, stderr=StringIO(), verbosity=1)
    except CommandError as error:
        return told.getvalue(), str(error)
    return told.getvalue(), ""
