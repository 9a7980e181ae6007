import time
from contextlib import suppress

import pytest

from quotesdb.extraction.intake.fetching import Limits, Refused, fetch
from tests.extraction.local_web import QUICK, redirect, serving, text


def test_a_text():
    with serving(text) as (address, house):
        assert fetch(f"{address}/pier?day=1", QUICK, house).body == b"The pier fell."


def test_through_redirects_to_the_address_that_answers():
    def answer(handler):
        text(handler) if handler.path == "/new" else redirect(handler, "/new")

    with serving(answer) as (address, house):
        assert fetch(f"{address}/old", QUICK, house).url == f"{address}/new"


def reason(answer, limits=QUICK):
    """Why an answer is refused."""
    with serving(answer) as (address, house), pytest.raises(Refused) as refused:
        fetch(address, limits, house)
    return str(refused.value)


def test_not_through_redirects_without_end():
    assert reason(lambda it: redirect(it, "/again")) == "more than 2 redirects"


def test_no_more_than_the_size():
    assert "larger than 10,000 bytes" in reason(lambda it: text(it, b"a" * 10_001))


def test_no_longer_than_the_time_however_the_bytes_drip():
    def answer(handler):
        with suppress(OSError):
            text(handler, b"")
            for _ in range(100):
                handler.wfile.write(b"a")
                handler.wfile.flush()
                time.sleep(0.05)

    began = time.monotonic()
    assert reason(answer, Limits(seconds=0.3)) == "it took too long"
    assert time.monotonic() - began < 3


@pytest.mark.parametrize("kind", ["image/png", "application/pdf", "application/json"])
def test_nothing_that_is_no_article(kind):
    assert reason(lambda it: text(it, kind=kind)) == f"{kind} is no article"


def test_nothing_compressed():
    assert "compressed" in reason(lambda it: text(it, Content_Encoding="gzip"))


def test_no_page_that_is_not_there():
    assert reason(lambda it: it.send_error(404)) == "it answers 404"
