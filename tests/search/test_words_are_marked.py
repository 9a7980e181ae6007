import pytest

from quotesdb.printed_words import PrintedWords
from quotesdb.search import Marker, parse


def marked(typed, text, language="en"):
    """The words that are marked."""
    marker = Marker(parse(typed))
    found = marker.marked([PrintedWords(None, text, language)])
    return [text[start:end] for one in found for start, end in one.marks]


@pytest.mark.parametrize(
    ("typed", "text", "words"),
    [
        ("talk", "“Talks,” he says, are talks.", ["Talks", "talks"]),
        ('"talk"', "Talks to talk", ["talk"]),
        ('"ready to talk"', "They’re  Ready, to\ntalk now, ready", ["Ready, to\ntalk"]),
        ("negot*", "We negotiate, negotiations", ["negotiate", "negotiations"]),
        ('"to negot*"', "to  negotiate", ["to  negotiate"]),
        ("ceasefire", "A cease-fire, a cease fire", ["cease-fire", "cease fire"]),
        ("cafe", "Cafés and Café", ["Cafés", "Café"]),
        ("谈判", "我们谈判,谈", ["谈判"]),
        ("war -peace", "war and peace", ["war"]),
        ("war OR peace", "war and peace", ["war", "peace"]),
        ('peace "and peace"', "war and peace", ["and peace"]),
        ("organized", "We organised it", ["organised"]),
        ("house", "😀 the houses", ["houses"]),
    ],
)
def test_the_words_that_were_looked_for(typed, text, words):
    assert marked(typed, text) == words


def test_words_are_stemmed_in_the_language_of_the_wording():
    assert marked("Haus", "die Häuser", "de") == ["Häuser"]
    assert marked("Haus", "die Häuser", "en") == []


def test_only_wordings_that_have_any_of_it_are_told():
    wordings = [PrintedWords(None, "war", "en"), PrintedWords(7, "peace", "en")]
    found = list(Marker(parse("war OR talk")).marked(wordings))
    assert [(one.appearance, one.text, one.marks) for one in found] == [(None, "war", ((0, 3),))]
