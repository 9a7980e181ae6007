"""Which permissions candidates ask for, at the desk and over HTTP alike."""

from quotesdb.models import Candidate, Curator

LOOK = ("quotesdb.view_candidate",)
PROPOSE = ("quotesdb.add_candidate",)
DECIDE = ("quotesdb.change_candidate", "quotesdb.add_appearance")


def may_decide(person: Curator) -> bool:
    return person.has_perms(DECIDE)


def is_theirs(candidate: Candidate, person: Curator) -> bool:
    """Whether this person proposed it, and so may withdraw it."""
    return candidate.proposed_by_id is not None and candidate.proposed_by_id == person.pk
