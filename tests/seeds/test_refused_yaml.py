import time

import pytest

from tests.seeds.written import GOOD, HEAD, changed, line_of, mistakes


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (
            "name: Grace Hill",
            "name: &g Grace Hill",
            "an anchor (&g); write the value out each time",
        ),
        ("name: Grace Hill", "name: *g", "an alias (*g); write the value out"),
        ("name: Grace Hill", "name: !!str Grace Hill", "a tag ('!!str'); write the plain value"),
        ("name: Grace Hill", "name: !seed Grace", "a tag ('!seed'); write the plain value"),
        (
            "relation: told",
            f"relation: {'9' * 5000}",
            "a number of 5000 characters; at most 30 are read",
        ),
        (
            "relation: told",
            "? [a, b]\n          : c",
            "a list or mapping as the name of a field; expected text",
        ),
    ],
)
def test_what_could_mean_something_else_is_refused(tmp_path, old, new, sentence):
    text, line = changed(old, new)
    assert mistakes(tmp_path, text) == [f"{line}: {sentence}"]


def test_a_number_names_no_field(tmp_path):
    text, line = changed("relation: told", "12: told")
    assert mistakes(tmp_path, text) == [
        f"{line}: the name of a field must be text, not the number 12"
    ]


def test_a_field_given_twice_is_told_with_both_lines(tmp_path):
    text, line = changed("    kind: person\n", "    kind: person\n    name: G. Hill\n")
    assert mistakes(tmp_path, text) == [
        f"{line + 1}: 'name' stands here a second time, first on line {line - 1}"
    ]


def test_a_second_document_is_told_and_the_first_is_still_checked(tmp_path):
    text, line = changed("form: direct", "form: dirct")
    second = text.count("\n") + 1
    assert mistakes(tmp_path, text + "---\na: b\n") == [
        f"{line}: form must be direct, indirect or mixed, not 'dirct'",
        f"{second}: a second document; a seed file is one YAML document",
    ]


def test_broken_yaml_is_told_where_it_breaks(tmp_path):
    text, line = changed("name: Grace Hill", "name: Grace: Hill")
    assert mistakes(tmp_path, text) == [
        f"{line}: this is not YAML: mapping values are not allowed in this context"
    ]


def test_a_quotation_mark_never_closed_is_told_with_its_beginning(tmp_path):
    text, line = changed("name: Grace Hill", 'name: "Grace Hill')
    (mistake,) = mistakes(tmp_path, text)
    assert mistake.endswith(f"while scanning a quoted scalar that began on line {line}")


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_bottomless_nesting_is_refused(tmp_path, opening):
    (mistake,) = mistakes(tmp_path, HEAD + "quotes:\n  " + opening * 100_000)
    assert mistake.endswith("more than 12 lists and mappings inside one another")


def test_twelve_deep_is_read_and_refused_by_the_schema(tmp_path):
    (mistake,) = mistakes(tmp_path, HEAD + "quotes: " + "[" * 11 + "]" * 11)
    assert mistake == "3: an item of quotes must be a quote, not a list"


def test_an_escape_beyond_unicode_is_refused(tmp_path):
    text, line = changed("name: Grace Hill", r'name: "Grace \U00110000"')
    (mistake,) = mistakes(tmp_path, text)
    assert mistake.startswith(f"{line}: this is not YAML")


def test_a_million_mistakes_are_told_quickly_and_not_all(tmp_path):
    began = time.monotonic()
    found = mistakes(tmp_path, HEAD + "speakers:\n" + "- a\n" * 200_000)
    assert found[-1].endswith("more mistakes from here on")
    assert len(found) == 1001
    assert time.monotonic() - began < 30


def test_the_line_is_inside_the_file(tmp_path):
    (mistake,) = mistakes(tmp_path, HEAD + "quotes: [")
    assert mistake.startswith("3: this is not YAML")


def test_lines_count_from_the_first(tmp_path):
    assert line_of(GOOD, "format") == 1
    assert mistakes(tmp_path, GOOD.replace("format: quotesdb-seeds", "a: *b"))[0].startswith("1: ")
