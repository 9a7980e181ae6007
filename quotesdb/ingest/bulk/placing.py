"""New records: their names resolved, their rows checked, each after whatever it may name."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from quotesdb import faults, rules
from quotesdb.ingest.bulk.checks import is_plainly_right
from quotesdb.ingest.bulk.drafts import Draft, Path, Row
from quotesdb.ingest.bulk.known import BESIDE, NOT_AN_OUTLET, Known
from quotesdb.ingest.bulk.taken import Taken
from quotesdb.lines.kinds import ALIASES, APPEARANCE, OUTLET, SPEAKER, PartKind
from quotesdb.loading import free_ids
from quotesdb.models import Speaker
from quotesdb.models.speaker import slug_of
from quotesdb.vocabulary import SpeakerKind

Fault = tuple[Path, str]
NO_TEXT = "The article has no text of version {version}."


@dataclass(slots=True)
class Numbers:
    """Free ids, for each model as many as a portion can need."""

    free: dict[Any, Iterator[int]] = field(default_factory=dict)

    def reserve(self, drafts: Sequence[Draft]) -> None:
        wanted: dict[Any, int] = defaultdict(int)
        for draft in drafts:
            wanted[draft.kind.model] += 1
            if draft.profile:
                wanted[Speaker] += 1
            for part in parts_of(draft):
                wanted[part.model] += len(draft.parts[part.name])
        self.free = {model: iter(free_ids(model, many)) for model, many in wanted.items()}

    def give(self, model: Any, row: Row) -> int:
        number = row["id"] = next(self.free[model])
        return number


def parts_of(draft: Draft) -> tuple[PartKind, ...]:
    return (ALIASES,) if draft.kind is OUTLET else draft.kind.parts


@dataclass(slots=True)
class Placing:
    """The new records of one portion, one after the other."""

    known: Known
    numbers: Numbers
    taken: Taken
    rows: dict[Any, list[Row]] = field(default_factory=lambda: defaultdict(list))

    def place(self, draft: Draft) -> list[Fault]:
        """Let the record be written with this portion; or what is against it."""
        if draft.faults:
            return draft.faults
        found = self.known.resolve(draft.references) or [
            *completed(draft, self.known),
            *self._against(draft),
        ]
        if not found:
            self._accept(draft)
        return found

    def _against(self, draft: Draft) -> list[Fault]:
        """All that fields, constraints and rules have against it."""
        number = self.numbers.give(draft.kind.model, draft.row)
        whole = number
        if draft.kind is OUTLET:
            whole = draft.row["speaker_id"] = self.numbers.give(Speaker, draft.profile)
        for part in parts_of(draft):
            for row in draft.parts[part.name]:
                row[f"{part.model.whole}_id"] = whole
        found = list(of_rules(draft, self.known))
        if not _is_plainly_right(draft):
            found += against_rows(draft)
        return found or self.taken.against(draft)

    def _accept(self, draft: Draft) -> None:
        kind = draft.kind
        if kind is OUTLET:
            self.rows[Speaker].append(draft.profile)
            self.known.learn("speaker", draft.name, draft.profile["id"])
        self.rows[kind.model].append(draft.row)
        for part in parts_of(draft):
            for row in draft.parts[part.name]:
                self.numbers.give(part.model, row)
                self.rows[part.model].append(row)
        beside = draft.row.get(BESIDE.get(kind.name, ""))
        self.known.learn(kind.name, draft.name, draft.row["id"], beside)
        self.taken.learn(draft)


def completed(draft: Draft, known: Known) -> Iterator[Fault]:
    """Fill in the columns that follow from others of the same record."""
    row = draft.row
    for alias in draft.parts.get("aliases", ()):
        alias["slug"] = slug_of(alias["name"])
    if draft.kind is APPEARANCE:
        row["wording"] = " ".join(segment["exact"] for segment in draft.parts["segments"])
        version = row["text__version"]
        if version is not None:
            row["text_id"] = known.texts.get((row["article_id"], version))
            if row["text_id"] is None:
                yield ("text_version",), NO_TEXT.format(version=version)


def _is_plainly_right(draft: Draft) -> bool:
    if draft.profile and not is_plainly_right(Speaker, draft.profile):
        return False
    return is_plainly_right(draft.kind.model, draft.row) and all(
        _are_plainly_right(part, draft.parts[part.name]) for part in parts_of(draft)
    )


def _are_plainly_right(part: PartKind, rows: Sequence[Row]) -> bool:
    return not _are_doubles(part, rows) and all(is_plainly_right(part.model, row) for row in rows)


def _are_doubles(part: PartKind, rows: Sequence[Row]) -> bool:
    if len(rows) < 2:
        return False
    told = {tuple(row[name] for name in part.model.told_apart_by) for row in rows}
    return len(told) < len(rows)


def against_rows(draft: Draft) -> Iterator[Fault]:
    """All that fields and constraints have against the rows, in sentences."""
    parts: faults.Parts = {
        part.name: [part.model(**fields_of(part.model, row)) for row in draft.parts[part.name]]
        for part in parts_of(draft)
    }
    record: Any = draft.kind.model(**fields_of(draft.kind.model, draft.row))
    if draft.kind is OUTLET:
        yield from (it for it in faults.of_row(record) if it[0] != ("speaker",))
        record = Speaker(**fields_of(Speaker, draft.profile))
    yield from faults.of_record(record, parts)


def fields_of(model: Any, row: Row) -> Mapping[str, Any]:
    names = {field.attname for field in model._meta.concrete_fields if not field.generated}
    return {name: value for name, value in row.items() if name in names}


def of_rules(draft: Draft, known: Known) -> Iterator[Fault]:
    """What `quotesdb.rules` says of several rows, asked of rows that nobody else has seen yet."""
    if draft.kind is OUTLET and draft.name in known["speaker"]:
        yield ("slug",), NOT_AN_OUTLET.format(name=draft.name)
    if draft.kind is SPEAKER and draft.row["kind"] == SpeakerKind.OUTLET:
        yield ("kind",), rules.WITHOUT_PROFILE
    if draft.kind is APPEARANCE:
        yield from _of_appearance(draft, known)


def _of_appearance(draft: Draft, known: Known) -> Iterator[Fault]:
    article, chain = draft.row["article_id"], draft.parts["chain"]
    for one in draft.references:
        if one.column == "nested_in_id" and known["appearance"][one.name].beside != article:
            yield ("nested_in",), rules.NESTED_ELSEWHERE
    if not draft.parts["segments"]:
        yield ("segments",), rules.NO_SEGMENT
    if sorted(hop["position"] for hop in chain) != list(range(len(chain))):
        yield ("chain",), rules.POSITIONS
    for place, hop in enumerate(chain):
        if hop["article_id"] == article:
            yield ("chain", place, "article"), rules.OWN_ARTICLE
