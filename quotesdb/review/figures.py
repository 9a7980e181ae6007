"""What became of candidates, by rule and by confidence: where the reader is weak."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Case, CharField, Count, Value, When

from quotesdb.models import Candidate
from quotesdb.vocabulary import Decision, Rejection

BANDS = [(0.9, "0.9 to 1"), (0.7, "0.7 to 0.9"), (0.5, "0.5 to 0.7"), (0.0, "below 0.5")]


@dataclass(slots=True)
class Row:
    """What became of the candidates of one kind."""

    name: str
    waiting: int = 0
    accepted: int = 0
    corrected: int = 0
    rejected: dict[str, int] = field(default_factory=lambda: dict.fromkeys(Rejection, 0))

    @property
    def all_rejected(self) -> int:
        return sum(self.rejected.values())

    @property
    def decided(self) -> int:
        return self.accepted + self.corrected + self.all_rejected

    @property
    def right(self) -> int | None:
        """Accepted as they stood, of a hundred decided."""
        return round(100 * self.accepted / self.decided) if self.decided else None

    @property
    def reasons(self) -> list[int]:
        return [self.rejected[reason] for reason in Rejection]

    def count(self, decision: str, rejection: str, number: int) -> None:
        match Decision(decision):
            case Decision.WAITING:
                self.waiting += number
            case Decision.ACCEPTED:
                self.accepted += number
            case Decision.CORRECTED:
                self.corrected += number
            case Decision.REJECTED:
                self.rejected[rejection] += number


@dataclass(frozen=True, slots=True)
class Figures:
    by_rule: list[Row]
    by_confidence: list[Row]
    found_by_hand: int
    """What curators recorded and no reader had proposed."""

    together: Row


def figures() -> Figures:
    """In three queries, whatever there is; the weakest rules come first."""
    proposed = Candidate.objects.by_readers().order_by()
    outcome = ("decision", "rejection")
    by_rule = _rows(
        proposed.values_list("rule", *outcome).annotate(number=Count("pk")).order_by("rule")
    )
    bands = [When(confidence__gte=least, then=Value(name)) for least, name in BANDS]
    banded = proposed.annotate(band=Case(*bands, output_field=CharField()))
    by_band = _rows(banded.values_list("band", *outcome).annotate(number=Count("pk")))
    together = Row("All")
    for row in by_rule.values():
        _add(together, row)
    by_hand = Candidate.objects.decided().exclude(pk__in=proposed.values("pk"))
    return Figures(
        sorted(by_rule.values(), key=_weakness),
        [by_band[name] for _, name in BANDS if name in by_band],
        by_hand.exclude(decision=Decision.REJECTED.value).count(),
        together,
    )


def _rows(counted: Iterable[tuple[str, str, str, int]]) -> dict[str, Row]:
    rows: dict[str, Row] = {}
    for name, decision, rejection, number in counted:
        rows.setdefault(name, Row(name)).count(decision, rejection, number)
    return rows


def _add(together: Row, row: Row) -> None:
    together.waiting += row.waiting
    together.accepted += row.accepted
    together.corrected += row.corrected
    for reason, number in row.rejected.items():
        together.rejected[reason] += number


def _weakness(row: Row) -> tuple[bool, int, str]:
    return row.right is None, row.right or 0, row.name
