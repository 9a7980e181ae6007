from tests.extraction.told import marked, only


def test_a_fragment_is_told_from_a_whole_clause():
    assert only("Ann Lee said the pier was “a national disgrace” and must go.").form == "mixed"
    assert only("Ann Lee said, “The pier is a national disgrace.”").form == "direct"


def test_a_whole_clause_behind_that_is_direct():
    assert (
        only("Ann Lee said that “the pier was built by people who knew better.”").form == "direct"
    )


def test_the_content_is_the_whole_clause():
    finding = only("Ann Lee said the pier was “a national disgrace” and must go.")
    assert [it.text for it in finding.segments] == ["a national disgrace"]
    assert [it.text for it in finding.content] == ["the pier was “a national disgrace” and must go"]


def test_what_somebody_calls_a_thing_is_theirs():
    finding = only("Ann Lee called the pier “a ruin of a ruin.”")
    assert (finding.form, finding.speaker.name) == ("mixed", "Ann Lee")


def test_a_fragment_named_by_those_who_come_after_by():
    finding = only("The old pier, dubbed “the ruin” by the sailors, fell.")
    assert finding.speaker.name == "sailors"


def test_a_scare_quote_is_nobodys():
    assert marked("The “experts” went home and the pier fell into the sea.") == []


def test_titles_of_works_are_no_quotes():
    assert marked("Ann Lee said on NBC’s “Meet the Press” that the pier must go.") == []
