import pytest

from tests.seeds.written import changed, mistakes

SLUG = "a slug (letters, digits, - and _)"
KEY = "a key (it starts with a letter or digit and has only A-Z a-z 0-9 . _ : / -)"
DAY = "a day that exists, as YYYY-MM-DD"
TAG = "a language tag, such as en, pt-BR, or und where it is not known"
SEGMENT = "words, or a mapping with exact, prefix and suffix"


def told(tmp_path, old, new):
    """The only mistake of a file in which `new` stands for `old`, without its right line."""
    text, line = changed(old, new)
    (mistake,) = mistakes(tmp_path, text)
    assert mistake.startswith(f"{line}: ")
    return mistake.removeprefix(f"{line}: ")


@pytest.mark.parametrize(
    ("written", "found"),
    [("dirct", "'dirct'"), ("7", "the number 7"), ("", "nothing"), ("[direct]", "a list")],
)
def test_a_word_outside_a_closed_list(tmp_path, written, found):
    sentence = told(tmp_path, "form: direct", f"form: {written}")
    assert sentence == f"form must be direct, indirect or mixed, not {found}"


def test_the_closed_list_leaves_out_what_may_be_nothing(tmp_path):
    assert told(tmp_path, "relation: told", "medium: fax") == (
        "medium must be speech, interview, press_conference, statement, voice_message, "
        "post, broadcast or document, not 'fax'"
    )


def test_outlets_do_not_stand_among_speakers(tmp_path):
    assert told(tmp_path, "kind: person", "kind: outlet") == (
        "kind must be person, group, organization or anonymous, not 'outlet'"
    )


def test_only_an_anonymous_source_is_granted_anonymity(tmp_path):
    assert told(tmp_path, "kind: person", "kind: person\n    granted_by: a") == (
        "kind must be anonymous where an outlet granted anonymity, not 'person'"
    )


@pytest.mark.parametrize(
    ("written", "found"), [("grace hill", "'grace hill'"), ("", "nothing"), ("a/b", "'a/b'")]
)
def test_a_slug_that_is_none(tmp_path, written, found):
    sentence = told(tmp_path, "slug: grace-hill", f"slug: {written}")
    assert sentence == f"slug must be {SLUG}, not {found}"


@pytest.mark.parametrize(
    ("written", "found"),
    [("/a", "'/a'"), ('"a\\n"', r"'a\n'"), ("ä", "'ä'"), ("1", "the number 1")],
)
def test_a_key_that_is_none(tmp_path, written, found):
    sentence = told(tmp_path, "key: post-1", f"key: {written}")
    assert sentence == f"key must be {KEY}, not {found}"


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("2024-02-30", "'2024-02-30'"),
        ("2024-3-1", "'2024-3-1'"),
        ("2024-W01-1", "'2024-W01-1'"),
        ("0000-01-01", "'0000-01-01'"),
        ("٢٠٢٤-03-01", "'٢٠٢٤-03-01'"),
        ("March", "'March'"),
        ("20240301", "the number 20240301"),
    ],
)
def test_a_day_that_is_none(tmp_path, written, found):
    sentence = told(tmp_path, "said_from: 2024-03-01", f"said_from: {written}")
    assert sentence == f"said_from must be {DAY}, not {found}"


def test_a_language_that_is_no_tag(tmp_path):
    sentence = told(tmp_path, "language: en", "language: English")
    assert sentence == f"language must be {TAG}, not 'English'"


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("1984", "the number 1984; put it in quotation marks"),
        ("true", "true; put it in quotation marks"),
        (".inf", "a number without end; put it in quotation marks"),
        ("[Grace]", "a list"),
        ("{Grace: Hill}", "a mapping"),
        ("' '", "' '"),
    ],
)
def test_what_is_no_name(tmp_path, written, found):
    sentence = told(tmp_path, "name: Grace Hill", f"name: {written}")
    assert sentence == f"name must be a name, not {found}"


@pytest.mark.parametrize("escape", [r"\0", r"\e", r"\n", r"\x85", r"\u2028"])
def test_a_control_character_that_comes_in_by_an_escape(tmp_path, escape):
    sentence = told(tmp_path, "name: Grace Hill", f'name: "Grace{escape}Hill"')
    assert sentence.startswith("name must be one line without control characters, not 'Grace\\")


def test_words_may_run_over_lines_but_hold_no_nul(tmp_path):
    sentence = told(tmp_path, "- Rivers do not negotiate,", r'- "Rivers\ndo\0"')
    assert sentence.startswith("an item of segments must be text without control characters")


@pytest.mark.parametrize(
    ("old", "field", "most"),
    [
        ("name: Grace Hill", "name", 300),
        ("relation: told", "evidence", 200),
        ("relation: told", "attributed_as", 300),
        ("text: Rivers do not negotiate.", "text", 20_000),
    ],
)
def test_a_value_too_long_is_counted_and_not_shown(tmp_path, old, field, most):
    sentence = told(tmp_path, old, f"{field}: {'e' * (most + 1)}")
    assert sentence == f"{field} has {most + 1:,} characters, more than {most:,}"


def test_a_long_value_is_shown_by_its_beginning(tmp_path):
    sentence = told(tmp_path, "form: direct", "form: " + "d" * 5000)
    assert sentence.endswith(f"not '{'d' * 60}…'")


@pytest.mark.parametrize("written", ["{outlet: harbour-post, article: post-2}", "{kind: cites}"])
def test_an_article_relies_on_an_outlet_or_on_an_article(tmp_path, written):
    assert told(tmp_path, "- outlet: harbour-post", f"- {written}") == (
        "an outlet or an article relied on has either outlet or article, and not both"
    )


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("12", f"an item of segments must be {SEGMENT}, not the number 12"),
        ("' '", f"an item of segments must be {SEGMENT}, not ' '"),
        ("{prefix: a}", f"exact is missing; {SEGMENT} needs it"),
        ("{exact: a, prefix: " + "p" * 33 + "}", "prefix has 33 characters, more than 32"),
    ],
)
def test_a_segment_is_words_or_words_with_what_stands_around(tmp_path, written, sentence):
    assert told(tmp_path, "- Rivers do not negotiate,", f"- {written}") == sentence


def test_an_appearance_has_words(tmp_path):
    sentence = told(tmp_path, "segments:\n        - Rivers do not negotiate,", "segments: []")
    assert sentence == "segments is empty; expected a list of the runs of words, in order"


def test_an_alias_stands_once(tmp_path):
    text, line = changed("kind: person", "kind: person\n    aliases: [G. Hill, Grace, G. Hill]")
    assert mistakes(tmp_path, text) == [f"{line + 1}: aliases has 'G. Hill' twice"]
