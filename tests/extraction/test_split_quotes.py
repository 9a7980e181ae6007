from tests.extraction.told import only, segments, spoken


def test_words_parted_by_she_said_are_one_quote():
    text = "“We will rebuild the pier,” Ann Lee said, “and we will do it this year.”"
    assert segments(text) == [["We will rebuild the pier,", "and we will do it this year."]]


def test_a_sentence_behind_the_attribution_goes_on_with_it():
    text = "“The pier is gone,” said Ann Lee. “We will build another one.”"
    assert spoken(text) == [("The pier is gone, / We will build another one.", "Ann Lee")]


def test_adding_goes_on_too():
    text = "“The pier is gone,” he pledged, adding calmly, “We will build another one.”"
    assert len(segments(text)) == 1


def test_another_speaker_is_another_quote():
    text = "“The pier is gone,” said Ann Lee. “Not yet,” said Bob Poe."
    assert spoken(text) == [("The pier is gone,", "Ann Lee"), ("Not yet,", "Bob Poe")]


def test_the_cue_is_kept_with_its_place():
    cue = only("“The pier is gone,” said Ann Lee.").cue
    assert (cue.start, cue.end, cue.text) == (20, 24, "said")
