"""Is one wording a piece of the other, or pieces of it with their gaps marked?"""

from collections.abc import Iterator, Sequence

from .tokens import Token, TokenKind

Pair = tuple[int, int]


def embedded(inner: Sequence[Token], outer: Sequence[Token]) -> list[Pair] | None:
    """Where every word of `inner` stands in `outer`, or None if it is no excerpt.

    Between two words of `inner` words may be missing only where its reporter marked it: by an
    ellipsis, by a bracket, or by the end of a segment. First a bracketed word is looked for like
    any other; if that fails it is taken for a gap.
    """
    return with_gaps(inner, outer, brackets=False) or with_gaps(inner, outer, brackets=True)


def with_gaps(inner: Sequence[Token], outer: Sequence[Token], brackets: bool) -> list[Pair] | None:
    places = [place for place, token in enumerate(outer) if counts(token, brackets)]
    haystack = [outer[place].key for place in places]
    index = Index(haystack)
    pairs: list[Pair] = []
    start = 0
    for run in runs(inner, brackets):
        found = index.find([inner[place].key for place in run], start)
        if found is None:
            return None
        pairs.extend((place, places[found + step]) for step, place in enumerate(run))
        start = found + len(run)
    return pairs or None


def counts(token: Token, brackets: bool) -> bool:
    return token.kind is TokenKind.WORD or (token.is_word and not brackets)


def runs(tokens: Sequence[Token], brackets: bool) -> Iterator[list[int]]:
    """Places of words between which nothing may be missing."""
    run: list[int] = []
    for place, token in enumerate(tokens):
        if counts(token, brackets):
            run.append(place)
        elif run:
            yield run
            run = []
    if run:
        yield run


class Index:
    """Words that a run of words is looked for in, at the speed of a search in a text."""

    def __init__(self, words: Sequence[str]) -> None:
        self.text = " ".join(["", *words, ""])
        self.starts: dict[int, int] = {}
        self.offsets: list[int] = []
        offset = 0
        for number, word in enumerate(words):
            self.starts[offset] = number
            self.offsets.append(offset)
            offset += len(word) + 1

    def find(self, run: Sequence[str], start: int) -> int | None:
        """The number of the word that the run begins with, at `start` or after it."""
        if start >= len(self.offsets):
            return None
        found = self.text.find(" ".join(["", *run, ""]), self.offsets[start])
        return self.starts.get(found)
