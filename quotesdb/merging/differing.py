"""Where two records differ in what they say of themselves, and which of it shall hold."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from quotesdb.merging.plan import LOSER, SURVIVOR, Choice, Plan
from quotesdb.models import Curated, Outlet, Quote, Speaker
from quotesdb.vocabulary import AttributionStatus, RecordSource, SpeakerKind

DIFFER = "They differ: {what}. The survivor keeps what you choose."
CONTRADICT = "They contradict each other: {what}. Choose which holds, or do not merge them."
ONLY_THE_LOSER = "Only the merged one has it: {what}."
NOTHING = "nothing"

NO_VALUE = {None, "", "und", False, AttributionStatus.UNVERIFIED.value}


@dataclass(frozen=True, slots=True)
class Group:
    """Columns that hold together; `must_agree`: two that differ cannot both be of one record."""

    name: str
    columns: tuple[str, ...]
    called: str
    must_agree: bool = False


GROUPS: Mapping[type[Any], Sequence[Group]] = {
    Speaker: (
        Group("name", ("name",), "the name"),
        Group("kind", ("kind",), "the kind"),
        Group("description", ("description",), "the description"),
        Group("wikidata_id", ("wikidata_id",), "the Wikidata id", must_agree=True),
        Group("granted_by", ("granted_by_id",), "who granted it anonymity", must_agree=True),
        Group(
            "identity",
            ("identified_as_id", "identity_is_public"),
            "who it turned out to be",
            must_agree=True,
        ),
    ),
    Outlet: (
        Group("outlet_kind", ("kind",), "how it publishes"),
        Group("domain", ("domain",), "the domain", must_agree=True),
        Group("country", ("country",), "the country"),
        Group("language", ("language",), "the language"),
    ),
    Quote: (
        Group("text", ("text", "language"), "the reference wording"),
        Group("speaker", ("speaker_id",), "who said it", must_agree=True),
        Group("said", ("said_from", "said_until"), "when it was said"),
        Group("occasion", ("occasion",), "the occasion"),
        Group("status", ("attribution_status",), "the attribution status", must_agree=True),
        Group("record_source", ("record_source",), "where the record comes from"),
    ),
}


def look(plan: Plan, keep: Mapping[str, str]) -> None:
    """Add the choices between the two records, and the values that follow from them."""
    for group in GROUPS.get(type(plan.loser), ()):
        choice = _choice(plan.loser, plan.survivor, group, keep.get(group.name))
        if choice is None:
            continue
        plan.choices.append(choice)
        if choice.chosen == LOSER:
            plan.values += _taken(plan, group)


def side_by_side(plan: Plan) -> Iterator[tuple[str, str, str, Choice | None]]:
    """What is said of either: its name, the survivor's value, the loser's, and their choice."""
    choices = {choice.name: choice for choice in plan.choices}
    for group in GROUPS.get(type(plan.loser), ()):
        both = (plan.survivor, plan.loser)
        if not all(_is_empty(_values(record, group)) for record in both):
            ours, theirs = (_shown(record, group) for record in both)
            yield group.called.removeprefix("the "), ours, theirs, choices.get(group.name)


def _choice(loser: Curated, survivor: Curated, group: Group, chosen: str | None) -> Choice | None:
    theirs, ours = (_values(record, group) for record in (loser, survivor))
    if theirs == ours or _is_empty(theirs) or _goes_without(loser, survivor, group):
        return None
    default, sentence = _default(loser, survivor, group)
    shown = ((SURVIVOR, _shown(survivor, group)), (LOSER, _shown(loser, group)))
    told = sentence.format(what=group.called)
    return Choice(group.name, told, shown, default, chosen or default)


def _goes_without(loser: Curated, survivor: Curated, group: Group) -> bool:
    """A speaker's kind is no choice where either is an outlet: it stays one."""
    kinds = {getattr(record, "kind", None) for record in (loser, survivor)}
    return group.name == "kind" and SpeakerKind.OUTLET.value in kinds


def _default(loser: Curated, survivor: Curated, group: Group) -> tuple[str | None, str]:
    if _is_empty(_values(survivor, group)):
        return LOSER, ONLY_THE_LOSER
    if group.must_agree or (group.name == "said" and _are_apart(loser, survivor)):
        return None, CONTRADICT
    if group.name == "record_source":
        is_ours = _values(survivor, group) == (RecordSource.CURATOR.value,)
        return (SURVIVOR if is_ours else LOSER), DIFFER
    return SURVIVOR, DIFFER


def _are_apart(one: Any, other: Any) -> bool:
    """Whether no day is in the time of both."""
    for first, then in ((one, other), (other, one)):
        if first.said_until and then.said_from and first.said_until < then.said_from:
            return True
    return False


def _values(record: Curated, group: Group) -> tuple[Any, ...]:
    return tuple(getattr(record, column) for column in group.columns)


def _is_empty(values: Sequence[Any]) -> bool:
    return all(value in NO_VALUE for value in values)


def _shown(record: Any, group: Group) -> str:
    told = []
    for column in group.columns:
        value = getattr(record, column)
        if column.endswith("_id") and column != "wikidata_id" and value is not None:
            value = getattr(record, column.removesuffix("_id"))
        if column == "identity_is_public":
            value = "public" if value else "not public"
        if column == "said_until" and value == record.said_from:
            continue
        if value not in NO_VALUE or group.name == "said":
            told.append(str(value or "?"))
    if _is_empty(_values(record, group)):
        return NOTHING
    return " to ".join(told) if group.name == "said" else " · ".join(told)


def _taken(plan: Plan, group: Group) -> Iterator[tuple[Curated, str, Any]]:
    """A domain belongs to one record, so who hands it over has none."""
    if group.name == "domain":
        yield plan.loser, "domain", ""
    for column in group.columns:
        yield plan.survivor, column, getattr(plan.loser, column)
