"""What was redacted, as lines of a dump; and from these, what must not come back elsewhere."""

from collections.abc import Iterable, Iterator

from quotesdb.lines.kinds import Values
from quotesdb.lines.members import moment_read, moment_told
from quotesdb.models import Redaction
from quotesdb.portions import portions


def redacted() -> Iterator[Values]:
    """A line for each redaction: not by whom, which is nobody else's business."""
    rows = Redaction.objects.order_by("pk").values_list("kind", "key", "at", "because")
    for kind, key, at, because in rows.iterator():
        told = {"kind": kind, "key": key, "at": moment_told(at), "because": because}
        yield {"type": "redaction", **told}


def remember(lines: Iterable[Values]) -> None:
    """Let what was redacted elsewhere not come in here; what is known already is left.

    Runs inside the caller's turn.
    """
    for some in portions(lines):
        Redaction.objects.bulk_create(
            (
                Redaction(
                    kind=line["kind"],
                    key=line["key"],
                    at=moment_read(line["at"]),
                    because=line["because"],
                )
                for line in some
            ),
            ignore_conflicts=True,
        )
