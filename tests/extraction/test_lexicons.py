import pytest

from quotesdb.extraction.english.outlets import called, outlet_in
from quotesdb.extraction.english.words import CueKind, cue_forms, sections, words


@pytest.mark.parametrize("kind", CueKind)
def test_every_cue_has_its_forms(kind):
    for line in sections("cues.txt")[kind.value]:
        plain = line.partition(" = ")[0]
        assert " " not in plain
        assert plain in cue_forms()


def test_irregular_verbs_are_as_they_stand_there():
    assert {form: cue_forms()[form][0] for form in ("told", "wrote", "says")} == {
        "told": "tell",
        "wrote": "write",
        "says": "say",
    }


def test_regular_verbs_follow_the_rules_of_spelling():
    for form, plain in (("argued", "argue"), ("denies", "deny"), ("stresses", "stress")):
        assert cue_forms()[form][0] == plain


def test_no_name_is_both_hers_and_his():
    assert not words("given_names.txt", "he") & words("given_names.txt", "she")


def test_an_outlet_is_known_by_all_its_names():
    assert called("NYT") == called("the Times") == called("New York Times") == "The New York Times"


def test_an_outlet_that_nobody_listed_is_known_by_how_its_name_ends():
    assert outlet_in("told the Little Harbour Gazette on Monday") == "Little Harbour Gazette"
