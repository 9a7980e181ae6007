"""What a noun tells of the speaker whom it names."""

import re

from quotesdb.extraction.english.outlets import is_press_noun
from quotesdb.vocabulary import SpeakerKind

MENS = re.compile(r"(?<!wo)man$|husband|father|^son$|brother|^boy$|king|^actor$", re.IGNORECASE)
WOMENS = re.compile(r"woman|women|wife|mother|daughter|sister|girl|actress|queen", re.IGNORECASE)


def gender_of_noun(noun: str, wanted: str) -> str:
    """The gender that a noun tells, else the one that is asked for."""
    if WOMENS.search(noun):
        return "she"
    return "he" if MENS.search(noun) else wanted


def singular(noun: str) -> str:
    small = noun.lower()
    if small.endswith("men"):
        return f"{small[:-3]}man"
    return small[:-1] if small.endswith("s") and not small.endswith("ss") else small


def described_words(description: str, head: str) -> set[str]:
    """The words of a description; "one of the officials" is an official too."""
    words = {it.lower().strip(",") for it in description.split()}
    if head == singular(head) and "one" in words:
        words |= {singular(it) for it in words}
    return words


def kind_of_noun(head: str, tag: str) -> SpeakerKind:
    """Whoever is called by one noun and has no name: a source, several, a body, a paper."""
    small = head.lower()
    if is_press_noun(small):
        return SpeakerKind.OUTLET if small != "report" else SpeakerKind.ORGANIZATION
    if tag == "O":
        return SpeakerKind.ORGANIZATION
    if small in ("sources", "insiders"):
        return SpeakerKind.ANONYMOUS
    plural = singular(small) != small or small == "people"
    return SpeakerKind.GROUP if plural else SpeakerKind.ANONYMOUS
