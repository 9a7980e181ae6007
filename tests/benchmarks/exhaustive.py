"""What is found if nothing is left out: the index beside comparisons with all that is held.

By the same measure as the index, which tells what the index loses; and by two plain measures of
rapidfuzz, of the words in one spelling. Where several are equally near, the first one counts.
"""

import math
from collections import Counter
from itertools import pairwise

from rapidfuzz import fuzz, process
from rapidfuzz.distance import LCSseq

from quotesdb import likeness
from quotesdb.likeness import finding, posted, signatures
from quotesdb.likeness.scoring import MOVED
from quotesdb.models import NumberedWords, Quote
from quotesdb.wording.keys import keys
from tests.benchmarks.near_copies import Collection, Copied

AT_ONCE = 5_000
LENGTHS = {4: "1 to 4 words", 8: "5 to 8", 16: "9 to 16", math.inf: "17 or more"}
ALL, COPIED, ALONE = "all", "with a near-copy", "without"


class Everything:
    """All that is held, to be compared one by one."""

    def __init__(self):
        rows = NumberedWords.objects.order_by("pk").values_list("pk", "signature")
        self.wordings = {
            (pk, at): words
            for pk, it in rows.iterator(AT_ONCE)
            for at, (_, words) in enumerate(signatures.compared(bytes(it)))
        }
        self.texts = dict(Quote.objects.standing().order_by("pk").values_list("pk", "text"))
        self.plain = {pk: " ".join(keys(text)) for pk, text in self.texts.items()}
        self.collection = Collection(list(self.texts.values()))
        self.places = {pk: place for place, pk in enumerate(self.texts)}

    def by_index(self, text):
        [found] = likeness.nearest([text], most=1)
        return found[0].quote if found else None

    def by_evidence(self, text):
        """The likeliest quote. What shares most words comes first, so that not all need be seen."""
        words = keys(text)
        features = finding.features([finding.number(word) for word in words])
        asked = finding.asked_about(words, posted.posted_with(features))
        bounds, best, likeliest = most_evidence(asked), -math.inf, math.inf
        for wording, shared, (quote, _) in process.extract(
            asked.words, self.wordings, scorer=LCSseq.similarity, limit=None
        ):
            if bounds[int(shared)] < best:
                break
            evidence = asked.evidence(wording)
            if evidence > best or (evidence == best and quote < likeliest):
                best, likeliest = evidence, quote
        return likeliest

    def by_ratio(self, text):
        return process.extractOne(" ".join(keys(text)), self.plain, scorer=fuzz.ratio)[2]

    def by_token_set(self, text):
        return process.extractOne(" ".join(keys(text)), self.plain, scorer=fuzz.token_set_ratio)[2]

    def is_copied(self, quote):
        return self.collection.copied(self.places[quote]) is not Copied.NOT


METHODS = {
    "index": Everything.by_index,
    "all, same measure": Everything.by_evidence,
    "all, ratio": Everything.by_ratio,
    "all, token_set_ratio": Everything.by_token_set,
}


def most_evidence(asked):
    """How much there can be for a wording that has so many of the words in the same order: if these
    are the ones that say most, and it has the others in another place."""
    says = sorted((after - before for before, after in pairwise(asked.until)), reverse=True)
    return [sum(says[:many]) + MOVED * sum(says[many:]) for many in range(len(says) + 1)]


def compared(everything, questions, how):
    """Rows of a table: for each kind of question how many there are, and what finds which part.

    Twice for each way of finding: the quote itself or the very words; and these or a near-copy.
    """
    told = Counter()
    for question in questions:
        text = getattr(question, how)
        kinds = (ALL, length_of(text), COPIED if everything.is_copied(question.quote) else ALONE)
        told.update((kind, "asked") for kind in kinds)
        for method, find in METHODS.items():
            verdict = right(question, everything, find(everything, text))
            told.update((kind, method, it) for kind in kinds for it in verdict)
    for kind in (ALL, *LENGTHS.values(), COPIED, ALONE):
        if asked := told[kind, "asked"]:
            parts = [
                f"{told[kind, method, 'found'] / asked:.3f} / "
                f"{told[kind, method, 'alike'] / asked:.3f}"
                for method in METHODS
            ]
            yield kind, asked, *parts


def length_of(text):
    words = len(keys(text))
    return next(name for most, name in LENGTHS.items() if words <= most)


def right(question, everything, quote):
    """ "found" for the quote or the very words, "alike" for these or a near-copy of them."""
    if quote is None:
        return ()
    text = everything.texts[quote]
    if question.is_found(quote, text):
        return "found", "alike"
    return ("alike",) if Collection([question.text, text]).copied(0) is not Copied.NOT else ()
