"""However much somebody asks for, there is an end to what it costs."""

import gzip
import resource
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from api.paging import MOST
from quotesdb.lines import reading
from quotesdb.models import Candidate, Curator
from tests.factory import make_quote

pytestmark = pytest.mark.django_db

LOOKUP = "/api/v1/lookup/"
ADD = "/admin/quotesdb/candidate/add/"
DEEP = 100_000


def look_up(client, body):
    return client.post(LOOKUP, body, content_type="application/json")


@pytest.mark.parametrize("address", ["quotes", "appearances", "speakers", "outlets", "articles"])
@pytest.mark.parametrize("size", [str(MOST + 1), "1000000000", "-1", "0", "9" * 400])
def test_a_page_has_a_largest_size(client, address, size):
    answer = client.get(f"/api/v1/{address}/", {"page_size": size})
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["parameter"] == "page_size"


def test_a_body_has_a_largest_size(client):
    assert look_up(client, b'{"text": "' + b"a" * 1_000_000 + b'"}').status_code == 413


def test_json_has_a_largest_depth(client):
    for body in (b"[" * DEEP, b'{"text": ' + b"[" * DEEP, b'{"a":' * DEEP + b"1" + b"}" * DEEP):
        assert look_up(client, body).status_code == 400


def test_numbers_have_a_largest_size(client):
    answer = look_up(client, b'{"text": "a wall", "most": ' + b"9" * 5_000 + b"}")
    assert answer.status_code == 400


def test_a_question_has_a_largest_length(client):
    make_quote()
    for name in ("q", "fields", "cursor", "speaker"):
        answer = client.get("/api/v1/quotes/", {name: "a," * 30_000})
        assert answer.status_code in (200, 400), name


def test_words_that_were_chosen_to_be_slow_are_read_in_time(client):
    for text in ("“" * 20_000, "a" * 60_000, "“a” " * 10_000, "\u202e" * 60_000):
        assert look_up(client, {"text": text}).status_code in (200, 400)


@pytest.fixture
def desk(client):
    client.force_login(Curator.objects.create_superuser("ada"))
    return client


def test_an_upload_has_a_largest_size(desk):
    file = SimpleUploadedFile("long.txt", b"a wall of words " * 700_000)
    answer = desk.post(ADD, {"file": file, "language": "en"})
    assert answer.status_code == 200
    assert not Candidate.objects.exists()


def test_a_form_has_a_largest_size(desk):
    desk.raise_request_exception = False
    assert desk.post(ADD, {"text": "a" * 3_000_000}).status_code in (200, 400)
    fields = {f"field{number}": "x" for number in range(2_000)}
    assert desk.post(ADD, fields).status_code == 400


def test_a_line_that_unpacks_to_no_end_is_refused_in_little_memory():
    packed = bomb(megabytes=200)
    assert len(packed) < 1_000_000
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(reading.BadLine, match="more than"):
        list(reading.Reading(reading.decompressed(BufferedBytes(packed))))
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert grown * 1024 < 3 * reading.LONGEST_LINE


class BufferedBytes(BytesIO):
    """As a file is, which can look at its first bytes without reading them."""

    def peek(self, size):
        return self.getbuffer()[self.tell() : self.tell() + size].tobytes()


def bomb(megabytes):
    """A line of so many blanks, packed."""
    packed = BytesIO()
    with gzip.GzipFile(fileobj=packed, mode="wb", compresslevel=1) as file:
        for _ in range(megabytes):
            file.write(b" " * 1_048_576)
    return packed.getvalue()
