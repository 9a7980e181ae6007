"""A small database in which every check has something to look at, and finds nothing."""

from contextlib import contextmanager

from django.db import connection, transaction

from quotesdb.verifying import CHECKS, verify
from tests.factory import (
    make_appearance,
    make_article,
    make_correction,
    make_outlet,
    make_quote,
    make_speaker,
    make_text,
)

REPORT = (
    "The delegation arrived at the harbour on Sunday evening and left again before the talks had "
    "begun, as three people who had been in the room confirmed to this newspaper on Monday."
)


def fill():
    """Two articles that share a report, a quote in both and one inside it, and a correction."""
    grace = make_speaker("Grace Hill", aliases=["G. Hill"])
    post = make_outlet("The Harbour Post", domain="harbour.example")
    first = make_article(key="first", outlet=post, published_on="2024-01-02")
    second = make_article(key="second", relies_on=[first], published_on="2024-01-03")
    for article in (first, second):
        make_text(article, f"{REPORT} {article.key}")
    quote = make_quote("They are ready to talk.", speaker=grace, key="ready")
    outer = make_appearance(quote, first, key="outer", chain=[grace, post])
    make_appearance(quote, second, key="copy", segments=["They are ready", "to talk."])
    inner = make_quote("Ready.", key="inside")
    make_appearance(inner, first, key="inner", nested_in=outer)
    make_correction(first, key="wrong")


def found(*names):
    """What is wrong, by name of check."""
    told = {}
    for check, wrong in verify(names or CHECKS):
        told.setdefault(check.name, []).append(str(wrong))
    return told


@contextmanager
def broken(*statements):
    """For a while, what these statements, past all writers, make of the database."""
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
        for statement in statements:
            cursor.execute(statement)
        yield
        transaction.set_rollback(True)
