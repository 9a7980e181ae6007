"""Search by PostgreSQL's tsvector and GIN, with no dictionary: the tokens are made already."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from django.db import connection

from quotesdb.search.documents import stems_in, wordings_in
from quotesdb.search.query import Query, Term
from quotesdb.search.words import GAP

HITS = "SELECT quote_id FROM quotesdb_searchdocument WHERE tokens @@ %s::tsquery"
NEWEST_FIRST = "ORDER BY quote_id DESC"

MAKE = ("CREATE INDEX quotesdb_search_by_tokens ON quotesdb_searchdocument USING gin (tokens)",)
TAKE_AWAY = ("DROP INDEX quotesdb_search_by_tokens",)
EMPTY = ("DELETE FROM quotesdb_searchdocument",)
TIDY_UP = ("ANALYZE quotesdb_searchdocument",)


def tokens_of(words: str) -> str:
    """The tsvector: each word with its places, and the stems without any."""
    places: dict[str, list[int]] = defaultdict(list)
    at = 0
    for _, line in wordings_in(words):
        at += 1
        for word in line:
            at += 1
            places[word].append(at)
    places.pop(GAP, None)
    found = [f"{_quoted(word)}:{','.join(map(str, where))}" for word, where in places.items()]
    return " ".join([*found, *map(_quoted, stems_in(words))])


def expression(query: Query, languages: Sequence[str]) -> str:
    """The query as a tsquery; words go by their stems in these languages."""
    groups = " & ".join(f"({_any(group, languages)})" for group in query.groups)
    return f"{groups} & !({_any(query.without, languages)})" if query.without else groups


def _any(terms: Iterable[Term], languages: Sequence[str]) -> str:
    return " | ".join(one for term in terms for one in _alternatives(term, languages))


def _alternatives(term: Term, languages: Sequence[str]) -> list[str]:
    words = " <-> ".join(map(_quoted, term.keys))
    if term.beginning:
        return [f"({words}:*)"]
    return [f"({words})", *map(_quoted, term.stems(languages))]


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
