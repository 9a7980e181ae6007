"""Whatever is in a file, the reader takes it or says what is wrong with it."""

import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seeds.reader import BadSeeds, read_seeds
from seeds.schema import SCHEMA
from tests.seeds.written import GOOD, HEAD

YAML = "\n -:?[]{}&*!|>'\"%@`#,~ab01."

schema = json.loads(SCHEMA.read_text())
shapes = [schema, *schema["$defs"].values()]
fields = sorted({field for shape in shapes for field in shape.get("properties", ())})

names = st.sampled_from(fields) | st.text(max_size=5)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(names, inner, max_size=4),
    max_leaves=20,
)


@pytest.fixture(scope="module")
def file():
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder) / "any.yaml"


def take(file, data):
    file.write_bytes(data)
    try:
        read_seeds([file])
    except BadSeeds as bad:
        assert bad.mistakes
        str(bad).encode()


@settings(deadline=None)
@given(data=st.binary(max_size=300))
def test_bytes(file, data):
    take(file, data)


@settings(deadline=None)
@given(text=st.text(YAML, max_size=100))
def test_marks_of_yaml(file, text):
    take(file, text.encode())
    take(file, (HEAD + text).encode())


@settings(deadline=None)
@given(data=st.data())
def test_text_put_into_a_good_file(file, data):
    start = data.draw(st.integers(0, len(GOOD)))
    end = data.draw(st.integers(start, min(len(GOOD), start + 20)))
    text = data.draw(st.text(YAML, max_size=10) | st.text(max_size=10))
    take(file, (GOOD[:start] + text + GOOD[end:]).encode("utf-8", "surrogatepass"))


@settings(deadline=None)
@given(value=st.dictionaries(names, values, max_size=6))
def test_values_of_any_shape(file, value):
    take(file, (HEAD + flow(value)[1:-1].replace(", ", "\n", 1)).encode("utf-8", "surrogatepass"))
    take(file, flow({"format": "quotesdb-seeds", "version": 1, **value}).encode())


def flow(value):
    """The value as YAML on one line."""
    match value:
        case dict():
            return "{" + ", ".join(f"{flow(str(k))}: {flow(v)}" for k, v in value.items()) + "}"
        case list():
            return "[" + ", ".join(map(flow, value)) + "]"
        case str():
            return '"' + "".join(f"\\U{ord(letter):08x}" for letter in value) + '"'
        case None:
            return "null"
        case float():
            return str(value).replace("inf", ".inf").replace("nan", ".nan")
        case bool():
            return str(value).lower()
    return str(value)
