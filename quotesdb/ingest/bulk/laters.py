"""What a line could not name yet: it completes a record that an earlier line began.

So no version moves; the history has one entry more.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from quotesdb import acts, faults, rules
from quotesdb.ingest.bringing import Settle
from quotesdb.ingest.bulk.checks import is_plainly_right
from quotesdb.ingest.bulk.comparing import is_same
from quotesdb.ingest.bulk.drafts import READERS, Path, Row
from quotesdb.ingest.bulk.hands import changed_by_hand
from quotesdb.ingest.bulk.known import UNKNOWN, Known
from quotesdb.ingest.bulk.report import BulkReport, Complaint
from quotesdb.lines.kinds import KINDS, PROFILED, RELIES_ON, Kind
from quotesdb.lines.later import STANDS_LATER
from quotesdb.lines.members import Member, NotSo
from quotesdb.lines.telling import items_of
from quotesdb.models import Appearance, Article, Quote, Reliance
from quotesdb.models.history import current_act
from quotesdb.nearest import did_you_mean

Fault = tuple[Path, str]
ONE_MEMBER = 'A line of the type "later" names a record and one member: {known}.'
NO_KIND = "of must name a kind of record."
PUBLIC = "identity_is_public"
HELD_OTHERWISE = "{member}: held otherwise. It was left as it is."


@dataclass(frozen=True, slots=True)
class Addition:
    """One member of one record, told later. `kind` is that of the row that it changes."""

    place: str
    kind: Kind
    name: str
    member: str
    value: Any
    is_public: bool | None = None
    """Of an identity that is told: whether it is public."""


def complete(lines: Sequence[tuple[str, Any]], report: BulkReport, settle: Settle) -> None:
    """Write what the lines add to records that are held."""
    additions: dict[tuple[str, str], list[Addition]] = defaultdict(list)
    for place, values in lines:
        addition = _addition(place, values)
        if isinstance(addition, Complaint):
            report.counts["later", "refused"] += 1
            report.refuse(addition)
        else:
            additions[addition.kind.name, addition.member].append(addition)
    for some in additions.values():
        Completing(report, settle, some).run()


def members_of(kind: Kind) -> set[str]:
    """The members that may be told later of records of this kind."""
    names = set(STANDS_LATER[kind.name])
    return names | {RELIES_ON.name} if RELIES_ON in kind.parts else names


def _addition(place: str, values: Any) -> Addition | Complaint:
    kind = KINDS.get(str(values.get("of")))
    if kind is None:
        sentence = NO_KIND + did_you_mean(str(values.get("of")), KINDS)
        return Complaint(place, "later", "", sentence)
    name, known = values.get(kind.named_by), members_of(kind)
    rest = values.keys() - {"type", "of", kind.named_by}
    is_public = values.get(PUBLIC) if "identified_as" in rest else None
    rest -= {PUBLIC} if isinstance(is_public, bool) else set()
    if type(name) is not str or len(rest) != 1 or not rest <= known:
        sentence = ONE_MEMBER.format(known=", ".join(sorted(known)))
        return Complaint(place, kind.name, str(name), sentence)
    (member,) = rest
    told_of = PROFILED if member.startswith("speaker.") else kind
    return Addition(
        place, told_of, name, member.removeprefix("speaker."), values[member], is_public
    )


class Completing:
    """Additions of one member to records of one kind."""

    def __init__(self, report: BulkReport, settle: Settle, additions: Sequence[Addition]):
        self.report, self.settle, self.additions = report, settle, additions
        self.kind, self.name = additions[0].kind, additions[0].member
        self.known = Known()
        self.known.look_up({self.kind.name: {it.name for it in additions}})

    def run(self) -> None:
        numbers = [it.id for it in self.known[self.kind.name].values()]
        self.records = self.kind.model.objects.in_bulk(numbers)
        self.by_hand = changed_by_hand(self.kind.model, numbers)
        if self.name == RELIES_ON.name:
            self._add_reliances()
        else:
            self._add_names()

    def _add_names(self) -> None:
        member = next(it for it in _members(self.kind) if it.name == self.name)
        named = [(it, _read(member, it.value)) for it in self.additions]
        self.known.look_up({member.refers_to: {name for _, name in named if name}})
        changed = []
        for addition, name in named:
            record, other = self._record(addition), self.known[member.refers_to].get(name or "")
            if record is None or other is None:
                told = (member.refers_to, name) if record else (self.kind.name, addition.name)
                self._refuse(addition, [((), UNKNOWN.format(kind=told[0], name=told[1]))])
            elif self._may_add(addition, record, getattr(record, member.column), other.meant):
                _set(record, member.column, other.meant, addition)
                if not self._refuse(addition, _against(record)):
                    changed.append((addition, record))
        self._write([record for _, record in changed], member)
        for addition, record in changed if self.name == "nested_in" else ():
            # Only now: two that are told together may lead to one another.
            for _, sentence in rules.nesting(record):
                self.report.refuse(_complaint(addition, sentence))

    def _write(self, changed: Sequence[Any], member: Member) -> None:
        columns = [member.column, PUBLIC] if self.name == "identified_as" else [member.column]
        acts.revise(changed, columns)
        if self.name == "merged_into":
            current_act().moved.update(it for record in changed for it in _moved(record))

    def _record(self, addition: Addition) -> Any:
        named = self.known[self.kind.name].get(addition.name)
        return self.records[named.id] if named else None

    def _may_add(self, addition: Addition, record: Any, held: Any, wanted: Any) -> bool:
        """Whether nothing is held; what is held otherwise, or was taken out by hand, stays."""
        if is_same(self.name, wanted, held):
            self._count("unchanged")
            return False
        if held or record.pk in self.by_hand and self.settle is not Settle.THEIRS:
            self._count("differing")
            if self.settle is not Settle.OURS:
                sentence = HELD_OTHERWISE.format(member=self.name)
                self.report.differ(_complaint(addition, sentence))
            return False
        return True

    def _add_reliances(self) -> None:
        held = items_of(RELIES_ON, self.records, all_now=True)
        drafts = [
            READERS["article"].draft(it.place, {"key": it.name, RELIES_ON.name: it.value})
            for it in self.additions
        ]
        names: dict[str, set[str]] = defaultdict(set)
        for one in (reference for draft in drafts for reference in draft.references):
            names[one.kind].add(one.name)
        self.known.look_up(names)
        new: list[Reliance] = []
        for addition, draft in zip(self.additions, drafts, strict=True):
            article = self._record(addition)
            if article is None:
                self._refuse(addition, [((), UNKNOWN.format(kind="article", name=addition.name))])
            elif found := draft.faults or self.known.resolve(draft.references):
                self._refuse(addition, found)
            elif self._may_add(addition, article, held.get(article.pk, []), addition.value):
                rows = draft.parts[RELIES_ON.name]
                if not self._refuse(addition, list(_against_reliances(article, rows))):
                    new += [_reliance(article, row) for row in rows]
                    held[article.pk] = addition.value
        acts.insert(new)
        current_act().moved.update((Article, it.article_id) for it in new)

    def _refuse(self, addition: Addition, found: Sequence[Fault]) -> bool:
        self._count("refused" if found else "added")
        for _, sentence in found:
            self.report.refuse(_complaint(addition, sentence))
        return bool(found)

    def _count(self, outcome: str) -> None:
        self.report.counts["later", outcome] += 1


def _members(kind: Kind) -> Sequence[Member]:
    return READERS[kind.name].members


def _read(member: Member, value: Any) -> str | None:
    try:
        return str(member.sort.read(value) or "") or None
    except NotSo:
        return None


def _set(record: Any, column: str, number: int, addition: Addition) -> None:
    setattr(record, column, number)
    if addition.is_public is not None:
        record.identity_is_public = addition.is_public


def _against(record: Any) -> list[Fault]:
    if is_plainly_right(type(record), vars(record)):
        return []
    return list(faults.of_row(record))


def _against_reliances(article: Article, rows: Sequence[Row]) -> Iterator[Fault]:
    for row in rows:
        row["article_id"] = article.pk
    told = {(row["outlet_id"], row["source_id"]) for row in rows}
    if len(told) < len(rows) or not all(is_plainly_right(Reliance, row) for row in rows):
        parts: faults.Parts = {RELIES_ON.name: [_reliance(article, row) for row in rows]}
        yield from faults.of_record(article, parts)


def _reliance(article: Article, row: Row) -> Reliance:
    return Reliance(**{**row, "article_id": article.pk})


def _moved(record: Any) -> Iterator[tuple[Any, int]]:
    match record:
        case Quote() | Article():
            yield type(record), record.pk
        case Appearance():
            yield Quote, record.quote_id


def _complaint(addition: Addition, sentence: str) -> Complaint:
    return Complaint(addition.place, addition.kind.name, addition.name, sentence)
