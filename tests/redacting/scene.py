"""A quote that is to be forgotten, and all the places where its words have got to."""

from django.apps import apps
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import Group
from django.core.management import call_command

from quotesdb.models import Candidate, Curator, Quote
from quotesdb.redacting import reach_of, redact
from quotesdb.vocabulary import Ground
from tests.factory import make_appearance, make_text
from tests.verifying.sound import fill

SECRET = "They are ready to talk."
"""The words of the quote."""


def person(role):
    call_command("loaddata", "roles", verbosity=0)
    made = Curator.objects.create_user(role.lower(), is_staff=True, password="a long one")
    made.groups.set(Group.objects.filter(name=role))
    return made


def scene():
    """The small sound database; the words stand in a text and in the desk's own log as well."""
    fill()
    quote = Quote.objects.get(key="ready")
    outer = quote.appearances.get(key="outer")
    make_text(outer.article, f"She said: “{SECRET}” Nobody else did.")
    ada = Curator.objects.create_user("ada")
    LogEntry.objects.log_actions(ada.pk, [quote], CHANGE, "Changed.", single_object=True)
    return quote


def forget(record, *, by=None, **options):
    """Redact a record, having looked at how many go."""
    records = reach_of(record).records
    return redact(record, by=by, because=Ground.PRIVACY, expected=records, **options)


def where(words):
    """All tables of all apps in which these words stand."""
    found = set()
    for model in apps.get_models():
        for row in model._base_manager.values():
            if any(words in str(value) for value in row.values()):
                found.add(model.__name__)
    return found


def candidate_at(text, start, end, **fields):
    """A proposal, written past the writers."""
    told = {"form": "direct", "reader": "english", "rule": "told", "confidence": 0.5}
    return Candidate(
        text=text,
        fingerprint=f"{start}-{end}",
        start=start,
        segments=[[start, end]],
        **told,
        **fields,
    )


__all__ = ["SECRET", "candidate_at", "forget", "make_appearance", "person", "scene", "where"]
