from datetime import timedelta

import http_sf
import pytest
from django.utils import timezone

from quotesdb import keys
from quotesdb.models import Curator
from quotesdb.throttling.limits import Limit
from quotesdb.vocabulary import Scope

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def limits(settings, tmp_path):
    settings.VAR_DIR = tmp_path
    settings.LIMITS = {
        "lookup": Limit("lookup", 2, 3600),
        "lookup-with-key": Limit("lookup-with-key", 3, 3600),
        "writing": Limit("writing", 1, 3600),
    }


@pytest.fixture
def key():
    owner = Curator.objects.create_user("ada")
    tomorrow = timezone.now() + timedelta(days=1)
    return keys.make_key(owner, label="a mirror", scope=Scope.READ, expires_at=tomorrow)[1]


def look_up(client, address="192.0.2.1", body=None, **headers):
    return client.post(
        "/api/v1/lookup/",
        body or {"text": "the old town"},
        content_type="application/json",
        headers=headers,
        REMOTE_ADDR=address,
    )


def field(answer, name):
    """A header field as a reader of structured fields understands it (RFC 9651)."""
    [(policy, parameters)] = http_sf.parse(answer[name].encode(), tltype="list")
    return policy, parameters


def test_each_answer_tells_what_is_left(client):
    answer = look_up(client)
    assert answer.status_code == 200
    assert field(answer, "RateLimit-Policy") == ("lookup", {"q": 2, "w": 3600})
    policy, told = field(answer, "RateLimit")
    assert (policy, told["r"]) == ("lookup", 1)
    assert 1 <= told["t"] <= 3600


def test_one_too_many_is_a_problem_that_says_when(client):
    for _ in range(2):
        look_up(client)
    answer = look_up(client)
    assert answer.status_code == 429
    assert answer["Content-Type"] == "application/problem+json"
    told = answer.json()
    assert told["code"] == "throttled"
    assert told["type"].endswith("http-problem-types#quota-exceeded")
    assert told["violated-policies"] == ["lookup"]
    assert "at most 2 in 3,600 seconds" in told["detail"]
    _, left = field(answer, "RateLimit")
    assert left["r"] == 0
    assert int(answer["Retry-After"]) >= left["t"]


def test_others_are_still_answered(client):
    for _ in range(3):
        look_up(client)
    assert look_up(client, address="192.0.2.2").status_code == 200


def test_a_key_is_counted_for_itself_wherever_it_comes_from(client, key):
    known = {"Authorization": f"Bearer {key}"}
    for _ in range(3):
        look_up(client)
    for place in (1, 2, 3):
        assert look_up(client, address=f"192.0.2.{place}", **known).status_code == 200
    answer = look_up(client, address="192.0.2.9", **known)
    assert answer.status_code == 429
    assert answer.json()["violated-policies"] == ["lookup-with-key"]


def test_what_is_refused_as_nonsense_is_counted(client):
    answer = look_up(client, body={"txet": "a"})
    assert answer.status_code == 400
    assert field(answer, "RateLimit")[1]["r"] == 1


def test_reading_is_not_counted(client):
    answer = client.get("/api/v1/quotes/")
    assert answer.status_code == 200
    assert "RateLimit" not in answer.headers


def test_scripts_of_other_sites_see_the_fields(client):
    seen = look_up(client, Origin="https://example.org")["Access-Control-Expose-Headers"]
    assert {"RateLimit", "RateLimit-Policy", "Retry-After"} <= set(seen.split(", "))


def test_no_limit_means_no_fields(client, settings):
    settings.LIMITS = {**settings.LIMITS, "lookup": None}
    answers = [look_up(client) for _ in range(4)]
    assert {it.status_code for it in answers} == {200}
    assert "RateLimit" not in answers[0].headers
