"""The command: what it says, when it fails, and that it writes nothing."""

import random
from io import StringIO
from unittest import mock

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from quotesdb import kept_answers
from quotesdb.models import Quote
from tests.lines.odd_records import Odd
from tests.verifying.sound import broken, fill, found

pytestmark = pytest.mark.django_db


def verify(*options):
    told = StringIO()
    try:
        call_command("verify", *options, stdout=told, stderr=StringIO())
    except CommandError as error:
        return told.getvalue(), str(error)
    return told.getvalue(), ""


def test_all_is_right():
    fill()
    said, failed = verify()
    assert said == "All is right, by 29 checks.\n"
    assert not failed


def test_the_first_data_is_right():
    call_command("import_seeds", stdout=StringIO(), stderr=StringIO())
    assert found() == {}


@pytest.mark.parametrize("number", range(6))
def test_odd_records_are_right(number):
    with mock.patch.object(kept_answers, "OFTEN", 2):
        Odd(random.Random(number)).fill()
        assert found() == {}


def test_what_is_wrong_is_told_with_what_mends_it():
    fill()
    with broken("UPDATE quotesdb_quote SET appearance_count = 9 WHERE key = 'inside'"):
        said, failed = verify("--only", "origins", "dates")
    assert said.splitlines() == [
        "origins: quote inside: printed 9 times, 1 origins declared, 1 inferred, and is "
        "printed 1 times, 1 origins declared, 1 inferred",
        "origins: to mend it, run manage.py recount.",
    ]
    assert failed == "1 of 2 checks failed: 1 things are wrong."


def test_what_it_says_mends_it():
    fill()
    Quote.objects.update(appearance_count=9)
    assert verify()[1]
    call_command("recount", stdout=StringIO(), stderr=StringIO())
    assert not verify()[1]


def test_many_alike_are_cut_short_unless_all_are_asked_for():
    fill()
    for number in range(30):
        Quote.objects.bulk_create([Quote(key=f"past-{number}", text="Past the writers.")])
    said, _ = verify("--only", "history")
    assert said.count("written past the writers") == 20
    assert "history: 30 in all; --all tells each." in said
    assert verify("--only", "history", "--all")[0].count("written past the writers") == 30


def test_a_check_that_there_is_not():
    assert verify("--only", "orgins")[1] == ('There is no check "orgins". Did you mean "origins"?')


def test_nothing_is_written():
    fill()
    statements = []

    def note(execute, sql, *rest):
        statements.append(sql)
        return execute(sql, *rest)

    with connection.execute_wrapper(note):
        verify()
    first = {sql.split()[0].upper() for sql in statements}
    assert first <= {"SELECT", "WITH", "PRAGMA", "CREATE", "DROP", "SAVEPOINT", "RELEASE"}
    made = [sql for sql in statements if sql.split()[0].upper() in {"CREATE", "DROP"}]
    assert all(" temp." in sql for sql in made)
