from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.utils import timezone
from rest_framework.exceptions import NotAuthenticated, PermissionDenied
from rest_framework.request import Request
from rest_framework.test import APIRequestFactory, force_authenticate

from api.permissions import NEEDED, NOBODY, Need, refuse
from quotesdb import keys
from quotesdb.models import Curator
from quotesdb.vocabulary import Scope

pytestmark = pytest.mark.django_db

IN_A_YEAR = timezone.now() + timedelta(days=365)


@pytest.fixture
def roles():
    call_command("loaddata", "roles", verbosity=0)


def asked_by(role=None, scope=None):
    """A request of somebody with this role; by a key of this scope, or else by browser."""
    request = APIRequestFactory().post("/")
    if role is not None:
        person = Curator.objects.create_user("ada")
        person.groups.set(Group.objects.filter(name=role))
        given = {"label": "a script", "expires_at": IN_A_YEAR}
        key = scope and keys.make_key(person, scope=scope, **given)[0]
        force_authenticate(request, person, key)
    told = Request(request)
    if role is None:
        told._not_authenticated()
    return told


def test_nobody_known_is_told_where_keys_are_made(roles):
    with pytest.raises(NotAuthenticated, match="Keys are made there") as refused:
        refuse(asked_by(), NEEDED["quotes_create"])
    assert refused.value.detail == NOBODY


def test_a_key_of_too_short_a_reach_is_told_of_its_reach(roles):
    with pytest.raises(PermissionDenied) as refused:
        refuse(asked_by("Editors", Scope.READ), NEEDED["quotes_create"])
    assert refused.value.get_codes() == "insufficient_scope"
    assert 'reaches as far as "read", and this needs "curate"' in refused.value.detail


def test_a_key_may_no_more_than_its_owner(roles):
    with pytest.raises(PermissionDenied, match='"delete_quote", which editors and administrators'):
        refuse(asked_by("Curators", Scope.CURATE), NEEDED["quotes_destroy"])


def test_whoever_has_both_may(roles):
    refuse(asked_by("Editors", Scope.CURATE), NEEDED["quotes_destroy"])


def test_in_a_browser_the_role_alone_counts(roles):
    request = asked_by("Curators")
    refuse(request, NEEDED["quotes_partial_update"])
    with pytest.raises(PermissionDenied):
        refuse(request, NEEDED["quotes_destroy"])


def test_where_no_role_has_it_none_is_named():
    with pytest.raises(PermissionDenied, match=r'the permission "add_quote"\.$'):
        refuse(asked_by("Curators"), NEEDED["quotes_create"])


def test_what_everybody_may_needs_nobody():
    refuse(asked_by(), Need(by_everybody=True))
