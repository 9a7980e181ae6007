import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command

from quotesdb import curation
from quotesdb.models import Curator
from quotesdb.refusals import Refused
from tests.admin.desk import send, typed, url
from tests.factory import make_quote

pytestmark = pytest.mark.django_db


@pytest.fixture
def person():
    call_command("loaddata", "roles", verbosity=0)

    def with_role(name):
        person = Curator.objects.create_user(name, is_staff=True)
        person.groups.add(Group.objects.get(name=name))
        return person

    return with_role


def set_status(by, status="disputed", **fields):
    quote = make_quote(**fields)
    quote.attribution_status = status
    curation.keep_quote(quote, by=by)
    quote.refresh_from_db()
    return quote.attribution_status


def test_an_editor_sets_it(person):
    assert set_status(person("Editors")) == "disputed"


def test_a_curator_is_refused_with_a_sentence(person):
    with pytest.raises(Refused) as refused:
        set_status(person("Curators"))
    (refusal,) = refused.value.refusals
    assert refusal.sentence.startswith("Only editors set the attribution status of a quote")
    assert refusal.path == ("attribution_status",)


def test_a_curator_may_not_take_back_what_an_editor_set(person):
    with pytest.raises(Refused):
        set_status(person("Curators"), "unverified", attribution_status="disputed")


def test_a_curator_corrects_the_rest_of_a_disputed_quote(person):
    quote = make_quote(attribution_status="disputed")
    quote.occasion = "A speech in the harbour."
    assert curation.keep_quote(quote, by=person("Curators"))


def test_at_the_desk_a_curator_reads_it_and_an_editor_chooses(person, client):
    quote = make_quote()
    client.force_login(person("Curators"))
    assert "attribution_status" not in typed(client.get(url(quote)))
    client.force_login(person("Editors"))
    send(client, url(quote), attribution_status="disputed")
    quote.refresh_from_db()
    assert quote.attribution_status == "disputed"
