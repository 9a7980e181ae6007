"""Every condition of the models that are loaded quickly is seen without the database."""

import pytest
from django.db.models import CheckConstraint, F, Q

from quotesdb.conditions import condition_of
from quotesdb.ingest.bulk.checks import is_plainly_right
from quotesdb.ingest.bulk.portion import BEFORE_THE_QUOTES
from quotesdb.models import Quote
from tests.models.constraint_cases import CASES, make_world

LOADED = (*BEFORE_THE_QUOTES, Quote)
NAMES = {
    constraint.name
    for model in LOADED
    for constraint in model._meta.constraints
    if isinstance(constraint, CheckConstraint)
}


@pytest.mark.django_db
@pytest.mark.parametrize("name", sorted(NAMES))
def test_a_row_that_breaks_it_is_not_plainly_right(name):
    row = CASES[name](make_world())
    assert not is_plainly_right(type(row), vars(row))


@pytest.mark.django_db
def test_a_row_that_breaks_none_is():
    world = make_world()
    for row in (world.speaker, world.outlet, world.article, world.quote, world.appearance):
        assert is_plainly_right(type(row), vars(row))
        for part in ("segments", "chain", "aliases", "relies_on"):
            for one in getattr(row, part).all() if hasattr(row, part) else ():
                assert is_plainly_right(type(one), vars(one))


@pytest.mark.parametrize("wanted", [Q(name__icontains="x"), object()])
def test_a_condition_that_it_cannot_read_is_refused_at_once(wanted):
    with pytest.raises(NotImplementedError):
        condition_of(wanted, {"name": "name"})


@pytest.mark.parametrize(
    "row, answer",
    [
        ({"start": 1, "end": 2}, True),
        ({"start": 2, "end": 2}, False),
        ({"start": None, "end": 2}, None),
        ({"start": None, "end": None}, None),
    ],
)
def test_what_is_unknown_is_unknown_as_in_sql(row, answer):
    columns = {"start": "start", "end": "end"}
    assert condition_of(Q(end__gt=F("start")), columns)(row) is answer
    assert condition_of(~Q(end__gt=F("start")), columns)(row) is (
        None if answer is None else not answer
    )
    assert condition_of(Q(end__gt=F("start")) | Q(end=2), columns)(row) is (
        True if row["end"] == 2 else None
    )
