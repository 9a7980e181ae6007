from quotesdb.wording import normalise


def test_are_folded_on_latin_letters():
    assert normalise("the café in Malmø").text == normalise("the cafe in Malmo").text


def test_are_kept_when_asked():
    assert normalise("café", fold_accents=False).text == "café"
    assert normalise("cafe\u0301", fold_accents=False).text == "café"


def test_make_another_letter_in_other_alphabets():
    assert normalise("бой").text == "бой"
    assert normalise("किताब").text == "किताब"
