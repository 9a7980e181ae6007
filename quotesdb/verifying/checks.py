"""All checks, and how those that are asked for are made."""

from collections.abc import Callable, Collection, Iterator
from typing import Any

from .between_rows import RULE_CHECKS
from .finding import Check, OnRows, Wrong
from .of_changes import CHANGE_CHECKS
from .of_history import HISTORY_CHECKS
from .of_indexes import INDEX_CHECKS
from .of_quotes import QUOTE_CHECKS, QuoteCheck, walk
from .of_redactions import REDACTION_CHECKS
from .of_rows import ROW_CHECKS
from .of_the_database import DATABASE_CHECKS

AnyCheck = Check | QuoteCheck

CHECKS: dict[str, AnyCheck] = {
    check.name: check
    for check in (
        *DATABASE_CHECKS,
        *ROW_CHECKS,
        *RULE_CHECKS,
        *HISTORY_CHECKS,
        *CHANGE_CHECKS,
        *REDACTION_CHECKS,
        *INDEX_CHECKS,
        *QUOTE_CHECKS,
    )
}
"""By name, in the order in which they are made: what others lean on comes first."""


def verify(
    names: Collection[str],
    on_rows: OnRows = lambda rows: None,
    on_check: Callable[[str], Any] = lambda name: None,
) -> Iterator[tuple[AnyCheck, Wrong]]:
    """All that the named checks find wrong; nothing is written.

    `on_check` is told what begins, `on_rows` how many more rows were looked at.
    """
    wanted = [check for name, check in CHECKS.items() if name in names]
    for check in wanted:
        if isinstance(check, Check):
            on_check(check.name)
            yield from ((check, wrong) for wrong in check.find(on_rows))
    of_quotes = [check for check in wanted if isinstance(check, QuoteCheck)]
    if of_quotes:
        on_check("quotes")
        yield from walk(of_quotes, on_rows)
