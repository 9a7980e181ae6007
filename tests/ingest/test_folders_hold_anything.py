"""Folders of articles hold more than articles, and none of it stops an import."""

import os
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from quotesdb.models import Article, Brought

pytestmark = pytest.mark.django_db

TEXT = "The harbour is full.\n\n“We have no room,” said Grace Hill.\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    return tmp_path


def import_articles(folder):
    said = StringIO()
    call_command("import_articles", str(folder), stdout=said, stderr=StringIO())
    return said.getvalue()


def what_is_refused(folder):
    """The lines about what could not be kept; the one article was."""
    said = StringIO()
    with pytest.raises(CommandError):
        call_command("import_articles", str(folder), stdout=said, stderr=StringIO())
    assert Article.objects.count() == 1
    return said.getvalue().splitlines()[4:]


def test_a_name_of_bytes_that_are_no_letters(folder):
    strange = os.fsencode(folder) + b"/b\xff.txt"
    os.rename(folder / "a.txt", strange)  # noqa: PTH104
    import_articles(folder)
    assert Brought.objects.get().file.endswith("/b\\xff.txt")
    assert "articles unchanged        1" in import_articles(folder)


def test_and_such_a_name_can_be_said(folder):
    with open(os.fsencode(folder) + b"/b\xff.txt", "wb") as file:  # noqa: PTH123
        file.write(b"\xff")
    (line,) = what_is_refused(folder)
    line.encode()
    assert line.startswith(f"{folder}/b\\xff.txt: byte 0 is not utf-8")


def test_a_folder_that_is_called_like_a_file(folder):
    (folder / "b.txt").mkdir()
    import_articles(folder)
    assert Article.objects.count() == 1


def test_a_pipe_that_nobody_writes_to(folder):
    os.mkfifo(folder / "b.txt")
    import_articles(folder)
    assert Article.objects.count() == 1


def test_links_that_lead_nowhere(folder):
    (folder / "b.txt").symlink_to("absent")
    (folder / "c.txt").symlink_to("c.txt")
    assert len(what_is_refused(folder)) == 2


@pytest.mark.parametrize("nothing", ["", " \n\t"])
def test_a_file_without_a_word_is_no_article(folder, nothing):
    (folder / "b.txt").write_text(nothing)
    assert what_is_refused(folder) == [f"{folder}/b.txt: there is no word in it"]


@pytest.mark.skipif(os.geteuid() == 0, reason="Whoever may everything is kept out of no folder.")
def test_a_folder_that_cannot_be_looked_into_is_named(folder):
    (folder / "locked").mkdir(mode=0)
    assert what_is_refused(folder) == [f"{folder}/locked: Permission denied"]
