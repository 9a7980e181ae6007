import pytest

from quotesdb.wording import normalise


@pytest.mark.parametrize(
    "disguised",
    [
        "the hаrbour wall",  # Cyrillic а
        "the ΗARBOUR wall",  # Greek Eta
        "the harbօur wall",  # Armenian օ
        "the 𝐡𝐚𝐫𝐛𝐨𝐮𝐫 wall",  # Mathematical letters
    ],
)
def test_a_disguised_word_is_seen(disguised):
    assert normalise(disguised).text == "the harbor wall"


def test_a_word_of_look_alikes_only_is_seen_in_a_latin_text():
    assert normalise("a сосоа cup").text == "a cocoa cup"


@pytest.mark.parametrize("text", ["Москва стоит", "он там", "сор в избе", "Τα πάντα ρει"])
def test_a_text_in_its_own_alphabet_is_left_alone(text):
    assert normalise(text).text == text.lower()


def test_a_foreign_word_keeps_its_neighbours_foreign():
    assert normalise("he said слово, not сор").text == "he said слово not сор"


def test_a_latin_letter_in_a_russian_text_is_seen():
    assert normalise("старый гоpод").text == "старый город"  # Latin p


def test_places_are_those_of_the_original():
    text = "the hаrbour"
    assert [text[token.start : token.end] for token in normalise(text).tokens] == ["the", "hаrbour"]
