"""A strange body is refused, with an `Idempotency-Key` or without, wherever one is posted."""

from pathlib import Path

import pytest
import yaml
from django.conf import settings

from quotesdb.vocabulary import Scope
from tests.api.proposing.caller import Caller

pytestmark = pytest.mark.django_db

STRANGE = {
    "a number of more than 64 bits": b'{"records": 21125178141806514176}',
    "a negative one": b'{"records": -9223372036854775809}',
    "lists within lists": b'{"records": ' + b"[" * 400 + b"]" * 400 + b"}",
    "half of a surrogate pair": b'{"\\ud9e6": 1}',
    "a character beyond the first plane": b'{"\\ud9e6\\udcf7": 1}',
}


def addresses():
    """Of all that is posted, with ids that nothing has."""
    document = yaml.safe_load((Path(settings.BASE_DIR) / "docs" / "openapi.yaml").read_text())
    for path, methods in document["paths"].items():
        if "post" in methods:
            yield path.removeprefix("/api/v1/").format_map(Unknown())


class Unknown(dict):
    def __missing__(self, name):
        return "999999"


@pytest.mark.parametrize("body", STRANGE.values(), ids=STRANGE)
def test_every_post_answers_that_it_is_refused(body, subtests):
    editor = Caller("ada", "Editors", Scope.CURATE)
    editor.client.raise_request_exception = False
    for number, address in enumerate(addresses()):
        with subtests.test(address):
            for key in (None, f'"k{number}"'):
                answer = editor.post(address, body, key)
                assert 400 <= answer.status_code < 500, answer.content
