"""Letters of other alphabets that look Latin, put back where a Latin word was meant.

The pairs are those of Unicode's "confusables" (UTS 39) that stand in words by mistake or malice:
Cyrillic, Greek and Armenian letters whose usual shape is a Latin one. Letters of full width and
mathematical letters need no table, for NFKC makes them plain.
"""

import re

CYRILLIC = dict(
    zip(
        "АВЕКМНОРСТУХЅІЈԌӀԚԜаеорсухѕіјԁһӏԛԝѵёї",
        "ABEKMHOPCTYXSIJGlQWaeopcyxsijdhlqwvëï",
        strict=True,
    )
)
GREEK = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹϳανοριυϲ", "ABEZHIKMNOPTYXCjavopiuc", strict=True))
ARMENIAN = dict(zip("ՍՏՕԼոսօհցզյռ", "USOLnuohgqjn", strict=True))
LATIN_FOR = {**CYRILLIC, **GREEK, **ARMENIAN}
CYRILLIC_FOR = {latin: letter for letter, latin in CYRILLIC.items() if latin not in "hl"}

TO_LATIN = str.maketrans(LATIN_FOR)
TO_CYRILLIC = str.maketrans(CYRILLIC_FOR)
LATIN_LETTERS = "A-Za-z\u00aa\u00ba\u00c0-\u024f\u1e00-\u1eff"
OTHER_LETTERS = "\u0370-\u03ff\u0400-\u052f\u0531-\u0556\u0561-\u0587"
LATIN = re.compile(f"[{LATIN_LETTERS}]")
LATIN_OR_ACCENT = re.compile(f"[{LATIN_LETTERS}\u0300-\u036f]")
ACCENTS = "\u0300-\u036f"
WORD = re.compile(f"[{LATIN_LETTERS}{OTHER_LETTERS}][{LATIN_LETTERS}{OTHER_LETTERS}{ACCENTS}]*")
READ_AS_ENGLISH = frozenset("&%")
CYRILLIC_LETTER = re.compile("[\u0400-\u052f]")


def mend(text: str) -> str:
    """The text with disguised words in their own letters; as many characters as before.

    A word of two alphabets is mended. A word of look-alikes only is mended where the text has
    Latin words and no word that is surely foreign, so that Russian stays Russian.
    """
    if text.isascii() or LATIN_FOR.keys().isdisjoint(text):
        return text
    words = WORD.findall(text)
    foreign = any(surely_foreign(word) for word in words)
    latin = any(LATIN.search(word) for word in words) or not READ_AS_ENGLISH.isdisjoint(text)
    return WORD.sub(lambda found: mended(found[0], foreign, latin), text)


def mended(word: str, foreign: bool, latin: bool) -> str:
    if LATIN.search(word):
        return mended_mixture(word, foreign)
    return word.translate(TO_LATIN) if latin and not foreign and looks_latin(word) else word


def mended_mixture(word: str, foreign: bool) -> str:
    """Beside foreign words a mixture is first tried as a Cyrillic word."""
    if foreign and CYRILLIC_LETTER.search(word):
        cyrillic = word.translate(TO_CYRILLIC)
        if not LATIN.search(cyrillic):
            return cyrillic
    return word.translate(TO_LATIN) if looks_latin(word) else word


def looks_latin(word: str) -> bool:
    return all(letter in LATIN_FOR or LATIN_OR_ACCENT.match(letter) for letter in word)


def surely_foreign(word: str) -> bool:
    """With no Latin letter, and with one that looks like none."""
    return not looks_latin(word) and not LATIN.search(word)
