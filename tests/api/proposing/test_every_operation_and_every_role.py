"""Who may hand in, propose, withdraw and decide: each operation, role, and reach of a key."""

import pytest

from quotesdb.vocabulary import Scope
from tests.api.proposing.caller import Caller
from tests.review.submitted import candidate

pytestmark = pytest.mark.django_db

ROLES = ("Readers", "Contributors", "Curators", "Editors", "Administrators")
PROPOSING = {"submissions_create", "candidates_create", "candidates_destroy"}
DECIDING = {"candidates_accept", "candidates_reject", "candidates_undo"}
WORDS = "The harbour of Eastmouth will close for the winter."


def ask(caller, operation, one):
    if operation == "submissions_create":
        return caller.submit("Nobody speaks here.")
    if operation == "candidates_create":
        body = {"article": one.text.article_id, "form": "direct", "segments": [{"exact": WORDS}]}
        return caller.post("candidates/", body)
    if operation == "candidates_destroy":
        return caller.delete(f"candidates/{one.pk}/", **{"If-Match": "*"})
    verb = operation.partition("_")[2]
    body = {"rejection": "other"} if verb == "reject" else {}
    return caller.post(f"candidates/{one.pk}/{verb}/", body, **{"If-Match": "*"})


@pytest.mark.parametrize("scope", Scope)
@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("operation", sorted(PROPOSING | DECIDING))
def test_who_may(operation, role, scope):
    Caller("rosa").submit()
    one = candidate("We will open again")
    caller = Caller("ada", role, scope)
    one.text.candidates.update(proposed_by=caller.me)
    status = ask(caller, operation, one).status_code
    least = "Contributors" if operation in PROPOSING else "Curators"
    reach = Scope.PROPOSE if operation in PROPOSING else Scope.CURATE
    scopes = list(Scope)
    may = role in ROLES[ROLES.index(least) :] and scopes.index(scope) >= scopes.index(reach)
    # Nothing is decided yet, so that whoever may take a decision back is told so.
    expected = (200, 201, 204, 409) if operation == "candidates_undo" else (200, 201, 204)
    assert (status in expected) == may
    assert may or status == 403
