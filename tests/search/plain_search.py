"""Search written the plainest way, to hold against: no index, no engine, one wording at a time."""

from quotesdb.search.parsing import parse
from quotesdb.search.stems import language_of, stem
from quotesdb.search.words import placed_words


def finds(typed, wordings):
    """Whether a quote with these wordings, pairs of text and language tag, is found."""
    query = parse(typed)
    wordings = [
        ([word.key for word in placed_words(text)], language_of(tag)) for text, tag in wordings
    ]
    return all(any(stands(term, wordings) for term in group) for group in query.groups) and not any(
        stands(term, wordings) for term in query.without
    )


def stands(term, wordings):
    return any(
        fits(term, words[at : at + len(term.keys)], language)
        for words, language in wordings
        for at in range(len(words))
    )


def fits(term, words, language):
    if len(words) != len(term.keys):
        return False
    *first, last = term.keys
    if words[:-1] != first:
        return False
    if term.beginning:
        return words[-1].startswith(last)
    if words[-1] == last:
        return True
    same = stem(last, language) == stem(words[-1], language) != ""
    return same and not first and not term.exact
