"""Text as it stands in datasets, made fit to be kept; what had to be mended is dirt."""

import html
import re

from seeds.datasets.ledger import Ledger, Unusable

LONGEST_QUOTE = 20_000
LONGEST_CONTEXT = 32

# What PostgreSQL or UTF-8 cannot hold, and what nobody can see: halves of pairs, control letters.
UNKEEPABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
TAG = re.compile(r"</?[a-zA-Z][^<>]{0,300}>")
ENTITY = re.compile(r"&(#\d+|#[xX][0-9a-fA-F]+|[a-zA-Z]+\d*);")
WORD = re.compile(r"\w+")
MOJIBAKE = re.compile("Ã[\x80-\xbf]|ã[\x80-\xbf©¨¢¤¶¼±§]|â€|Ã[©¨¢¤¶¼±§]|Â[\xa0-\xbf]")


def clean(text: str, ledger: Ledger) -> str:
    """Without letters that cannot be kept, and with single blanks."""
    kept = UNKEEPABLE.sub("", text)
    if kept != text:
        ledger.soil("letters that cannot be kept, taken out", text)
    return " ".join(kept.split())


def unmarked(text: str, ledger: Ledger) -> str:
    """Without the marks of a web page, which some programs leave in."""
    kept = text
    for _ in range(2):  # Some entities were escaped twice.
        if ENTITY.search(kept):
            kept = html.unescape(kept)
    kept = TAG.sub(" ", kept)
    if kept != text:
        ledger.soil("marks of a web page in a text, taken out", text)
    return clean(kept, ledger)


def words_of(text: str, ledger: Ledger) -> str:
    """The words of a quote, clean. Raises Unusable where there are none, or far too many."""
    words = clean(text, ledger)
    if not WORD.search(words):
        raise Unusable("no words in the quotation", text)
    if len(words) > LONGEST_QUOTE:
        raise Unusable(f"a quotation of more than {LONGEST_QUOTE:,} characters", words)
    return words


def count_of_words(text: str) -> int:
    """How many words there are."""
    return sum(1 for _ in WORD.finditer(text))


def cut(text: str, longest: int, what: str, ledger: Ledger) -> str:
    """The beginning of a text that is too long for its place."""
    if len(text) > longest:
        ledger.lose(f"{what}: what is beyond {longest:,} characters", text)
    return text[:longest].strip()


def before(context: object, ledger: Ledger) -> str:
    """The last characters before the words."""
    text = clean(context[-400:], ledger) if isinstance(context, str) else ""
    return text[-LONGEST_CONTEXT:].lstrip()


def after(context: object, ledger: Ledger) -> str:
    """The first characters after the words."""
    text = clean(context[:400], ledger) if isinstance(context, str) else ""
    return text[:LONGEST_CONTEXT].rstrip()
