"""What is answered where a record was redacted: 410, and no more than a word about it."""

from rest_framework.exceptions import APIException

from quotesdb import changes
from quotesdb.models import Redaction


class Gone(APIException):
    """There was a record, and it was redacted."""

    status_code = 410
    default_code = "redacted"


def refuse_redacted(model, name) -> None:
    """Raises Gone where a record of this name, or id, was redacted."""
    kind = changes.KINDS[model]
    found = Redaction.objects.of_name(kind, name).values_list("at", "because").first()
    if found is not None:
        at, because = found
        raise Gone(f"This {kind} was redacted on {at:%Y-%m-%d}, for reasons of {because}.")
