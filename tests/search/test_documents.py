from quotesdb.printed_words import PrintedWords
from quotesdb.search import documents
from quotesdb.search.documents import document_of, languages_in, stems_in, wordings_in


def document(*texts, language="en"):
    return document_of(PrintedWords(None, text, language) for text in texts)


def test_a_line_for_each_wording_that_begins_with_its_language():
    assert document("We talk.", "They talked") == "=en we talk\n=en they talked"


def test_a_wording_without_words_has_no_line():
    assert document("…", "—") == "=en …"
    assert document("—") == ""


def test_stems_are_kept_once_and_by_language():
    both = "\n".join([document("talks talked"), document("Häuser", language="de-AT")])
    assert stems_in(both) == ["=dehaus", "=entalk"]
    assert languages_in(both) == {"en", "de"}


def test_what_has_no_known_language_goes_by_its_words_alone():
    words = document("和平", language="zh")
    assert (stems_in(words), languages_in(words)) == ([], set())


def test_a_word_of_another_alphabet_has_no_stem():
    assert stems_in(document("talks мира 5")) == ["=entalk"]


def test_of_a_word_that_comes_too_often_the_later_places_are_not_kept():
    ((_, words),) = wordings_in(document("ha " * 300 + "end"))
    assert (words.count("ha"), len(words), words[-1]) == (documents.MOST_TIMES, 301, "end")


def test_of_what_is_too_long_the_end_is_not_kept():
    texts = [" ".join(f"w{at}x{number}" for number in range(3_000)) for at in range(10)]
    kept = [words for _, words in wordings_in(document(*texts))]
    assert sum(len(words) + 1 for words in kept) <= documents.MOST_PLACES
    assert len(document("ﷺ " * 5_000)) <= documents.MOST_LETTERS + 100
