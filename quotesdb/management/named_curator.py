"""The curator in whose name a command acts, as `--by` names them."""

from django.core.management.base import CommandError

from quotesdb.models import Curator


def curator_named(name: str, *, nothing: str) -> Curator | None:
    """None where nobody is named.

    Raises CommandError where there is no such curator; `nothing` says what was not done.
    """
    if not name:
        return None
    try:
        return Curator.objects.get_by_natural_key(name)
    except Curator.DoesNotExist as error:
        raise CommandError(f'There is no curator "{name}".\n{nothing}') from error
