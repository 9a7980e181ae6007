"""The statements of the look-up, in the words of each database.

The order of a plan is given, not guessed: features, then segments, then the one list at a place,
by its primary key. SQLite takes tables in the written order of a CROSS JOIN; PostgreSQL looks up
what has a LIMIT row by row.
"""

from collections.abc import Collection
from typing import Any

from quotesdb import prepared
from quotesdb.models import Appearance, NumberedWords, PostingList, PostingSegment, Quote
from quotesdb.replicas import connection

TABLES = {
    "lists": PostingList._meta.db_table,
    "segments": PostingSegment._meta.db_table,
    "words": NumberedWords._meta.db_table,
    "quotes": Quote._meta.db_table,
    "appearances": Appearance._meta.db_table,
}

TAG = "CASE WHEN segment.tagged THEN (asked.value >> (24 - segment.bits)) & 255 END"
"""The bits of a feature below those that say where it is posted."""

POSTED = {
    "sqlite": """
        SELECT asked.value, segment.first, segment.quotes, {tag}, list.quotes
        FROM json_each(%s) AS asked
        CROSS JOIN {segments} AS segment
        CROSS JOIN {lists} AS list
        WHERE segment.first IS NOT NULL
            AND list.place = (segment.id << 32) + (asked.value >> (32 - segment.bits))
    """,
    "postgresql": """
        SELECT asked.value, segment.first, segment.quotes, {tag}, list.quotes
        FROM unnest(%s::bigint[]) AS asked(value)
        CROSS JOIN {segments} AS segment
        CROSS JOIN LATERAL (
            SELECT quotes FROM {lists}
            WHERE place = (segment.id << 32) + (asked.value >> (32 - segment.bits))
            LIMIT 1
        ) AS list
        WHERE segment.first IS NOT NULL
    """,
}

SIGNED = {
    "sqlite": """
        SELECT words.quote, words.signature
        FROM json_each(%s) AS asked CROSS JOIN {words} AS words
        WHERE words.quote = asked.value
    """,
    "postgresql": "SELECT quote, signature FROM {words} WHERE quote = ANY(%s::bigint[])",
}

PRINTED = {
    "sqlite": """
        SELECT 'quote', id, text FROM {quotes}
        WHERE id IN (SELECT value FROM json_each(%s))
        UNION ALL
        SELECT 'appearance', id, wording FROM {appearances}
        WHERE id IN (SELECT value FROM json_each(%s))
    """,
    "postgresql": """
        SELECT 'quote', id, text FROM {quotes} WHERE id = ANY(%s::bigint[])
        UNION ALL
        SELECT 'appearance', id, wording FROM {appearances} WHERE id = ANY(%s::bigint[])
    """,
}

Rows = list[tuple[Any, ...]]


def posted(features: Collection[int]) -> Rows:
    """Feature, the first quote of a segment, how many it has, and a list of such as may have the
    feature, with the tag of those that have it where they have tags.
    """
    return asked(POSTED, features)


def signed(quotes: Collection[int]) -> Rows:
    """Quote and signature."""
    return asked(SIGNED, quotes)


def printed(quotes: Collection[int], appearances: Collection[int]) -> Rows:
    """ "quote" or "appearance", its number and its words."""
    return asked(PRINTED, quotes, appearances)


def asked(statement: dict[str, str], *numbers: Collection[int]) -> Rows:
    if not any(numbers):
        return []
    given = list(map(prepared.as_list, numbers))
    return prepared.rows_of(statement[connection.vendor].format(tag=TAG, **TABLES), given)
