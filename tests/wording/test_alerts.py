from quotesdb.wording import DirectWording, alert

SAID = "We are ready to hold talks on a cease-fire."
ALTERED = "We are ready to enter into talks on a ceasefire,"


def wording(key, *segments, **known):
    return DirectWording(key, segments, **known)


def named(*wordings):
    """Who differs from whom, and in which words."""
    return [
        (found.one, found.other, [(one.from_text, one.to_text) for one in found.differences])
        for found in alert(wordings)
    ]


def test_words_that_differ_inside_the_marks_are_named():
    assert named(wording("a", SAID), wording("b", ALTERED)) == [
        (("a",), ("b",), [("hold", "enter into")])
    ]


def test_the_sentence_says_what_follows():
    (found,) = alert([wording("a", SAID), wording("b", ALTERED)])
    assert found.sentence == (
        "At most one of these can be what was said. They differ in “hold” and “enter into”."
    )


def test_prints_of_the_same_words_are_one_side():
    same = wording("c", "“We’re ready to hold talks on a ceasefire.”")
    (found,) = named(wording("a", SAID), wording("b", ALTERED), same)
    assert found[:2] == (("a", "c"), ("b",))


def test_typography_is_no_alteration():
    assert named(wording("a", SAID), wording("b", "we're ready to hold talks on a ceasefire")) == []


def test_an_excerpt_is_none():
    assert named(wording("a", SAID), wording("b", "ready to hold talks")) == []


def test_nor_are_two_excerpts_that_overlap():
    before = wording("a", "Yes, we are ready to hold talks")
    after = wording("b", "ready to hold talks on a cease-fire")
    assert named(before, after) == []


def test_nor_is_what_a_reporter_marked():
    assert named(wording("a", SAID), wording("b", "[Both sides] are ready … on a ceasefire")) == []


def test_translators_differ_in_good_faith():
    assert named(wording("a", SAID), wording("b", ALTERED, is_translation=True)) == []
    english, german = wording("a", SAID, language="en"), wording("b", ALTERED, language="de")
    assert named(english, german) == []


def test_other_words_of_the_same_quote_are_no_alteration():
    assert named(wording("a", SAID), wording("b", "Our ships will stay in the harbour.")) == []


def test_words_at_another_place_are_named_once():
    one = wording("a", "Sadly the old bridge at the mill fell down")
    other = wording("b", "The old bridge at the mill sadly fell down")
    assert named(one, other) == [(("a",), ("b",), [("Sadly", "Sadly")])]


def test_many_wordings_are_held_against_the_most_printed():
    words = [f"We are ready to hold talks with number {n} on a ceasefire" for n in range(100, 170)]
    most = [wording("one", words[0]), wording("two", words[0])]
    found = alert([*(wording(str(n), text) for n, text in enumerate(words)), *most])
    assert {one.one for one in found} == {("0", "one", "two")}
    assert len(found) == 69


def test_no_wordings_no_alerts():
    assert alert([]) == []
