import pytest

from tests.seeds.written import GOOD, HEAD, changed, line_of, mistakes


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (
            "relation: told",
            "relashion: told",
            "a hop has no field 'relashion'; did you mean relation?",
        ),
        ("said_from:", "said_form:", "a quote has no field 'said_form'; did you mean said_from?"),
        ("language: en", "<<: en", None),
    ],
)
def test_an_unknown_field_is_told_with_the_nearest_known_one(tmp_path, old, new, sentence):
    text, line = changed(old, new)
    (mistake,) = mistakes(tmp_path, text)
    assert mistake.startswith(f"{line}: ")
    assert sentence is None or mistake == f"{line}: {sentence}"


def test_a_field_that_resembles_none_is_told_with_all_that_there_are(tmp_path):
    text, line = changed("kind: person", "kind: person\n    zzz: 1")
    assert mistakes(tmp_path, text) == [
        f"{line + 1}: a speaker has no field 'zzz'; "
        "it may have slug, name, kind, description, aliases, wikidata_id or granted_by"
    ]


@pytest.mark.parametrize(
    ("gone", "at", "sentence"),
    [
        ("          relation: told\n", None, None),
        ("    kind: person\n", "- slug: grace-hill", "kind is missing; a speaker needs it"),
        ("      form: direct\n", "- quote: rivers", "form is missing; an appearance needs it"),
        ("    name: Harbour Post\n", "- slug: harbour-post", "name is missing; an outlet needs it"),
        ("  key: post-1\n", "article:", "key is missing; an article needs it"),
    ],
)
def test_a_missing_field_is_told_where_it_should_be(tmp_path, gone, at, sentence):
    text, _ = changed(gone, "")
    expected = [f"{line_of(text, at)}: {sentence}"] if at else []
    assert mistakes(tmp_path, text) == expected


def test_a_hop_without_a_speaker(tmp_path):
    text, line = changed("- speaker: grace-hill\n          relation: told", "- relation: told")
    assert mistakes(tmp_path, text) == [f"{line}: speaker is missing; a hop needs it"]


def test_another_version_is_refused_with_the_one_expected_and_nothing_else(tmp_path):
    text, _ = changed("version: 1", "version: 2")
    assert mistakes(tmp_path, text.replace("form: direct", "form: sung")) == [
        "2: version must be 1, which is all this reader knows; not 2"
    ]


@pytest.mark.parametrize("written", ["one", "true", "", "[1]"])
def test_a_version_is_a_number(tmp_path, written):
    text, line = changed("version: 1", f"version: {written}")
    (mistake,) = mistakes(tmp_path, text)
    assert mistake.startswith(f"{line}: version must be the number 1, not ")


def test_another_format_is_refused_with_the_one_expected(tmp_path):
    text, _ = changed("format: quotesdb-seeds", "format: other-seeds")
    assert mistakes(tmp_path, text) == ["1: format must be quotesdb-seeds, not 'other-seeds'"]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("just words\n", "1: the file must be a seed file, not 'just words'"),
        ("# list\n- a\n", "2: the file must be a seed file, not a list"),
        ("12\n", "1: the file must be a seed file, not the number 12"),
        ("---\n", "2: the file must be a seed file, not nothing"),
        ("a: 1\n", "1: format is missing; a seed file needs it"),
        (
            HEAD,
            "1: a seed file has at least one of speakers, outlets, quotes and article",
        ),
    ],
)
def test_what_is_no_seed_file(tmp_path, text, sentence):
    assert sentence in mistakes(tmp_path, text)


@pytest.mark.parametrize("field", ["title", "url", "outlet", "published_on"])
def test_what_is_not_known_of_an_article_may_be_left_empty(tmp_path, field):
    text, _ = changed("key: post-1", f"key: post-1\n  {field}:")
    assert mistakes(tmp_path, text) == []


def test_a_speaker_nobody_knows_is_nothing(tmp_path):
    assert mistakes(tmp_path, GOOD.replace("said_from: 2024-03-01", "speaker: null")) == []
