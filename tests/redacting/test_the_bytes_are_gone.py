"""From the file of a database, once the freed bytes are erased; in processes of their own."""

import os

import pytest
from django.db import connection

from tests.processes import ended, manage

FILL = """
from tests.redacting.scene import scene
scene()
from quotesdb import curation
from quotesdb.models import Quote
quote = Quote.objects.get(key="ready")
quote.occasion = "Zephyrine"
curation.keep_quote(quote, by=None)
quote.occasion = ""
curation.keep_quote(quote, by=None)
"""
WORDS = (b"ready to talk", b"They are ready", b"Zephyrine", b"talk")


@pytest.mark.skipif(connection.vendor != "sqlite", reason="a server's files are not ours to read")
def test_none_of_the_words_is_in_the_file(tmp_path):
    environment = {**os.environ, "DATABASE_URL": "", "VAR_DIR": str(tmp_path)}
    ended([manage(environment, "migrate", "--verbosity=0")])
    ended([manage(environment, "shell", "--verbosity=0", "-c", FILL)])
    before = all_bytes(tmp_path)
    assert [word for word in WORDS if word not in before] == []
    redact = ("redact", "quote", "ready", "--yes", "--because=privacy")
    (said,) = ended([manage(environment, *redact)])
    assert "4 records were redacted." in said
    after = all_bytes(tmp_path)
    assert [word for word in WORDS if word in after] == ([b"talk"] if b"talks had" in after else [])
    (said,) = ended([manage(environment, "verify")])
    assert "All is right" in said


def all_bytes(folder):
    return b"".join(file.read_bytes() for file in folder.glob("quotesdb.sqlite3*"))
