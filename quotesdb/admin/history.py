"""The history of a record with its parts, an act at a time, in sentences."""

from quotesdb.past import entries
from quotesdb.past.entries import moment_of
from quotesdb.past.sentences import sentence

AT_ONCE = 50


def acts_on(model, number, before=None):
    """Who, when, why, through which door, and what it changed; the last act first.

    And where the acts before these begin: None where there are none.
    """
    moment = None if before is None else moment_of(before)
    page = entries(model, number, size=AT_ONCE, before=moment, with_private=True)
    acts = [
        {
            "number": entry.number,
            "at": entry.at,
            "by": entry.by,
            "door": entry.door,
            "why": entry.why,
            "changes": [sentence(change) for change in entry.changes],
        }
        for entry in page.entries
    ]
    return acts, None if page.is_last else page.entries[-1].number
