import pytest

from quotesdb import review
from quotesdb.models import Candidate, Curator
from quotesdb.vocabulary import Rejection, Scope
from tests.api.proposing.caller import Caller
from tests.review.submitted import candidate

pytestmark = pytest.mark.django_db


@pytest.fixture
def rosa():
    return Caller("rosa")


@pytest.fixture
def one(rosa):
    rosa.submit()
    return candidate("We will open again")


def withdraw(caller, one, version="1"):
    return caller.delete(f"candidates/{one.pk}/", **{"If-Match": f'"{version}"'})


def test_it_is_gone_and_its_history_tells_who_and_why(rosa, one):
    assert withdraw(rosa, one).status_code == 204
    assert not Candidate.objects.filter(pk=one.pk).exists()
    last = Candidate.history.filter(id=one.pk).latest()
    assert (last.history_type, last.history_user, last.door) == ("-", rosa.me, "api")
    assert last.history_change_reason == "withdrawn by whoever proposed it"


def test_what_stood_in_it_stands_alone_then(rosa, one):
    inner = candidate("Nobody has asked")
    Candidate.objects.filter(pk=inner.pk).update(nested_in=one)
    withdraw(rosa, one)
    inner.refresh_from_db()
    assert inner.nested_in is None
    assert inner.history.latest().history_type == "~"


@pytest.mark.parametrize("role", ["Contributors", "Curators"])
def test_nobody_else_withdraws_it(one, role):
    tom = Caller("tom", role, Scope.CURATE)
    answer = withdraw(tom, one)
    assert answer.status_code == 403
    assert "Only whoever proposed a candidate withdraws it" in answer.json()["detail"]
    assert Candidate.objects.filter(pk=one.pk).exists()


def test_nobody_withdraws_what_nobody_known_proposed(rosa, one):
    Candidate.objects.update(proposed_by=None)
    assert withdraw(rosa, one).status_code == 403


def test_what_is_decided_stays(rosa, one):
    ada = Curator.objects.create_superuser("ada")
    review.reject(one.pk, Rejection.OTHER, by=ada, opened_version=1)
    assert withdraw(rosa, one, "2").status_code == 409
    assert Candidate.objects.filter(pk=one.pk).exists()


def test_what_somebody_has_in_review_stays(rosa, one):
    review.take(one.text.article_id, Curator.objects.create_superuser("ada"))
    assert withdraw(rosa, one).status_code == 409


def test_a_key_that_only_reads_withdraws_nothing(one):
    assert withdraw(Caller("rosa", scope=Scope.READ), one).status_code == 403
