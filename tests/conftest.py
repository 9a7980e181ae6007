"""What every test runs with, and what a report says about the run."""

import sqlite3

import django
import psycopg
import pytest
from django.conf import settings
from django.db import connection

PLAIN_STATIC_FILES = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
QUICK_PASSWORDS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def pytest_report_header() -> str:
    return f"Django {django.get_version()} on {connection.display_name} {database_version()}"


def database_version() -> str:
    """Asked past Django, which lets no connection be opened outside a test."""
    if connection.vendor == "sqlite":
        return sqlite3.sqlite_version
    with psycopg.connect(**connection.get_connection_params()) as server:
        return server.info.parameter_status("server_version") or ""


def pytest_configure() -> None:
    """Nothing is collected or counted before a test; no password is worth a tenth of a second."""
    settings.STORAGES = {**settings.STORAGES, "staticfiles": PLAIN_STATIC_FILES}
    settings.PASSWORD_HASHERS = QUICK_PASSWORDS
    settings.LIMITS = dict.fromkeys(settings.LIMITS)


def pytest_collection_modifyitems(config, items) -> None:
    """What is about PostgreSQL alone belongs to that part of the suite, and to no other."""
    if connection.vendor == "postgresql":
        return
    elsewhere = [item for item in items if item.get_closest_marker("postgresql")]
    items[:] = [item for item in items if item not in elsewhere]
    config.hook.pytest_deselected(items=elsewhere)


@pytest.fixture(scope="session", autouse=True)
def engine_in_report(record_testsuite_property) -> None:
    """`make test` reads here on which engine the tests really ran."""
    record_testsuite_property("engine", connection.vendor)
