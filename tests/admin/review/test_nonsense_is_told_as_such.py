import json

import pytest

from quotesdb.models import Candidate
from tests.admin.review.asking import DESK, in_role, post
from tests.review.submitted import submit

pytestmark = pytest.mark.django_db

UNKEEPABLE = ["a\0b", "a\ud800b"]
PERSON = {"name": "Ann", "kind": "person"}


@pytest.fixture
def candidate():
    submit()
    return Candidate.objects.earliest("pk")


@pytest.fixture
def curators_client(client):
    client.force_login(in_role("Curators"))
    return client


def accept(client, candidate, **record):
    proposed = {"segments": candidate.segments, "form": "direct", "speaker": PERSON, **record}
    return post(client, f"{candidate.pk}/accept/", record=proposed, version=1)


def refused(answer, about):
    assert (answer.status_code, about in answer.json()["sentence"]) == (400, True), answer.content
    return not Candidate.objects.decided().exists()


@pytest.mark.parametrize("words", UNKEEPABLE)
def test_a_remark_with_letters_that_cannot_be_kept(curators_client, candidate, words):
    answer = post(
        curators_client,
        f"{candidate.pk}/reject/",
        rejection="not_speech",
        remark=words,
        version=1,
    )
    assert refused(answer, "remark has a character that cannot be kept")


@pytest.mark.parametrize("words", UNKEEPABLE)
def test_a_name_with_letters_that_cannot_be_kept(curators_client, candidate, words):
    answer = accept(curators_client, candidate, speaker={**PERSON, "proposed_as": words})
    assert refused(answer, "proposed_as has a character that cannot be kept")


@pytest.mark.parametrize("words", UNKEEPABLE)
def test_a_search_for_letters_that_cannot_be_kept(curators_client, candidate, words):
    address = f"article/{candidate.text.article_id}/quotes/"
    answer = post(curators_client, address, term=words, segments=candidate.segments)
    assert refused(answer, "term has a character that cannot be kept")


@pytest.mark.parametrize("depth", [500, 950, 5_000, 90_000])
def test_an_object_without_a_bottom(curators_client, candidate, depth):
    inner = '{"kind":"anonymous","granted_by":' * depth + "null" + "}" * depth
    answer = curators_client.post(
        f"{DESK}/{candidate.pk}/accept/",
        f'{{"record":{json.dumps(PERSON)},"speaker":{inner}}}',
        content_type="application/json",
    )
    assert answer.status_code == 400


def test_who_granted_anonymity_is_not_followed_further(curators_client, candidate):
    granting = {"name": "the Post", "kind": "outlet", "granted_by": PERSON}
    source = {"name": "a source", "kind": "anonymous", "granted_by": granting}
    assert accept(curators_client, candidate, speaker=source).status_code == 200


def test_an_article_with_more_digits_than_can_be_counted(curators_client):
    answer = curators_client.get(f"{DESK}/speakers/?article={'9' * 5000}")
    assert answer.json() == {"speakers": []}
