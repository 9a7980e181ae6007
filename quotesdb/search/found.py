"""The quotes that a query finds, and how well each answers it."""

from collections.abc import Sequence
from functools import cached_property
from types import ModuleType

from django.db.models import F, QuerySet
from django.db.models.expressions import RawSQL

from quotesdb import measures, prepared
from quotesdb.editions import MARK
from quotesdb.models import Quote
from quotesdb.replicas import connection
from quotesdb.search import postgresql, sqlite
from quotesdb.search.query import Condition, Query
from quotesdb.search.ranking import scores

RANKED = 500
"""Of more hits only the newest are ranked."""

MORE = 1.25
"""So many times as many likely hits are looked through, lest too few are right."""

VERY_MANY = 5_000
"""From so many hits on it is quicker to go through the quotes than through the hits."""

ALL = 2**31
"""More than there are."""

LANGUAGES = f"""
    SELECT {MARK}, code
    FROM (SELECT '' AS code UNION ALL SELECT code FROM quotesdb_searchlanguage) AS held
    ORDER BY code
"""  # noqa: S608

DOCUMENTS = "SELECT quote_id, words FROM quotesdb_searchdocument WHERE quote_id IN ({some})"

Documents = dict[int, str]
"""By quote. One that another has just taken away is empty."""


def engine() -> ModuleType:
    """What is particular to the database in use."""
    return postgresql if connection.vendor == "postgresql" else sqlite


class Found:
    """The quotes that a query finds. `quotes` None: among all that stand."""

    def __init__(self, query: Query) -> None:
        self.query = query
        self._looked_through: Documents = {}

    @property
    def mark(self) -> str | None:
        """Of the edition that was read before anything else was."""
        return self._held[0]

    def among(self, quotes: QuerySet[Quote]) -> QuerySet[Quote]:
        """Those of `quotes` that are found."""
        if len(self._newest) < RANKED:
            return quotes.filter(pk__in=self._newest)
        sql, parameters = self._exactly
        hits = RawSQL(engine().HITS.format(condition=sql), parameters)  # noqa: S611
        if not self._are_very_many:
            return quotes.filter(pk__in=hits)
        # By a sum no index finds a quote: the list is read in its order, up to where a page ends,
        # and each looked up among the hits. SQLite would read all hits and sort them.
        return quotes.alias(number=F("pk") + 0).filter(number__in=hits)

    def scores(self, quotes: QuerySet[Quote] | None) -> dict[int, int]:
        """The score of the last recorded, so many as are ranked."""
        most = RANKED if self._likely == self._exactly else int(RANKED * MORE)
        likely = self._looked_through = _documents(self._likely, most)
        some = likely if quotes is None else _those_of(quotes, likely)
        found = scores(self.query, some, RANKED)
        if len(likely) < most or len(found) == RANKED:
            return found
        if quotes is not None:
            return scores(self.query, _their(self.among(quotes).order_by("-pk")[:RANKED]))
        if self._likely == self._exactly:
            return found
        return scores(self.query, _documents(self._exactly, RANKED))

    def scores_since(self, quotes: QuerySet[Quote] | None, first: int) -> dict[int, int]:
        """The score of each of which the id is `first` or more."""
        if quotes is None:
            self._looked_through = _documents(self._likely, ALL, first)
            return scores(self.query, self._looked_through)
        return scores(self.query, _their(self.among(quotes.filter(pk__gte=first)).order_by()))

    def documents_of(self, quotes: Sequence[int]) -> Documents:
        """The documents of these quotes; one query where they are not those that were ranked."""
        if self._looked_through.keys() >= set(quotes):
            return self._looked_through
        asked = DOCUMENTS.format(some=prepared.in_list())
        return dict(prepared.rows_of(asked, [prepared.as_list(quotes)]))

    @cached_property
    def _held(self) -> tuple[str | None, tuple[str, ...]]:
        """The mark of the edition, and the languages that any document has."""
        rows = prepared.rows_of(LANGUAGES, [])
        return rows[0][0], tuple([code for _, code in rows if code])

    @cached_property
    def _exactly(self) -> Condition:
        return self._condition(exactly=True)

    @cached_property
    def _likely(self) -> Condition:
        """Asks for fewer tokens, and may find a few that `scores` then leaves out."""
        return self._condition(exactly=False)

    def _condition(self, *, exactly: bool) -> Condition:
        held: Condition = engine().condition(self.query, self._held[1], exactly=exactly)
        return held

    @cached_property
    def _newest(self) -> Sequence[int]:
        if engine().SLOW_TO_JOIN and len(self.query.groups) > 1:
            return list(self.scores(None))
        return self.newest(RANKED)

    @cached_property
    def _are_very_many(self) -> bool:
        return len(self.newest(VERY_MANY)) == VERY_MANY

    def newest(self, most: int) -> list[int]:
        """The ids of the last recorded, the last first, and no more than so many."""
        sql, parameters = self._exactly
        asked = f"{engine().HITS} {engine().NEWEST_FIRST} LIMIT %s".format(condition=sql)
        with measures.searching(connection.vendor), connection.cursor() as cursor:
            cursor.execute(asked, [*parameters, most])
            return [quote for (quote,) in cursor.fetchall()]


def _documents(condition: Condition, most: int, first: int = 0) -> Documents:
    # Never prepared: how PostgreSQL finds the hits depends on how many it expects of these words.
    with measures.searching(connection.vendor), connection.cursor() as cursor:
        asked = engine().WITH_DOCUMENTS.format(condition=condition.sql)
        cursor.execute(asked, [*condition.parameters, first, most])
        return dict(cursor.fetchall())


def _those_of(quotes: QuerySet[Quote], documents: Documents) -> Documents:
    rows = quotes.filter(pk__in=list(documents)).order_by().values_list("pk", flat=True)
    those = set(rows)
    return {quote: document for quote, document in documents.items() if quote in those}


def _their(quotes: QuerySet[Quote]) -> Documents:
    rows = quotes.values_list("pk", "search_document__words")
    return {quote: words or "" for quote, words in rows}
