"""The parameters of the questions, drawn from what is held: what is popular is asked for often."""

import base64
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

import orjson

from tests.benchmarks.many_quotes.vocabulary import SMALL, vocabulary
from tests.benchmarks.side_by_side.questions import Given

ASKINGS = 1_000
SEED = 20_261_125
PAGE = 50
DEEP = (900, 1_100)
SHALLOW = 0.9
"""Where there are not so many pages, the last tenth of them."""

COMMON, LESS_COMMON = 500, 3_000
"""The ranks up to which the two words are taken that are searched for."""

Rows = Callable[[str], list[tuple[Any, ...]]]


def drawn(rows: Rows) -> dict[str, list[Given]]:
    """By name; the same for the same data on either engine."""
    random = Random(SEED)
    quotes = [it for (it,) in rows("select id from quotesdb_quote order by id")]
    some = [random.choice(quotes) for _ in range(ASKINGS)]
    return {
        "nothing": [{}],
        "quotes": [{"id": str(number)} for number in some],
        "speakers": list(_speakers(rows, some)),
        "pages": list(_pages(rows, len(quotes), random)),
        "windows": list(_windows(rows, random)),
        "words": list(_words(rows, some, random)),
    }


def _in(numbers: list[int]) -> str:
    return f"({', '.join(map(str, numbers))})"


def _speakers(rows: Rows, some: list[int]) -> Iterator[Given]:
    """Each as often as it is quoted."""
    found = rows(
        "select q.id, s.slug from quotesdb_quote q join quotesdb_speaker s on s.id = q.speaker_id "
        f"where q.id in {_in(some)}"
    )
    slugs: dict[int, str] = dict(found)
    return ({"speaker": slugs[number]} for number in some if number in slugs)


def _windows(rows: Rows, random: Random) -> Iterator[Given]:
    """An outlet as often as it prints, and three months to two years, late ones more often."""
    ((last,),) = rows("select max(id) from quotesdb_appearance")
    some = [1 + random.randrange(last) for _ in range(ASKINGS)]
    found = rows(
        "select ap.id, s.slug from quotesdb_appearance ap "
        "join quotesdb_article ar on ar.id = ap.article_id "
        "join quotesdb_outlet o on o.id = ar.outlet_id "
        f"join quotesdb_speaker s on s.id = o.speaker_id where ap.id in {_in(some)}"
    )
    slugs: dict[int, str] = dict(found)
    for number in some:
        if number in slugs:
            end = date(2000, 1, 1) + timedelta(days=int(9_800 * random.random() ** 0.5))
            start = end - timedelta(days=random.randint(90, 730))
            yield {"outlet": slugs[number], "said_after": f"{start}", "said_before": f"{end}"}


def _pages(rows: Rows, quotes: int, random: Random) -> Iterator[Given]:
    """The page, and the last row before it as our cursors tell it."""
    pages = quotes // PAGE
    first, last = DEEP if pages > DEEP[1] else (int(pages * SHALLOW), pages - 1)
    ends = rows(
        "select sort_date, id from quotesdb_quote where merged_into_id is null "
        f"order by sort_date desc, id desc limit {(last - first + 1) * PAGE} "
        f"offset {(first - 1) * PAGE}"
    )[PAGE - 1 :: PAGE]
    for _ in range(ASKINGS):
        place = random.randrange(len(ends))
        day, number = ends[place]
        raw = orjson.dumps(["next", "-sort_date", f"{day}", number])
        cursor = base64.urlsafe_b64encode(raw).decode().rstrip("=")
        yield {"page": f"{first + place + 1}", "cursor": cursor, "day": f"{day}", "id": f"{number}"}


def _words(rows: Rows, some: list[int], random: Random) -> Iterator[Given]:
    """Two words of one quote, no small ones, of which one at least is met often."""
    ranks = {word: rank for rank, word in enumerate(vocabulary())}
    for (text,) in rows(f"select text from quotesdb_quote where id in {_in(some)} order by id"):
        words = sorted({word.strip(".,").lower() for word in text.split()})
        common = [it for it in words if len(SMALL) <= ranks.get(it, 0) < COMMON]
        others = [it for it in words if len(SMALL) <= ranks.get(it, 0) < LESS_COMMON]
        if common and len(others) > 1:
            one = random.choice(common)
            yield {"a": one, "b": random.choice([it for it in others if it != one])}
