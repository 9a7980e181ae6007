import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import UniqueConstraint

from quotesdb.models.history import Act, acting
from quotesdb.vocabulary import Door
from tests.models.constraint_cases import CASES, make_world

pytestmark = pytest.mark.django_db


def insert_raw(row):
    with transaction.atomic(), acting(Act(Door.IMPORT)):
        type(row)._base_manager.bulk_create([row])


@pytest.mark.parametrize("name", CASES)
def test_the_database_itself_refuses(name):
    row = CASES[name](make_world())
    with pytest.raises(IntegrityError) as refusal:
        insert_raw(row)
    assert names(row, name, str(refusal.value))


def names(row, name, message):
    """Whether the message is about this very constraint; SQLite names columns of unique ones."""
    constraint = next(it for it in row._meta.constraints if it.name == name)
    if connection.vendor == "sqlite" and isinstance(constraint, UniqueConstraint):
        columns = [row._meta.get_field(field).column for field in constraint.fields]
        named = ", ".join(f"{row._meta.db_table}.{column}" for column in columns)
        return message == f"UNIQUE constraint failed: {named}"
    return name in message
