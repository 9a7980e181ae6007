"""A table that cannot be read says what is wrong with it, and where."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotesdb.provenance.cases import read
from quotesdb.provenance.table import BadTable

WHOLE = """
outlets: [Harbour Post]
cases:
  - case: one
    articles:
      a: {outlet: Harbour Post, chain: [mayor]}
    declared: [[a]]
    inferred: 1
"""

BROKEN = {
    "cases: [": "This is no YAML",
    "[1, 2]": "A table is a mapping with the field cases",
    "outlets: []": "The table has no cases",
    WHOLE.replace("declared: [[a]]", "declared: [[b]]"): "case one: declared must be a number, or",
    WHOLE.replace("declared: [[a]]", ""): "case one: declared must be a number, or groups",
    WHOLE.replace(
        "Harbour Post, chain", "Harbor Post, chain"
    ): "case one, a: Harbor Post is neither",
    WHOLE.replace("[mayor]", "mayor"): "case one, a: chain must be a list",
    WHOLE.replace("[mayor]", "[{speaker: mayor, article: b}]"): "b is no article of this case",
    WHOLE.replace("[mayor]}", "[mayor], form: shouted}"): "form must be one of direct, indirect",
    WHOLE.replace("[mayor]}", "[mayor], published: soon}"): "published must be a date",
    WHOLE.replace(
        "[mayor]}", "[mayor], published: 2024-13-01}"
    ): "A date or a number in it is none",
    "[" * 5_000: "stand too deep inside each other",
    WHOLE.replace("[mayor]}", "[mayor], relies_on: [nobody]}"): "nobody is neither one of the",
    WHOLE + "    inferred: 2\n": "inferred stands twice in the mapping that begins on line 4",
    WHOLE + WHOLE.split("cases:\n")[1]: "The case one stands in the table twice",
    WHOLE + "  - 7\n": "cases 2 must be a mapping",
}


@pytest.mark.parametrize("table", BROKEN, ids=BROKEN.values())
def test_tells_what_is_wrong(table):
    with pytest.raises(BadTable) as told:
        read(table)
    assert BROKEN[table] in str(told.value)


def test_the_whole_one_is_read():
    assert [case.name for case in read(WHOLE)] == ["one"]


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    ["cases", "case", "articles", "a", "chain", "declared", "relies_on"]
                ),
                inner,
                max_size=4,
            )
        ),
        max_leaves=12,
    )
)
def test_nonsense_is_refused_and_no_crash(nonsense):
    import yaml

    try:
        read(yaml.safe_dump({"cases": [nonsense]}))
    except BadTable as told:
        assert told.mistakes
