"""The index of what quotes say: which of them a query finds, and how it keeps in step."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from types import ModuleType

from django.db import connection
from django.db.models import F, QuerySet
from django.db.models.expressions import RawSQL

from quotesdb.models import Quote, SearchDocument, SearchLanguage
from quotesdb.portions import portions
from quotesdb.printed_words import PrintedWords, words_of
from quotesdb.search import postgresql, sqlite
from quotesdb.search.documents import document_of, languages_in
from quotesdb.search.query import Query

RANKED = 500
"""Of more hits only the newest are ranked."""

VERY_MANY = 5_000
"""From so many hits on it is quicker to go through the quotes than through the hits."""

LANGUAGES = "SELECT code FROM quotesdb_searchlanguage ORDER BY code"

STALE = "of the words by which it is found, some were out of date"


def engine() -> ModuleType:
    """What is particular to the database in use."""
    return postgresql if connection.vendor == "postgresql" else sqlite


class Found:
    """The quotes that a query finds."""

    def __init__(self, query: Query) -> None:
        self.query = query

    def among(self, quotes: QuerySet[Quote]) -> QuerySet[Quote]:
        """Those of `quotes` that are found."""
        if self._are_all:
            return quotes.filter(pk__in=self._newest)
        hits = RawSQL(engine().HITS, [_expression(self.query)])  # noqa: S611
        if not self._are_very_many:
            return quotes.filter(pk__in=hits)
        # By a sum no index finds a quote: the list is read in its order, up to where a page ends,
        # and each looked up among the hits. SQLite would read all hits and sort them.
        return quotes.alias(number=F("pk") + 0).filter(number__in=hits)

    def documents(self, quotes: QuerySet[Quote]) -> dict[int, str]:
        """The documents of those of `quotes` that are found, by id.

        A document that another has just taken away is empty.
        """
        return _documents(self.among(quotes).order_by())

    def newest_documents(self, quotes: QuerySet[Quote]) -> dict[int, str]:
        """As `documents`, but only of the last recorded, so many as are ranked."""
        newest = _documents(quotes.filter(pk__in=self._newest).order_by())
        if self._are_all or len(newest) == RANKED:
            return newest
        return _documents(self.among(quotes).order_by("-pk")[:RANKED])

    @cached_property
    def _newest(self) -> list[int]:
        return newest_hits(self.query, RANKED)

    @property
    def _are_all(self) -> bool:
        return len(self._newest) < RANKED

    @cached_property
    def _are_very_many(self) -> bool:
        return len(newest_hits(self.query, VERY_MANY)) == VERY_MANY


def _documents(quotes: QuerySet[Quote]) -> dict[int, str]:
    rows = quotes.values_list("pk", "search_document__words")
    return {quote: words or "" for quote, words in rows}


def newest_hits(query: Query, most: int) -> list[int]:
    """The quotes that a query finds, the last recorded first, and no more than so many."""
    here = engine()
    statement = f"{here.HITS} {here.NEWEST_FIRST} LIMIT %s"
    with connection.cursor() as cursor:
        cursor.execute(statement, [_expression(query), most])
        return [quote for (quote,) in cursor.fetchall()]


def _expression(query: Query) -> str:
    with connection.cursor() as cursor:
        cursor.execute(LANGUAGES)
        languages = [code for (code,) in cursor.fetchall()]
    found: str = engine().expression(query, languages)
    return found


def renew(words: Mapping[int, Sequence[PrintedWords]]) -> dict[int, str]:
    """Keep the right words of these quotes.

    Gives, for each quote of which something else was kept, a sentence about that.
    """
    rows = SearchDocument.objects.filter(quote__in=list(words)).order_by()
    held = dict(rows.values_list("quote", "words"))
    right = {quote: document for quote, its in words.items() if (document := document_of(its))}
    wrong = [quote for quote in words if held.get(quote) != right.get(quote)]
    SearchDocument.objects.filter(quote__in=[it for it in wrong if it in held]).delete()
    _keep({quote: right[quote] for quote in wrong if quote in right})
    return dict.fromkeys(wrong, STALE)


def stale(words: Mapping[int, Sequence[PrintedWords]]) -> dict[int, str]:
    """What `renew` would say of these quotes, and of what the engine's index is made of.

    Nothing is written.
    """
    rows = SearchDocument.objects.filter(quote__in=list(words)).order_by()
    held = dict(rows.values_list("quote", "words"))
    right = {quote: document for quote, its in words.items() if (document := document_of(its))}
    wrong = {quote for quote in words if held.get(quote) != right.get(quote)}
    alike = {quote: document for quote, document in right.items() if quote not in wrong}
    return dict.fromkeys([*wrong, *engine().with_other_tokens(alike)], STALE)


def stale_index(on_progress: Callable[[int], object]) -> list[str]:
    """What the engine's index holds otherwise than the documents, in sentences; read only."""
    return list(engine().stale_index(on_progress))


def rebuild(on_progress: Callable[[int], object] = lambda done: None) -> None:
    """Keep everything anew, from nothing; tells after each portion how many quotes it was of.

    To be done in one transaction: whoever searches meanwhile finds what was kept before.
    """
    with connection.cursor() as cursor:
        for statement in engine().EMPTY:
            cursor.execute(statement)
    standing = Quote.objects.standing().order_by("pk").values_list("pk", flat=True)
    for some in portions(standing.iterator()):
        _keep({quote: document_of(its) for quote, its in words_of(some).items()})
        on_progress(len(some))
    tidy_up()


def tidy_up() -> None:
    """Let the engine's index hold nothing but what it is of, in as few pieces as may be."""
    with connection.cursor() as cursor:
        for statement in engine().TIDY_UP:
            cursor.execute(statement)


def _keep(documents: Mapping[int, str]) -> None:
    tokens_of = engine().tokens_of
    languages = {language for words in documents.values() for language in languages_in(words)}
    SearchLanguage.objects.bulk_create(
        (SearchLanguage(code=code) for code in sorted(languages)), ignore_conflicts=True
    )
    SearchDocument.objects.bulk_create(
        SearchDocument(quote_id=quote, words=words, tokens=tokens_of(words))
        for quote, words in documents.items()
        if words
    )
