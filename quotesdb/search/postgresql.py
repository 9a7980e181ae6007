"""Search by PostgreSQL's tsvector and GIN, with no dictionary: the tokens are made already."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from django.db import connection

from quotesdb.search.documents import language_token, marks_in, stem_token, stems_in
from quotesdb.search.query import Condition, Query, Term
from quotesdb.search.stems import words_in
from quotesdb.search.words import GAP, MOST_REMEMBERED

HITS = "SELECT quote_id FROM quotesdb_searchdocument WHERE {condition}"
NEWEST_FIRST = "ORDER BY quote_id DESC"
SLOW_TO_JOIN = False
WITH_DOCUMENTS = """
    SELECT quote_id, words FROM quotesdb_searchdocument
    WHERE {condition} AND quote_id >= %s ORDER BY quote_id DESC LIMIT %s
"""
BY_INDEX = "tokens @@ %s::tsquery"
AMONG_THESE = "COALESCE(tokens @@ %s::tsquery, FALSE)"
"""The same, asked of each row by itself: the index is not looked for what stands in a function."""

MAKE = ("CREATE INDEX quotesdb_search_by_tokens ON quotesdb_searchdocument USING gin (tokens)",)
TAKE_AWAY = ("DROP INDEX quotesdb_search_by_tokens",)
EMPTY = ("DELETE FROM quotesdb_searchdocument",)
TIDY_UP = ("ANALYZE quotesdb_searchdocument",)


def tokens_of(document: str) -> str:
    """The tsvector: each word with its places, and the stems without any."""
    places: dict[str, str] = {}
    for at, word in enumerate(words_in(document), 1):
        places[word] = f"{places[word]},{at}" if word in places else str(at)
    for place_of_none in (GAP, *marks_in(document)):
        places.pop(place_of_none, None)
    found = [f"'{word}':{where}" for word, where in places.items()]
    found += [f"'{stem}'" for stem in stems_in(document)]
    # No word and no stem has an apostrophe.
    return " ".join(found).replace("\\", "\\\\")


def condition(query: Query, languages: tuple[str, ...], *, exactly: bool) -> Condition:
    """What holds for the quotes that a query finds; words go by their stems in these languages.

    If not `exactly`, what is found may also have such a stem in another language than its own.
    """
    # Most quotes are of a few languages. To go through these lists beside those of rare words, the
    # index reads a page of each for nearly every hit, which takes far longer than to ask the hits.
    likely = _all(query, languages, exactly=False)
    right = _all(query, languages, exactly=exactly)
    if query.without:
        right += f" & !({_any(query.without, languages, True)})"
    if right == likely:
        return Condition(BY_INDEX, (likely,))
    return Condition(f"{BY_INDEX} AND {AMONG_THESE}", (likely, right))


def _all(query: Query, languages: tuple[str, ...], *, exactly: bool) -> str:
    """The groups of a query as a tsquery."""
    return " & ".join(f"({_any(group, languages, exactly)})" for group in query.groups)


def _any(terms: Iterable[Term], languages: tuple[str, ...], exactly: bool) -> str:
    return " | ".join(one for term in terms for one in _alternatives(term, languages, exactly))


def _alternatives(term: Term, languages: tuple[str, ...], exactly: bool) -> Iterator[str]:
    stems = term.stems(languages)
    if "" in stems:
        yield f"({' <-> '.join(map(_quoted, term.keys))}{':*' if term.beginning else ''})"
    only_one = len(stems.keys() - {""}) == 1
    for stem, its in stems.items():
        if stem and (only_one or not exactly):
            yield _quoted(stem_token(stem))
        elif stem:
            where = " | ".join(_quoted(language_token(one)) for one in its)
            yield f"({_quoted(stem_token(stem))} & ({where}))"
            yield from (_quoted(stem_token(stem, one)) for one in its)


@lru_cache(maxsize=MOST_REMEMBERED)
def _quoted(word: str) -> str:
    doubled = word.replace("\\", "\\\\").replace("'", "''")
    return f"'{doubled}'"


OTHERS = """
    SELECT held.quote_id FROM quotesdb_searchdocument AS held
    JOIN unnest(%s::bigint[], %s::text[]) AS given(quote, tokens) ON given.quote = held.quote_id
    WHERE held.tokens <> given.tokens::tsvector
"""


def with_other_tokens(documents: Mapping[int, str]) -> list[int]:
    """Those of these quotes beside whose documents other tokens are kept."""
    given: list[Any] = [list(documents), list(map(tokens_of, documents.values()))]
    with connection.cursor() as cursor:
        cursor.execute(OTHERS, given)
        return [quote for (quote,) in cursor.fetchall()]


def stale_index(on_progress: Callable[[int], object]) -> Sequence[str]:
    """Nothing: the database itself keeps its index in step with the tokens."""
    return ()
