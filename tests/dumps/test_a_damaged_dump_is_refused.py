"""Before anything is written, with a sentence that names the file."""

import gzip
from hashlib import sha256

import orjson
import pytest

from tests.dumps.elsewhere import dump_of, many_held, run

pytestmark = pytest.mark.django_db


@pytest.fixture
def place(tmp_path):
    return dump_of(tmp_path)


def refused(place):
    said, failed = run("restore", place)
    assert failed.endswith("\nNothing was written.")
    assert many_held() == 0
    return failed.removesuffix("\nNothing was written.")


def change(place, **members):
    path = place / "MANIFEST.json"
    path.write_bytes(orjson.dumps(orjson.loads(path.read_bytes()) | members))


def test_a_file_that_is_missing(place):
    (place / "speakers.ndjson.gz").unlink()
    assert refused(place) == "speakers.ndjson.gz is missing."


def test_a_file_that_is_cut_off(place):
    path = place / "quotes.ndjson.gz"
    data = path.read_bytes()
    path.write_bytes(data[:-1])
    told = f"quotes.ndjson.gz has {len(data) - 1:,} bytes, and the manifest says {len(data):,}: "
    assert refused(place) == f"{told}it was cut off or changed."


def test_a_byte_that_was_changed(place):
    path = place / "quotes.ndjson.gz"
    data = bytearray(path.read_bytes())
    data[20] ^= 1
    path.write_bytes(data)
    assert refused(place).startswith("quotes.ndjson.gz has another SHA-256 than the manifest says")


def test_all_that_is_wrong_at_once(place):
    (place / "speakers.ndjson.gz").unlink()
    (place / "quotes.ndjson.gz").write_bytes(b"")
    assert len(refused(place).splitlines()) == 2


def test_a_file_that_the_manifest_does_not_tell_of(place):
    change(place, files=[])
    assert "The manifest does not tell of quotes.ndjson.gz" in refused(place)


def test_a_folder_that_is_no_dump(tmp_path):
    assert refused(tmp_path) == f"{tmp_path} is no dump: it has no MANIFEST.json."


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"{", "it is not JSON"),
        (b"[]", "its type is not"),
        (b'{"type": "else"}', "its type is not"),
    ],
)
def test_a_manifest_that_is_none(place, data, why):
    (place / "MANIFEST.json").write_bytes(data)
    assert why in refused(place)


def test_a_manifest_that_lacks_something(place):
    path = place / "MANIFEST.json"
    told = orjson.loads(path.read_bytes())
    del told["taken_at"]
    path.write_bytes(orjson.dumps(told))
    assert "'taken_at' is missing or wrong" in refused(place)


def test_another_version(place):
    change(place, version=2)
    assert "is of version 2, with lines of version 1; this program knows version 1" in refused(
        place
    )


def test_only_looking_through_it(place):
    assert "All 7 files are whole" in run("restore", place, "--check")[0]
    assert many_held() == 0
    (place / "quotes.ndjson.gz").unlink()
    assert "quotes.ndjson.gz is missing." in run("restore", place, "--check")[1]


@pytest.mark.parametrize("lines", [b"[]\n", b"{}\n", b"{\n", b"\xff\n", b'{"type":"quote"}\n'])
def test_lines_that_are_none_though_the_hashes_are_right(place, lines):
    data = gzip.compress(lines)
    (place / "quotes.ndjson.gz").write_bytes(data)
    told = orjson.loads((place / "MANIFEST.json").read_bytes())
    for file in told["files"]:
        if file["name"] == "quotes.ndjson.gz":
            file |= {"bytes": len(data), "sha256": sha256(data).hexdigest()}
    change(place, files=told["files"])
    assert "quotes.ndjson.gz:1: " in refused(place) or "from line 1 on" in refused(place)
