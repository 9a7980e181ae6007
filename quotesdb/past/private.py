"""What history has of anonymous sources that is not public, and must not be read out of it.

Who a source turned out to be is told where the row itself says that it is public, and it is so now:
an identity that was never made public, or no longer is, is nowhere.
"""

from typing import Any

from quotesdb.models import Speaker

IDENTITY = ("identified_as_id", "identity_is_public")


def is_public_now(speaker: int) -> bool:
    """Whether it may be known who the source turned out to be."""
    rows = Speaker._base_manager.filter(pk=speaker).order_by()
    return bool(rows.values_list("identity_is_public", flat=True).first())


def identity_in(row: Any) -> tuple[Any, ...]:
    """What a row of history says of the identity, public or not."""
    return tuple(getattr(row, name, None) for name in IDENTITY)


def hide_identity(row: Any, *, is_public: bool) -> None:
    """Take the identity out of a row of history, unless it is public."""
    if not (is_public and row.identity_is_public):
        row.identified_as_id, row.identity_is_public = None, False
