import pytest
from django.core.exceptions import ImproperlyConfigured

from quotesdb import databases

PRIMARY = "postgresql://ada:hush@10.0.0.1:5432/quotes"


def test_replicas_are_numbered_and_are_no_databases_of_tests():
    found = databases.replicas([PRIMARY, PRIMARY.replace("10.0.0.1", "10.0.0.2")], prepared=True)
    assert list(found) == ["replica-1", "replica-2"]
    assert found["replica-2"]["HOST"] == "10.0.0.2"
    assert found["replica-1"]["TEST"] == {"MIRROR": "default"}


def test_what_is_no_postgresql_is_refused_by_name_and_without_its_password():
    for address in ("mysql://ada:hush@10.0.0.1/quotes", "sqlite:///quotes"):
        with pytest.raises(ImproperlyConfigured) as refused:
            databases.replicas([address], prepared=True)
        assert "DATABASE_REPLICA_URLS" in str(refused.value)
        assert "hush" not in str(refused.value)


def test_an_address_may_say_otherwise():
    found = databases.postgresql(
        "X", f"{PRIMARY}?connect_timeout=9&conn_max_age=60", prepared=False
    )
    assert found["OPTIONS"]["connect_timeout"] == 9
    assert found["OPTIONS"]["prepare_threshold"] is None
    assert found["CONN_MAX_AGE"] == 60


def test_a_connection_is_kept_from_one_request_to_the_next():
    found = databases.postgresql("X", PRIMARY, prepared=True)
    assert found["CONN_MAX_AGE"] == databases.HOUR
    assert "pool" not in found["OPTIONS"]
