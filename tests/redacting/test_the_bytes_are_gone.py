"""From the file of a database, once the freed bytes are erased; in processes of their own."""

import os

import pytest
from django.db import connection

from tests.processes import ended, manage, own_database

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
KILLED = """
from quotesdb.likeness.features import BITS
from quotesdb.models import PostingList, PostingSegment
unused = PostingSegment.objects.create(first=None, quotes=1, bits=12)
PostingList.objects.create(place=unused.pk << BITS, quotes=b"xx")
"""
LEFT = """
from quotesdb.models import PostingList, PostingSegment
print(PostingSegment.objects.count(), PostingList.objects.count())
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


def test_nor_is_it_in_what_a_killed_import_left(tmp_path):
    with own_database(tmp_path) as environment:
        shell = ("shell", "--verbosity=0", "-c")
        ended([manage(environment, "migrate", "--verbosity=0")])
        ended([manage(environment, *shell, KILLED)])
        assert ended([manage(environment, *shell, LEFT)]) == ["1 1\n"]
        ended([manage(environment, "erase_freed")])
        assert ended([manage(environment, *shell, LEFT)]) == ["0 0\n"]


def all_bytes(folder):
    return b"".join(file.read_bytes() for file in folder.glob("quotesdb.sqlite3*"))
