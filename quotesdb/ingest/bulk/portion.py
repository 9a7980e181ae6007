"""One portion of lines on its way in: what is new quickly, what differs carefully."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from quotesdb.ingest.bringing import Settle
from quotesdb.ingest.bulk import careful, storing
from quotesdb.ingest.bulk.comparing import differing, held_lines
from quotesdb.ingest.bulk.drafts import Draft, Path, draft_of
from quotesdb.ingest.bulk.following import Following
from quotesdb.ingest.bulk.hands import changed_by_hand
from quotesdb.ingest.bulk.known import Known, names_in
from quotesdb.ingest.bulk.laters import complete
from quotesdb.ingest.bulk.placing import Numbers, Placing
from quotesdb.ingest.bulk.report import BulkReport, Complaint
from quotesdb.ingest.bulk.taken import Taken
from quotesdb.ingest.bulk.versions import bring_texts
from quotesdb.lines.kinds import CORRECTION, Values
from quotesdb.models import (
    Alias,
    Appearance,
    Article,
    Hop,
    Outlet,
    Quote,
    Reliance,
    Segment,
    Speaker,
)

Line = tuple[str, Values]
"""Where it stands, and what it says."""

Fault = tuple[Path, str]

TWICE = "This record is given twice, and not alike."

BEFORE_THE_QUOTES = (Speaker, Alias, Outlet, Article, Reliance, Appearance, Segment, Hop)
"""Foreign keys are looked at when the transaction ends: quotes can be written last, and once."""

WRITTEN = (*BEFORE_THE_QUOTES, Quote)


@dataclass(slots=True)
class Portion:
    """Some lines, and what becomes of them. Runs inside an act."""

    settle: Settle
    slowly: bool = False
    """Whether every record is kept by itself, so as to find what the database has against one."""

    report: BulkReport = field(default_factory=BulkReport)

    def bring(self, lines: Iterable[Line]) -> None:
        for way, some in groupby(lines, key=lambda line: _way_of(line[1]["type"])):
            way(self, list(some))

    def bring_records(self, lines: Sequence[Line]) -> None:
        self._bring(lines, self._bring_slowly if self.slowly else self._bring_new)

    def bring_corrections(self, lines: Sequence[Line]) -> None:
        """These are few, and each changes what is known of many: one by one."""
        self._bring(lines, self._bring_slowly)

    def _bring(self, lines: Sequence[Line], way: Callable[[Sequence[Draft], Known], None]) -> None:
        drafts = [draft_of(place, values) for place, values in lines]
        known = _known(drafts)
        held: list[Draft] = []
        new: list[Draft] = []
        for draft in drafts:
            is_held = draft.name in known[draft.kind.name] and not draft.faults
            (held if is_held else new).append(draft)
        self._compare(held, known)
        way(new, known)

    def bring_texts(self, lines: Sequence[Line]) -> None:
        bring_texts(lines, self.report)

    def complete(self, lines: Sequence[Line]) -> None:
        complete(lines, self.report, self.settle)

    def _bring_new(self, drafts: Sequence[Draft], known: Known) -> None:
        numbers, taken = Numbers(), Taken()
        numbers.reserve(drafts)
        taken.look_up(drafts)
        placing = Placing(known, numbers, taken)
        self._one_by_one(drafts, known, placing.place)
        _write(placing, known)

    def _bring_slowly(self, drafts: Sequence[Draft], known: Known) -> None:
        self._one_by_one(drafts, known, lambda draft: careful.keep(draft, known))

    def _one_by_one(
        self, drafts: Sequence[Draft], known: Known, way: Callable[[Draft], Sequence[Fault]]
    ) -> None:
        first: dict[tuple[str, str], Values] = {}
        for draft in drafts:
            name = draft.kind.name, draft.name
            if name in first and draft.name in known[draft.kind.name]:
                self._told(draft, "unchanged", _twice(first[name], draft.said))
            else:
                self._told(draft, "new", way(draft))
                first[name] = draft.said

    def _compare(self, held: Sequence[Draft], known: Known) -> None:
        lines = held_lines(held, known) if held else {}
        for draft in held:
            line = lines[draft.kind.name, draft.name]
            if members := differing(draft, line, known):
                self._settle(draft, members, known)
            else:
                self._told(draft, "unchanged", [])

    def _settle(self, draft: Draft, members: list[str], known: Known) -> None:
        """What differs and was last written by an import follows the file; else as was asked."""
        number = known[draft.kind.name][draft.name].id
        by_hand = bool(changed_by_hand(draft.kind.model, [number]))
        follows = not by_hand or self.settle is Settle.THEIRS
        if "merged_into" in members or not follows:
            self._leave(draft, members)
        else:
            self._told(draft, "changed", careful.keep(draft, known, only=set(members)))

    def _leave(self, draft: Draft, members: list[str]) -> None:
        self.report.counts[draft.kind.name, "differing"] += 1
        if self.settle is not Settle.OURS:
            sentence = f"{', '.join(members)}: held otherwise. It was left as it is."
            self.report.differ(Complaint(draft.place, draft.kind.name, draft.name, sentence))

    def _told(self, draft: Draft, outcome: str, found: Sequence[Fault]) -> None:
        self.report.counts[draft.kind.name, "refused" if found else outcome] += 1
        for path, sentence in found:
            at = ".".join(map(str, path[: 1 + max(_numbers_in(path), default=-1)]))
            told = f"{at}: {sentence}" if at else sentence
            self.report.refuse(Complaint(draft.place, draft.kind.name, draft.name, told))


def _numbers_in(path: Path) -> Iterator[int]:
    """Where in a path the places in lists stand; what comes behind, the sentence tells itself."""
    return (place for place, step in enumerate(path) if isinstance(step, int))


def _way_of(kind: str) -> Any:
    if kind == "text":
        return Portion.bring_texts
    if kind == "later":
        return Portion.complete
    return Portion.bring_corrections if kind == CORRECTION.name else Portion.bring_records


def _known(drafts: Sequence[Draft]) -> Known:
    known = Known()
    known.look_up(names_in(drafts))
    articles = {
        one.name
        for draft in drafts
        if draft.row.get("text__version") is not None
        for one in draft.references
        if one.column == "article_id" and one.row is draft.row
    }
    known.look_up_texts(articles)
    return known


def _twice(first: Values, values: Values) -> list[Fault]:
    return [] if first == values else [((), TWICE)]


def _write(placing: Placing, known: Known) -> None:
    following = Following(placing.rows, known)
    for model in BEFORE_THE_QUOTES:
        storing.insert(model, placing.rows[model])
    following.fill_in()
    storing.insert(Quote, placing.rows[Quote])
    following.settle()
