from quotesdb.extraction.reading import read
from tests.extraction.told import marked, only


def test_a_heading_in_marks_is_no_quote():
    text = "The pier fell, said Ann Lee.\n\n“The pier will fall again”\n\nNobody was hurt."
    assert marked(text) == []


def test_a_heading_in_single_marks_may_end_with_a_stop():
    text = "The pier fell, said Ann Lee.\n\n‘The pier will not fall.’\n\nNobody was hurt."
    assert marked(text) == []


def test_words_in_marks_within_a_heading_belong_to_whom_it_names():
    finding = only("Ann Lee Says Old Pier Was ‘A Disgrace’")
    assert (finding.rule, finding.speaker.name) == ("in a heading", "Ann Lee")


def test_a_heading_lends_nobody_its_capitals_for_a_name():
    text = "Lee Attacks Council\n\nMr. Lee spoke on Monday. “The pier is gone,” he said."
    assert [it.speaker.name for it in read(text).findings] == ["Lee"]


def test_a_title_that_stands_there_again_is_read_once():
    title = "Council says that the old pier will be closed for ever"
    assert len(read(f"{title}\n\n{title}\n\n{title}").findings) == 1
