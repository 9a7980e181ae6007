from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from quotesdb.models import Article, ArticleText, Candidate, Quote

pytestmark = pytest.mark.django_db

TEXT = "The harbour is full.\n\n“We have no room,” said Grace Hill.\n"
PAGE = """<!doctype html><html lang="en"><head><title>No room in the harbour</title>
<link rel="canonical" href="https://harbour.example/no-room"></head><body><nav>Home</nav>
<article><h1>No room in the harbour</h1>
<p>The harbour of Eastmouth is full, and the boats that come in tonight must lie outside.</p>
<p>“We have no room,” said Grace Hill, who keeps the harbour and has done so for ten years.</p>
<p>The ferry company has been told, and will land its passengers at the old pier instead.</p>
</article></body></html>"""


def import_articles(*paths, **options):
    said = StringIO()
    call_command("import_articles", *map(str, paths), stdout=said, stderr=StringIO(), **options)
    return rows(said.getvalue())


def rows(said):
    lines = (line.split() for line in said.splitlines())
    return {" ".join(words[:-1]): int(words[-1]) for words in lines}


def test_a_folder_becomes_candidates_and_no_quotes(tmp_path):
    (tmp_path / "one.txt").write_text(TEXT)
    (tmp_path / "deeper").mkdir()
    (tmp_path / "deeper" / "other.txt").write_text(TEXT.replace("room", "berth"))
    assert import_articles(tmp_path) == {
        "articles new": 2,
        "articles changed": 0,
        "articles unchanged": 0,
        "new candidates": 2,
    }
    assert (Candidate.objects.count(), Quote.objects.count()) == (2, 0)


def test_a_second_time_there_is_nothing_new(tmp_path):
    (tmp_path / "one.txt").write_text(TEXT)
    import_articles(tmp_path)
    told = import_articles(tmp_path)
    assert (told["articles unchanged"], told["new candidates"]) == (1, 0)


def test_read_again_it_is_still_the_same(tmp_path):
    (tmp_path / "one.txt").write_text(TEXT)
    import_articles(tmp_path)
    told = import_articles(tmp_path, again=True)
    assert (told["articles unchanged"], told["new candidates"]) == (1, 0)


def test_a_file_that_has_changed_is_a_new_version(tmp_path):
    file = tmp_path / "one.txt"
    for words in ("room", "berth"):
        file.write_text(TEXT.replace("room", words))
        told = import_articles(file)
    assert told["articles changed"] == 1
    assert (Article.objects.count(), ArticleText.objects.count()) == (1, 2)


def test_a_page_is_known_by_its_title_and_address(tmp_path):
    (tmp_path / "page.html").write_text(PAGE)
    import_articles(tmp_path)
    article = Article.objects.get()
    assert (article.title, article.url) == (
        "No room in the harbour",
        "https://harbour.example/no-room",
    )
    assert Candidate.objects.get().speaker["name"] == "Grace Hill"


def test_what_cannot_be_read_is_named_and_the_others_are_kept(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"\xff\xfe\xff")
    (tmp_path / "b.txt").write_text(TEXT)
    said = StringIO()
    with pytest.raises(CommandError, match="1 of 2 articles could not be kept"):
        call_command("import_articles", str(tmp_path), stdout=said, stderr=StringIO())
    assert f"{tmp_path / 'a.txt'}: " in said.getvalue()
    assert Article.objects.count() == 1


def test_a_path_that_is_not_there_is_said_before_anything_is_read(tmp_path):
    (tmp_path / "b.txt").write_text(TEXT)
    with pytest.raises(CommandError, match="no such file"):
        import_articles(tmp_path, tmp_path / "absent")
    assert not Article.objects.exists()


def test_an_unknown_reader_is_said_once(tmp_path):
    (tmp_path / "b.txt").write_text(TEXT)
    with pytest.raises(CommandError, match="No reader is called oracle"):
        import_articles(tmp_path, reader="oracle")
