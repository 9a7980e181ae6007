"""Undoing an act on a record: a new act that sets it, with its parts, back to how it stood before.

An act can be undone as long as the record stands as that act left it: whoever undoes the last one
can go on with the one before.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from quotesdb import acts, changes, curation
from quotesdb.faults import Parts
from quotesdb.models import ArticleText, Curator, Part, Quote
from quotesdb.past.naming import Wanted, names_of, put_names
from quotesdb.past.sentences import sentence
from quotesdb.past.standing import Standing, between, standing
from quotesdb.refusals import Clash, Refusal
from quotesdb.vocabulary import Door

NO_SUCH = "There is no such act in the history of this record. Nothing was undone."
STALE = "It no longer stands as this act left it: {what}. Nothing was undone."
MERGE = "This act merged it, or split it off again: that is taken back as a merge is."
IS_MERGED = "It has been merged into {other}: take that back first. Nothing was undone."
GONE = "The {kind} {name} that it referred to is no longer there. Nothing was undone."
GONE_AWAY = (
    "The {kind} {name} that it referred to has been merged into another. Nothing was undone."
)
NOT_CHANGED = "This act changed nothing of it that could be undone. Nothing was undone."
WHY = "an earlier act undone"


def undo(
    model: Any,
    number: int,
    at: datetime,
    *,
    by: Curator | None,
    door: Door = Door.ADMIN,
    why: str = "",
) -> None:
    """Undo what the act of this moment did to a record: what it made is deleted, what it deleted
    comes back with its number, its key and its parts, and what it changed stands as before.

    Raises quotesdb.refusals.Clash where the record has been changed since, or where something that
    it would refer to is gone; other refusals where it cannot be written or deleted.
    """
    with curation.together(by=by, door=door, why=why or WHY):
        _Undoing(model, number, at, by).do()


def needed_to_undo(model: Any, number: int, at: datetime) -> str:
    """The permission that undoing needs: to add what was deleted, to delete what was made."""
    was, is_ = (
        row is not None
        for row in (
            standing(model, number, before=at).record,
            standing(model, number, until=at).record,
        )
    )
    verb = "change" if was and is_ else "add" if was else "delete"
    return f"{model._meta.app_label}.{verb}_{model._meta.model_name}"


class _Undoing:
    """One undoing. Runs inside an act."""

    def __init__(self, model: Any, number: int, at: datetime, by: Curator | None):
        self.model, self.number, self.by = model, number, by
        self.before = standing(model, number, before=at)
        self.after = standing(model, number, until=at)
        self.now = standing(model, number)
        rows = (source.rows().filter(history_date=at) for source, _ in self.now.rows)
        self.was_touched = any(some.exists() for some in rows)

    def do(self) -> None:
        self._refuse([NO_SUCH] if not self.was_touched else self._against())
        if self.before.record is None:
            curation.discard_one(self.model._base_manager.get(pk=self.number))
        else:
            self._put_back()

    def _against(self) -> Iterator[str]:
        since = between(self.after, self.now)
        if since:
            put_names(since)
            yield STALE.format(what="; ".join(map(sentence, since)))
            return
        was, is_ = (it.record and it.record.merged_into_id for it in (self.before, self.after))
        if self.before.record and self.after.record and was != is_:
            yield MERGE
        elif is_ is not None:
            yield IS_MERGED.format(other=self._named(self.model, is_))
        elif not between(self.before, self.after):
            yield NOT_CHANGED
        else:
            yield from self._gone()

    def _gone(self) -> Iterator[str]:
        """Of what the record would refer to, that which is not there, or not by itself."""
        for model, numbers in _referred_to(self.before).items():
            held = dict(model._base_manager.filter(pk__in=numbers).values_list("pk", "merged_into"))
            for number in sorted(numbers):
                if number not in held or held[number] is not None:
                    told = {"kind": model._meta.verbose_name, "name": self._named(model, number)}
                    yield (GONE_AWAY if number in held else GONE).format(**told)

    def _named(self, model: Any, number: int) -> str:
        return str(names_of([(model, number)]).get((model, number), number))

    def _put_back(self) -> None:
        record, *profile = (self._root(row) for row in self.before.roots())
        parts: Parts = {
            relation: [_part(source_row) for source_row in rows]
            for relation, rows in self.before.parts().items()
        }
        self._forget_lost_texts(record, parts.get("segments", ()))
        if isinstance(record, Quote):
            curation.refuse_status_of(record, self.by)
        if profile:
            record.speaker = profile[0]
            acts.keep_with_profile(profile[0], record, parts)
        else:
            acts.keep(record, parts)

    def _root(self, row: Any) -> Any:
        """The record, held or not, with the values of a row of history."""
        model = row.instance_type
        held = model._base_manager.filter(pk=row.id).first()
        record = held or model(pk=row.id, version=self._next_version(model, row.id))
        for name in set(acts.own_fields(model)) & _names_in(row):
            setattr(record, name, getattr(row, name))
        return record

    def _next_version(self, model: Any, number: int) -> int:
        last = (
            model.history.filter(id=number).order_by("-version").values_list("version", flat=True)
        )
        return int(last[0]) + 1

    def _forget_lost_texts(self, record: Any, segments: Sequence[Any]) -> None:
        """The texts of a deleted article are gone for ever, and with them the places in them."""
        text = getattr(record, "text_id", None)
        if text is not None and not ArticleText.objects.filter(pk=text).exists():
            record.text = None
            for segment in segments:
                segment.start = segment.end = None

    def _refuse(self, sentences: Any) -> None:
        named = self.now.record or self.before.record or self.after.record
        name = str(self.number) if named is None else changes.name_of(named)
        kind = str(self.model._meta.model_name)
        refusals = [Refusal(kind, name or str(self.number), (), it) for it in sentences]
        if refusals:
            raise Clash(refusals)


def _names_in(row: Any) -> set[str]:
    return {field.attname for field in row._meta.concrete_fields}


def _part(row: Any) -> Part:
    names = _names_in(row) & {it.attname for it in row.instance_type._meta.concrete_fields}
    part: Part = row.instance_type(**{name: getattr(row, name) for name in names - {"id"}})
    return part


def _referred_to(stood: Standing) -> dict[Any, set[int]]:
    """By model, what a record and its parts refer to, but for one another."""
    found: dict[Any, set[int]] = defaultdict(set)
    own: set[Wanted] = {(row.instance_type, row.id) for row in stood.roots()}
    for row in stood.all_rows():
        for field in row.instance_type._meta.concrete_fields:
            number = getattr(row, field.attname, None)
            one = field.related_model, number
            if field.is_relation and number is not None and one not in own:
                found[field.related_model].add(number)
    found.pop(ArticleText, None)
    return found
