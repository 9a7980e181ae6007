from datetime import date

import pytest

from quotesdb.extraction.intake import files
from quotesdb.extraction.intake.document import Unreadable
from quotesdb.extraction.intake.web import read_address
from quotesdb.extraction.reading import read
from tests.extraction.local_web import QUICK, serving, text

PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<title>Pier closes | The Harbour Post</title>
<meta property="og:site_name" content="The Harbour Post">
<meta name="author" content="Ann Lee; Bob Poe">
<meta property="article:published_time" content="2024-03-07T10:00:00Z">
<link rel="canonical" href="https://harbour.example/pier">
</head><body>
<nav><a href="/">Home</a> <a href="/news">All the news of the harbour, says our editor</a></nav>
<article><h1>Pier closes</h1>
<p>The old pier in the harbour will close on Monday, and nobody knows for how long it is shut.</p>
<p>“We had no choice,” said Carla Diaz, the mayor. “The stones are loose, the river is rising.”</p>
</article><footer>We use cookies, said the footer.</footer></body></html>
"""


@pytest.fixture
def document():
    return files.read_bytes("pier", PAGE.encode())


def test_with_what_they_tell_of_themselves(document):
    assert document.title == "Pier closes"
    assert document.authors == ("Ann Lee", "Bob Poe")
    assert document.published == date(2024, 3, 7)
    assert document.site == "The Harbour Post"
    assert document.url == "https://harbour.example/pier"


def test_without_menus_and_notices(document):
    assert "choice" in document.text
    assert "editor" not in document.text
    assert "cookies" not in document.text


def test_and_are_read_like_any_text(document):
    (finding,) = read(document.text, published=document.published).findings
    assert finding.speaker.name == "Carla Diaz"


def test_the_same_page_many_times():
    assert len({files.read_bytes("pier", PAGE.encode()).text for _ in range(6)}) == 1


@pytest.mark.parametrize("before", ["", '<?xml version="1.0" encoding="UTF-16"?>'])
@pytest.mark.parametrize(("encoding", "stated"), [("utf-16", ""), ("utf-16-le", "utf-16-le")])
def test_in_letters_of_two_bytes(before, encoding, stated):
    page = (before + PAGE.replace('<meta charset="utf-8">', "")).encode(encoding)
    document = files.read_bytes("pier", page, stated)
    assert document.title == "Pier closes"
    assert "“We had no choice,”" in document.text


def test_a_page_without_an_article_is_refused():
    with pytest.raises(Unreadable, match="holds no article"):
        files.read_bytes("empty", b"<html><body></body></html>")


def test_from_their_address():
    with serving(lambda it: text(it, PAGE.encode(), "text/html")) as (address, house):
        assert read_address(address, QUICK, house).title == "Pier closes"


def test_from_a_folder_in_the_order_of_names(tmp_path):
    (tmp_path / "deep").mkdir()
    for name in ("b.html", "a.txt", "deep/c.htm", "picture.png"):
        (tmp_path / name).write_text(PAGE, encoding="utf-8")
    found = [it.relative_to(tmp_path).as_posix() for it in files.files([tmp_path])]
    assert found == ["a.txt", "b.html", "deep/c.htm"]
    assert files.read_file(tmp_path / "b.html").key == "b"


def test_from_standard_input(monkeypatch):
    monkeypatch.setattr("sys.stdin", type("Stream", (), {"buffer": _Bytes(b"The pier fell.")}))
    assert files.read_file(files.STANDARD_INPUT).text == "The pier fell."


def test_but_not_when_larger_than_any_article(monkeypatch):
    monkeypatch.setattr(files, "LARGEST", 10)
    with pytest.raises(Unreadable, match="larger than 10 bytes"):
        files.read_bytes("long", b"a" * 11)


class _Bytes:
    def __init__(self, held):
        self.held = held

    def read(self, most):
        return self.held[:most]
