"""Search by SQLite's FTS5. Triggers make the index follow the documents, whoever writes them."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager

from django.db import connection

from quotesdb.models import SearchDocument
from quotesdb.search.documents import MARK, language_token, stem_token, stems_in, wordings_in
from quotesdb.search.query import Condition, Query, Term

HITS = "SELECT rowid FROM quotesdb_searchindex WHERE {condition}"
NEWEST_FIRST = "ORDER BY rowid DESC"
SLOW_TO_JOIN = True
"""Lists of several words, with those of languages beside them: looking through hits is quicker."""
WITH_DOCUMENTS = """
    SELECT quote_id, words FROM quotesdb_searchindex
    JOIN quotesdb_searchdocument ON quote_id = quotesdb_searchindex.rowid
    WHERE {condition} AND quotesdb_searchindex.rowid >= %s
    ORDER BY quotesdb_searchindex.rowid DESC LIMIT %s
"""

# The tokens are made already: only the space divides them.
TOKENCHARS = r"!#$%&()*+,-./:;<=>?@[\]^_`{|}~"
INDEX = (
    "CREATE VIRTUAL TABLE quotesdb_searchindex USING fts5(tokens, "
    "content='quotesdb_searchdocument', content_rowid='quote_id', columnsize=0, "
    f"""tokenize="ascii tokenchars '{TOKENCHARS}'")"""
)
_ADD = "INSERT INTO quotesdb_searchindex(rowid, tokens) VALUES (new.quote_id, new.tokens);"
_TAKE = (
    "INSERT INTO quotesdb_searchindex(quotesdb_searchindex, rowid, tokens) "
    "VALUES ('delete', old.quote_id, old.tokens);"
)
TRIGGERS = {
    "quotesdb_search_added": f"AFTER INSERT ON quotesdb_searchdocument BEGIN {_ADD} END",
    "quotesdb_search_taken": f"AFTER DELETE ON quotesdb_searchdocument BEGIN {_TAKE} END",
    "quotesdb_search_moved": f"AFTER UPDATE ON quotesdb_searchdocument BEGIN {_TAKE} {_ADD} END",
}
FOLLOW = tuple(f"CREATE TRIGGER {name} {does}" for name, does in TRIGGERS.items())
MAKE = (INDEX, *FOLLOW)
TAKE_AWAY = (
    *(f"DROP TRIGGER {name}" for name in TRIGGERS),
    "DROP TABLE quotesdb_searchindex",
)
EMPTY = (
    "DROP TRIGGER quotesdb_search_taken",
    "DELETE FROM quotesdb_searchdocument",
    "INSERT INTO quotesdb_searchindex(quotesdb_searchindex) VALUES ('delete-all')",
    f"CREATE TRIGGER quotesdb_search_taken {TRIGGERS['quotesdb_search_taken']}",
)

TIDY_UP = ("INSERT INTO quotesdb_searchindex(quotesdb_searchindex) VALUES ('optimize')",)


def tokens_of(document: str) -> str:
    """What is indexed: the words of each wording in order, then the stems.

    A mark alone keeps phrases within a wording. With its language it would be the stem of a word:
    of “en” in Spanish, or “it” in English.
    """
    lines = [" ".join([MARK, *words]) for _, words in wordings_in(document)]
    return " ".join([*lines, *stems_in(document)])


def condition(query: Query, languages: tuple[str, ...], *, exactly: bool) -> Condition:
    """What holds for the quotes that a query finds; words go by their stems in these languages.

    If not `exactly`, what is found may also have such a stem in another language than its own.
    """
    expression = _expression(query, languages, exactly=exactly)
    return Condition("quotesdb_searchindex MATCH %s", (expression,))


def _expression(query: Query, languages: tuple[str, ...], *, exactly: bool) -> str:
    """The query in the language of FTS5."""
    groups = " AND ".join(f"({_any(group, languages, exactly)})" for group in query.groups)
    without = _any(query.without, languages, True)
    return f"({groups}) NOT ({without})" if query.without else groups


def _any(terms: Iterable[Term], languages: tuple[str, ...], exactly: bool) -> str:
    return " OR ".join(one for term in terms for one in _alternatives(term, languages, exactly))


def _alternatives(term: Term, languages: tuple[str, ...], exactly: bool) -> Iterator[str]:
    stems = term.stems(languages)
    if "" in stems:
        yield f"{_quoted(' '.join(term.keys))}{' *' if term.beginning else ''}"
    only_one = len(stems.keys() - {""}) == 1
    for stem, its in stems.items():
        if stem and (only_one or not exactly):
            yield _quoted(stem_token(stem))
        elif stem:
            where = " OR ".join(_quoted(language_token(one)) for one in its)
            yield f"({_quoted(stem_token(stem))} AND ({where}))"
            yield from (_quoted(stem_token(stem, one)) for one in its)


def _quoted(words: str) -> str:
    doubled = words.replace('"', '""')
    return f'"{doubled}"'


def with_other_tokens(documents: Mapping[int, str]) -> list[int]:
    """Those of these quotes beside whose documents other tokens are kept."""
    held = SearchDocument.objects.filter(quote__in=list(documents)).order_by()
    kept = held.values_list("quote", "tokens")
    return [quote for quote, tokens in kept if tokens != tokens_of(documents[quote])]


NOT_IN_STEP = "{many} words are indexed otherwise than the documents have them"
TOLD_AT = 10_000
SUM = 1 << 48
"""Of the quotes with a word, the sum of their ids and how often they have it, in one number."""

VOCABULARY = "CREATE VIRTUAL TABLE temp.quotesdb_indexed USING fts5vocab(main, {index}, instance)"
INDEXED = "SELECT term, SUM(doc), COUNT(*) FROM temp.quotesdb_indexed GROUP BY term"


def stale_index(on_progress: Callable[[int], object]) -> Iterator[str]:
    """Whether the index has the words of the documents; it takes the memory of all that differ.

    FTS5 could tell by itself, but only to a writer.
    """
    wanted: Counter[str] = Counter()
    documents = SearchDocument.objects.order_by().values_list("quote", "tokens")
    for number, (quote, tokens) in enumerate(documents.iterator(TOLD_AT), 1):
        one = quote * SUM + 1
        for word in tokens.split():
            wanted[word] += one
        if number % TOLD_AT == 0:
            on_progress(TOLD_AT)
    with _indexed() as rows:
        for word, quotes, times in rows:
            wanted[word] -= quotes * SUM + times
    if many := sum(1 for rest in wanted.values() if rest):
        yield NOT_IN_STEP.format(many=many)


@contextmanager
def _indexed() -> Iterator[Iterable[tuple[str, int, int]]]:
    with connection.cursor() as cursor:
        cursor.execute(VOCABULARY.format(index="quotesdb_searchindex"))
        try:
            yield cursor.execute(INDEXED)
        finally:
            cursor.execute("DROP TABLE temp.quotesdb_indexed")
