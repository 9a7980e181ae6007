"""Made quotes into an empty database, in portions, so that memory does not grow with them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from itertools import chain
from typing import Any

from django.db import connection, models, transaction

from quotesdb.models import Article, CommonWord, Outlet, Quote, Reliance, Speaker
from quotesdb.portions import portions
from tests.benchmarks.many_quotes import derived_tables, engines, past, rows
from tests.benchmarks.many_quotes.frequent_words import frequent_words
from tests.benchmarks.many_quotes.origins import origins_of
from tests.benchmarks.many_quotes.rows import COLUMNS, Model, Numbers, Row, Rows
from tests.benchmarks.many_quotes.saying import quote
from tests.benchmarks.many_quotes.world import World

PORTION = 5_000
MADE_AT = datetime(2026, 11, 1, tzinfo=UTC)

OnQuotes = Callable[[int], object]
Frequent = Mapping[str, frozenset[str]]


class NotEmpty(Exception):
    """The database holds something already."""


def load(world: World, *, on_quotes: OnQuotes = lambda _: None, with_history: bool = False) -> None:
    """All of it, with what follows from it. `on_quotes` hears twice of each quote.

    Raises NotEmpty where there are quotes or speakers already; nothing is written then.
    """
    if Quote.objects.exists() or Speaker.objects.exists():
        raise NotEmpty("There are speakers or quotes already: name an empty database.")
    with engines.in_haste():
        for some in _portions(world, lambda: on_quotes(1)):
            with transaction.atomic():
                _write(some, with_history)
            on_quotes(len(some.get(Quote, ())))
    derived_tables.rebuild()
    engines.finish([*COLUMNS])


def _portions(world: World, on_quote: Callable[[], object]) -> Iterator[Rows]:
    """All rows, in an order in which none refers to a later one."""
    frequent, numbers = frequent_words(world, on_quote), Numbers()
    yield _everybody(world, frequent)
    yield from _articles(world, numbers)
    yield from _quotes(world, frequent, numbers)


def _everybody(world: World, frequent: Frequent) -> Rows:
    words = sorted((language, word) for language, some in frequent.items() for word in some)
    return {
        Speaker: [rows.of_speaker(it) for it in world.speakers],
        Outlet: [rows.of_outlet(it) for it in world.outlets],
        CommonWord: [(number, *word) for number, word in enumerate(words, start=1)],
    }


def _articles(world: World, numbers: Numbers) -> Iterator[Rows]:
    for some in portions(range(1, world.articles + 1), PORTION):
        made = [world.article(number) for number in some]
        reliances = chain.from_iterable(rows.of_reliances(it, numbers) for it in made)
        yield {Article: [rows.of_article(it) for it in made], Reliance: list(reliances)}


def _quotes(world: World, frequent: Frequent, numbers: Numbers) -> Iterator[Rows]:
    for some in portions(range(1, world.quotes + 1), PORTION):
        found: Rows = defaultdict(list)
        for number in some:
            made = quote(world, number)
            origins = origins_of(world, made, frequent.get(made.language, frozenset()))
            found[Quote].append(rows.of_quote(made, world, origins))
            rows.add_appearances(found, made, numbers)
        yield found


def _write(some: Rows, with_history: bool) -> None:
    for model, values in some.items():
        if values:
            columns, constants = filled_up(model, COLUMNS[model])
            whole = [row + constants for row in values]
            engines.insert(model._meta.db_table, columns, whole)
            if with_history:
                past.remember(model, columns, whole, MADE_AT)


def filled_up(model: Model, given: Iterable[str]) -> tuple[list[str], Row]:
    """The names of all columns, the given ones first; and the defaults of the others."""
    fields = {field.attname: field for field in model._meta.concrete_fields}
    named = [fields.pop(name) for name in given]
    others = [field for field in fields.values() if not field.generated]
    columns = [field.column or "" for field in (*named, *others)]
    return columns, tuple(map(_default, others))


def _default(field: "models.Field[Any, Any]") -> Any:
    value = MADE_AT if isinstance(field, models.DateTimeField) else field.get_default()
    return field.get_db_prep_save(value, connection)
