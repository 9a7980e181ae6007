"""Search by SQLite's FTS5. Triggers make the index follow the documents, whoever writes them."""

from collections.abc import Iterable, Sequence

from quotesdb.search.documents import stems_in
from quotesdb.search.query import Query, Term

HITS = "SELECT rowid FROM quotesdb_searchindex WHERE quotesdb_searchindex MATCH %s"
NEWEST_FIRST = "ORDER BY rowid DESC"

# The tokens are made already: only the space divides them.
TOKENCHARS = r"!#$%&()*+,-./:;<=>?@[\]^_`{|}~"
INDEX = (
    "CREATE VIRTUAL TABLE quotesdb_searchindex USING fts5(words, tokens, "
    "content='quotesdb_searchdocument', content_rowid='quote_id', columnsize=0, "
    f"""tokenize="ascii tokenchars '{TOKENCHARS}'")"""
)
_ADD = (
    "INSERT INTO quotesdb_searchindex(rowid, words, tokens) "
    "VALUES (new.quote_id, new.words, new.tokens);"
)
_TAKE = (
    "INSERT INTO quotesdb_searchindex(quotesdb_searchindex, rowid, words, tokens) "
    "VALUES ('delete', old.quote_id, old.words, old.tokens);"
)
TRIGGERS = {
    "quotesdb_search_added": f"AFTER INSERT ON quotesdb_searchdocument BEGIN {_ADD} END",
    "quotesdb_search_taken": f"AFTER DELETE ON quotesdb_searchdocument BEGIN {_TAKE} END",
    "quotesdb_search_moved": f"AFTER UPDATE ON quotesdb_searchdocument BEGIN {_TAKE} {_ADD} END",
}
MAKE = (INDEX, *(f"CREATE TRIGGER {name} {does}" for name, does in TRIGGERS.items()))
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


def tokens_of(words: str) -> str:
    """What is indexed beside the words: their stems."""
    return " ".join(stems_in(words))


def expression(query: Query, languages: Sequence[str]) -> str:
    """The query in the language of FTS5; words go by their stems in these languages."""
    groups = " AND ".join(f"({_any(group, languages)})" for group in query.groups)
    return f"({groups}) NOT ({_any(query.without, languages)})" if query.without else groups


def _any(terms: Iterable[Term], languages: Sequence[str]) -> str:
    return " OR ".join(one for term in terms for one in _alternatives(term, languages))


def _alternatives(term: Term, languages: Sequence[str]) -> list[str]:
    words = _quoted(" ".join(term.keys))
    if term.beginning:
        return [f"{words} *"]
    return [words, *map(_quoted, term.stems(languages))]


def _quoted(words: str) -> str:
    doubled = words.replace('"', '""')
    return f'"{doubled}"'
