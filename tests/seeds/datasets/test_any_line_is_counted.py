"""Whatever stands in a file, the reading comes to its end, and every line has its fate."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seeds.datasets.csv_rows import COLUMNS
from seeds.management.commands.import_dataset import READERS
from tests.seeds.datasets.given import (
    claimreview,
    gqg,
    quotation,
    quotebank,
    quotebank_article,
    read,
)

JSON = sorted(READERS.keys() - {"csv"})
GOOD = {
    "quotebank": [quotebank()],
    "quotebank-articles": [quotebank_article(), quotation(), quotebank_article()["names"][0]],
    "gqg": [gqg(), gqg()["quotes"][0]],
    "claimreview": [claimreview(), claimreview()["itemReviewed"]],
}
FIELDS = sorted(
    {name for examples in GOOD.values() for example in examples for name in example}
    | {"@graph", "claims", "claimReview", "claimReviewMarkups", "name", "url", "author", "item"}
)

anything = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(st.characters(codec=None), max_size=20)
    | st.sampled_from(["ClaimReview", "Q42", "https://post.example/a", "2019-03-04", "None"]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(FIELDS) | st.text(max_size=5), inner, max_size=6)
    ),
    max_leaves=12,
)


def spoilt(kind):
    """A good line with anything in the place of some of its fields."""
    changes = st.dictionaries(st.sampled_from(FIELDS), anything, max_size=4)
    good = st.sampled_from(GOOD[kind])
    return st.builds(lambda line, changed: {**line, **changed}, good, changes)


@pytest.mark.parametrize("kind", JSON)
@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_any_json_is_counted(kind, data):
    some = data.draw(st.lists(anything | spoilt(kind), max_size=4))
    read(kind, *map(json.dumps, some))


@pytest.mark.parametrize("kind", sorted(READERS))
@settings(max_examples=100, deadline=None)
@given(data=st.binary(max_size=300))
def test_any_bytes_are_counted(kind, data):
    head = b"text,url\n" if kind == "csv" else b""
    read(kind, data=head + data.decode("utf-8", "replace").encode())
    if kind != "csv":
        read(kind, data=data)


@settings(max_examples=150, deadline=None)
@given(rows=st.lists(st.lists(st.text(st.characters(codec="utf-8"), max_size=15)), max_size=4))
def test_any_cells_are_counted(rows):
    lines = [",".join(f'"{cell}"' for cell in cells) for cells in rows]
    read("csv", data="\n".join([",".join(COLUMNS), *lines]).encode())


@settings(max_examples=60, deadline=None)
@given(cut=st.integers(0, 900), indent=st.sampled_from([None, 1]))
def test_a_document_may_end_anywhere(cut, indent):
    whole = json.dumps({"@graph": [claimreview(), claimreview()]}, indent=indent)
    read("claimreview", data=whole.encode()[:cut])
