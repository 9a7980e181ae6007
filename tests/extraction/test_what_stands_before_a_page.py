from time import perf_counter

import pytest

from quotesdb.extraction.intake.html import is_html

XML = b'<?xml version="1.0" encoding="UTF-8"?>\n'
MARK = "\ufeff".encode()


@pytest.mark.parametrize("before", [b"", b"\n ", b"<!-- one -->\n<!---->", XML, MARK, MARK + XML])
@pytest.mark.parametrize("page", [b"<!DOCTYPE html><html>", b"<html>", b"<body>"])
def test_it_is_a_page_whatever_stands_before_it(before, page):
    assert is_html(before + page)


@pytest.mark.parametrize("text", [b"The <html> tag", XML + b"<rss>", b"<!-- <html>", b"<!--> html"])
def test_and_text_is_none(text):
    assert not is_html(text)


def test_a_thousand_comments_are_told_from_a_page_at_once():
    before = perf_counter()
    assert not is_html(b"<!---->" * 1000)
    assert perf_counter() - before < 1
