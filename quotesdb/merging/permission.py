"""Who may merge, undo and split: the same at every door."""

from django.core.exceptions import PermissionDenied

from quotesdb.models import Curator

MERGE = "quotesdb.merge_records"
NOT_THEIRS = "Only editors merge and split records. Nothing was changed."


def require(by: Curator | None) -> None:
    """Raises PermissionDenied unless they may. `None` is the program itself."""
    if by is not None and not by.has_perm(MERGE):
        raise PermissionDenied(NOT_THEIRS)
