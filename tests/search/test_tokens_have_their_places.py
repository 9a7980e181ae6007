"""What PostgreSQL is given of a document, letter for letter."""

from quotesdb.search.postgresql import tokens_of


def test_words_have_all_their_places_and_stems_none():
    tokens = tokens_of("=en talk'ing of' talk'ing ")
    assert tokens == "'talking':2,4 'of':3 '=en=' '=of' '=talk'"


def test_a_mark_and_a_gap_take_a_place_and_are_no_words():
    tokens = tokens_of("=zz one … two \n=zz two ")
    assert tokens == "'one':2 'two':4,6 '=zz='"


def test_wordings_in_two_languages_tell_of_which_each_stem_is():
    tokens = tokens_of("=en go' \n=de go'hen ")
    assert tokens == "'go':2 'gohen':4 '=de=go' '=en=go' '=go'"


def test_a_word_that_does_not_begin_with_its_stem_is_whole():
    assert tokens_of("=en happi'\"happy ") == "'happy':2 '=en=' '=happi'"


def test_what_would_end_a_token_is_doubled():
    assert tokens_of("=zz back\\slash = ") == r"'back\\slash':2 '=':3 '=zz='"
