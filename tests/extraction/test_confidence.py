from quotesdb.extraction.english.confidence import ANYBODY, confidence, key_of
from quotesdb.extraction.english.words import sections
from tests.extraction.told import only


def test_a_named_speaker_behind_the_words_is_surer_than_a_name_in_a_heading():
    sure = only("“The pier is gone,” said Ann Lee.")
    bold = only("Ann Lee Says Old Pier Was ‘A Disgrace’")
    assert sure.confidence > 0.9 > bold.confidence


def test_is_the_measured_part_of_the_rule_and_the_sort_of_speaker():
    assert key_of("fragment", "she") == ("fragment", "pronoun")
    assert key_of("fragment", "Lee") == ("fragment", "name")
    assert key_of("fragment", "sailors") == ("fragment", "noun")
    assert key_of("fragment", "") == ("fragment", "nobody")


def test_differs_between_the_sorts_of_speaker():
    assert confidence("fragment", "she") > confidence("fragment", "sailors")


def test_a_rule_that_nobody_measured_is_as_likely_wrong_as_right():
    assert confidence("a rule of tomorrow", "Lee") == 0.5


def test_every_rule_has_its_part_for_anybody():
    lines = [line.split(" | ") for found in sections("precision.txt").values() for line in found]
    rules = {rule for rule, *_ in lines}
    assert rules == {rule for rule, sort, *_ in lines if sort == ANYBODY}
    assert all(0 <= float(part) <= 1 for _, _, part, _ in lines)
