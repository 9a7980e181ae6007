from quotesdb.printed_words import PrintedWords
from quotesdb.search import documents
from quotesdb.search.documents import document_of, languages_in, stems_in, wordings_in


def document(*texts, language="en"):
    return document_of(PrintedWords(None, text, language) for text in texts)


def test_a_line_for_each_wording_that_begins_with_its_language():
    assert document("We talk.", "They talked") == "=en we' talk' \n=en they' talk'ed "


def test_a_word_stands_with_its_stem_whether_it_begins_with_it_or_not():
    assert document("hoping 5 мира") == "=en hope'\"hoping 5 мира "
    assert list(wordings_in(document("hoping 5"))) == [("en", ["hoping", "5"])]


def test_a_wording_without_words_has_no_line():
    assert document("…", "—") == "=en … "
    assert document("—") == ""


def test_stems_are_told_once_and_their_language_beside_them():
    assert stems_in(document("talks", "talked")) == ["=en=", "=talk"]


def test_where_there_are_several_languages_each_stem_is_told_with_its_own_as_well():
    both = "\n".join([document("talks talked"), document("Häuser", language="de-AT")])
    assert stems_in(both) == ["=de=haus", "=en=talk", "=haus", "=talk"]
    assert languages_in(both) == {"en", "de"}


def test_what_has_no_known_language_goes_by_its_words_alone():
    words = document("和平", language="zh")
    assert (stems_in(words), languages_in(words)) == (["=zz="], {"zz"})


def test_a_word_of_another_alphabet_has_no_stem():
    assert stems_in(document("talks мира 5")) == ["=en=", "=talk"]


def test_of_a_word_that_comes_too_often_the_later_places_are_not_kept():
    ((_, words),) = wordings_in(document("ha " * 300 + "end"))
    assert (words.count("ha"), len(words), words[-1]) == (documents.MOST_TIMES, 301, "end")


def test_of_what_is_too_long_the_end_is_not_kept():
    texts = [" ".join(f"w{at}x{number}" for number in range(3_000)) for at in range(10)]
    kept = [words for _, words in wordings_in(document(*texts))]
    assert sum(len(words) + 1 for words in kept) <= documents.MOST_PLACES
    assert len(document("ﷺ " * 5_000)) <= documents.MOST_LETTERS + 100
