"""What the database writes of a candidate is what the serializer of its shape says."""

import json

import pytest
from rest_framework.renderers import JSONRenderer

from api.resources.candidates import CANDIDATE
from api.specification import serializer_of
from quotesdb.models import Candidate
from quotesdb.vocabulary import Scope
from tests.api.proposing.caller import Caller
from tests.review.submitted import candidate

pytestmark = pytest.mark.django_db

STRANGE = (
    '«Ça va,» 🙂 he said.\n\n“Nine 🚢🚢 boats \\ "came" in,” said Grace Hill.\n\n“Yes,” said Ed.'
)


@pytest.fixture
def ada():
    caller = Caller("ada", "Curators", Scope.CURATE)
    caller.submit()
    caller.submit(STRANGE)
    one = candidate("We will open again")
    caller.post(f"candidates/{one.pk}/accept/", {}, **{"If-Match": "*"})
    other = candidate("Nobody has asked")
    Candidate.objects.filter(pk=other.pk).update(
        speaker=None, nested_in=one, proposed_by=None, said_from="2024-01-31"
    )
    return caller


def test_every_candidate_reads_as_its_serializer_says(ada):
    rows = Candidate.objects.annotate(**CANDIDATE.expressions())
    assert len(rows) > 3
    for row in rows:
        told = serializer_of(CANDIDATE)(row).data
        assert ada.get(f"candidates/{row.pk}/").json() == json.loads(JSONRenderer().render(told))


def test_places_count_code_points(ada):
    for one in ada.get("candidates/").json()["results"]:
        for segment in one["segments"]:
            body = Candidate.objects.get(pk=one["id"]).text.body
            start, end = segment["start"], segment["end"]
            assert body[start:end] == segment["exact"]
            assert body[max(0, start - 32) : start] == segment["prefix"]
            assert body[end : end + 32] == segment["suffix"]
