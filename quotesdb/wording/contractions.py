"""Contractions written out: "we're" is "we are".

What cannot be told alone stays open: "'s" is "is", "has" or a genitive, "'d" is "had" or "would";
`agreement` decides when another wording tells.
"""

from collections.abc import Iterator

# What ends a word after an apostrophe, and the word it stands for.
ENDINGS = {
    "n't": "not",
    "'re": "are",
    "'ve": "have",
    "'ll": "will",
    "'m": "am",
    "'s": "'s",
    "'d": "'d",
}
OPEN_ENDINGS = {"'s": ("is", "has"), "'d": ("had", "would")}

# Whole words: each part of the print with the word it stands for.
WHOLE = {
    "won't": ("wo=will", "n't=not"),
    "wont": ("wo=will", "nt=not"),
    "can't": ("can=can", "'t=not"),
    "cant": ("can=can", "t=not"),
    "cannot": ("can=can", "not=not"),
    "shan't": ("sha=shall", "n't=not"),
    "let's": ("let=let", "'s=us"),
    "y'all": ("y'=you", "all=all"),
    "ain't": ("ain't=aint",),
    "gonna": ("gon=going", "na=to"),
    "wanna": ("wan=want", "na=to"),
    "gotta": ("got=got", "ta=to"),
    "theyre": ("they=they", "re=are"),
    "youre": ("you=you", "re=are"),
    "theyve": ("they=they", "ve=have"),
    "youve": ("you=you", "ve=have"),
    "weve": ("we=we", "ve=have"),
    "ive": ("i=i", "ve=have"),
    "im": ("i=i", "m=am"),
}
# Printed without the apostrophe by an older machine or a hurried hand.
BARE = [
    "do",
    "does",
    "did",
    "is",
    "are",
    "was",
    "were",
    "have",
    "has",
    "had",
    "could",
    "would",
    "should",
    "must",
    "need",
]
WHOLE.update({f"{verb}nt": (f"{verb}={verb}", "nt=not") for verb in BARE})


def parts(word: str) -> Iterator[tuple[str, int]]:
    """The words that a printed word stands for, each with the number of characters printed."""
    if "'" not in word and word not in WHOLE:
        yield word, len(word)
        return
    stem, endings = without_endings(word)
    if listed := WHOLE.get(stem) or WHOLE.get(stem.replace("'", "")):
        yield from parts_of_listed(listed, len(stem))
    else:
        yield stem.replace("'", ""), len(stem)
    yield from ((ENDINGS[ending], len(ending)) for ending in reversed(endings))


def without_endings(word: str) -> tuple[str, list[str]]:
    """ "shouldn't've" is "should" with "'ve" and "n't"; a listed word is not taken apart."""
    endings: list[str] = []
    while word not in WHOLE:
        ending = next((one for one in ENDINGS if word.endswith(one) and word != one), None)
        if ending is None:
            break
        endings.append(ending)
        word = word[: -len(ending)]
    return word, endings


def parts_of_listed(listed: tuple[str, ...], length: int) -> Iterator[tuple[str, int]]:
    """The last part takes what is left of the print."""
    for place, part in enumerate(listed, start=1):
        printed, _, meant = part.partition("=")
        yield meant, length if place == len(listed) else len(printed)
        length -= len(printed)
