from pathlib import Path

import pytest
import yaml
from django.conf import settings

from quotesdb.models import Speaker
from quotesdb.vocabulary import Scope
from tests.api.proposing.caller import Caller

ASKS_ONLY = {"lookup"}


def test_the_document_says_so():
    document = yaml.safe_load((Path(settings.BASE_DIR) / "docs" / "openapi.yaml").read_text())
    posts = [methods["post"] for methods in document["paths"].values() if "post" in methods]
    without = {
        operation["operationId"]
        for operation in posts
        if "Idempotency-Key" not in {it["name"] for it in operation.get("parameters", [])}
    }
    assert len(posts) > 8
    assert without == ASKS_ONLY


@pytest.mark.django_db
def test_a_record_is_made_once():
    ada = Caller("ada", "Curators", Scope.CURATE)
    body = {"name": "Grace Hill", "kind": "person"}
    first, again = (ada.post("speakers/", body, '"k"') for _ in range(2))
    assert (first.status_code, again.status_code) == (201, 201)
    assert first.content == again.content
    assert first.headers["ETag"] == again.headers["ETag"]
    assert Speaker.objects.count() == 1


@pytest.mark.django_db
def test_its_tag_is_that_of_its_own_address():
    ada = Caller("ada", "Curators", Scope.CURATE)
    made = ada.post("speakers/", {"name": "Grace Hill", "kind": "person"}, '"k"')
    assert ada.get("speakers/grace-hill/").headers["ETag"] == made.headers["ETag"]
