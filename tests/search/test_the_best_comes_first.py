from quotesdb.printed_words import PrintedWords
from quotesdb.search import parse
from quotesdb.search.documents import document_of
from quotesdb.search.ranking import scores


def document(*wordings, language="en"):
    return document_of(PrintedWords(None, text, language) for text in wordings)


def ranked(question, /, **documents):
    """The names of these documents, the best first; lines are wordings, the reference first."""
    names = list(documents)
    given = {number: document(*documents[name].split(" / ")) for number, name in enumerate(names)}
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


def test_of_a_word_that_comes_twice_the_nearer_one_counts():
    assert ranked("peace talks", once="peace and talks", twice="peace and peace talks") == [
        "twice",
        "once",
    ]


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
        {number: document(words) for number, words in enumerate([*common.values(), "peace"])},
    )
    assert max(score, key=score.__getitem__) == len(common)


def test_both_alternatives_before_one():
    assert ranked("war OR peace", one="war", both="war or peace")[0] == "both"


def test_scores_are_whole_numbers_that_follow_from_the_words_alone():
    apart = "\n".join([document("talks", language="de"), document("peace")])
    assert scores(parse("peace talks"), {1: document("peace talks"), 2: apart}) == {
        1: 13900,
        2: 5600,
    }


def test_what_has_not_all_of_it_has_no_score():
    documents = {1: "", 2: document("peace"), 3: document("war"), 4: document("peace or war talks")}
    assert scores(parse("peace OR war talks"), documents).keys() == {4}


def test_a_stem_of_another_language_is_none_of_it():
    assert scores(parse("talking"), {1: document("talk", language="fr")}) == {}
