from quotesdb.search import parse, scores


def ranked(question, /, **documents):
    """The names of these documents, the best first; lines are wordings, the reference first."""
    names = list(documents)
    given = {
        number: "\n".join(f"=en {line}" for line in documents[name].split(" / "))
        for number, name in enumerate(names)
    }
    score = scores(parse(question), given)
    assert len(set(score.values())) == len(score), "one is as good as another"
    return [names[number] for number in sorted(score, key=score.__getitem__, reverse=True)]


def test_words_that_stand_near_each_other_before_scattered_ones():
    assert ranked(
        "peace talks",
        scattered="talks go on and on with no hope of peace",
        beside="we want peace talks now",
        near="talks of peace go on and on",
    ) == ["beside", "near", "scattered"]


def test_words_in_one_wording_before_words_in_two():
    assert ranked(
        "peace talks",
        apart="talks go on / peace it is",
        together="on with the talks then comes a peace",
    ) == ["together", "apart"]


def test_the_reference_before_what_is_only_printed():
    assert ranked("peace", printed="talks / peace", reference="peace / talks") == [
        "reference",
        "printed",
    ]


def test_the_word_as_typed_before_its_other_forms():
    assert ranked("talks", other="we talk", typed="our talks") == ["typed", "other"]


def test_of_alternatives_the_rare_one_before_the_common_one():
    common = {f"common{number}": "war" for number in range(6)}
    score = scores(
        parse("war OR peace"),
        {number: f"=en {words}" for number, words in enumerate([*common.values(), "peace"])},
    )
    assert max(score, key=score.__getitem__) == len(common)


def test_both_alternatives_before_one():
    assert ranked("war OR peace", one="war", both="war or peace")[0] == "both"


def test_scores_are_whole_numbers_that_follow_from_the_words_alone():
    assert scores(parse("peace talks"), {1: "=en peace talks", 2: "=de talks\n=en peace"}) == {
        1: 13900,
        2: 5600,
    }


def test_a_document_without_any_of_it_scores_nothing():
    assert scores(parse("peace"), {1: ""}) == {1: 0}
