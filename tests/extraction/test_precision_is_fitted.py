from quotesdb.extraction.scoring.figures import Judged
from quotesdb.extraction.scoring.precision import cross_validated, fitted, lines
from quotesdb.extraction.scoring.rows import Row


def judged(rule, head, outcomes):
    return [
        Judged(f"article {number}", Row(0, 1, head=head, rule=rule), right)
        for number, right in enumerate(outcomes)
    ]


def test_by_rule_and_by_the_sort_of_speaker_where_there_are_enough():
    table = fitted(judged("fragment", "Lee", [True] * 30) + judged("fragment", "she", [False] * 8))
    assert table["fragment", "name"] == (31 / 32, 30)
    assert table["fragment", "anybody"] == (31 / 40, 38)
    assert ("fragment", "pronoun") not in table


def test_a_few_that_were_right_are_not_taken_for_certain():
    assert fitted(judged("signed", "Lee", [True]))["signed", "anybody"] == (2 / 3, 1)


def test_no_article_is_judged_by_a_table_that_saw_it():
    mixed = judged("fragment", "Lee", [True, False] * 60)
    told = cross_validated(mixed)
    assert len(told) == 120
    assert all(0.3 < confidence < 0.7 for confidence, _ in told)


def test_is_written_as_the_lexicon_has_it():
    table = fitted(judged("signed", "Lee", [True] * 30))
    assert list(lines(table)) == ["signed | anybody | 0.97 | 30", "signed | name | 0.97 | 30"]
