"""Whose act a request is, and why: `why` is a parameter, so that it goes with every method."""

from rest_framework.exceptions import ValidationError

from api.parameters import refuse_unknown
from quotesdb.vocabulary import Door

LONGEST_WHY = 1000
PARAMETERS = ("why",)


def deed_of(request, parameters=PARAMETERS) -> dict:
    """What `quotesdb.curation` wants to know of an act.

    Raises ValidationError for parameters that nobody reads, or a reason that is too long.
    """
    refuse_unknown(request.query_params, parameters)
    why = request.query_params.get("why", "")
    if len(why) > LONGEST_WHY:
        raise ValidationError({"why": [f"At most {LONGEST_WHY} characters."]})
    return {"by": request.user, "door": Door.API, "why": why}
