"""What can be no merge, whoever asks."""

from collections.abc import Iterator
from typing import Any

from quotesdb.merging.plan import Plan
from quotesdb.models import Appearance, Curator, Outlet, Quote, Speaker
from quotesdb.vocabulary import SpeakerKind

SET_STATUS = "quotesdb.set_status_of_quote"

SAME = "This is one record: choose another to merge it into."
MERGED = "{name} was merged into another already: choose the one that stands."
OTHER_SORT = "A {loser} cannot be merged into a {survivor}."
OUTLET_INTO_SPEAKER = (
    "{loser} is an outlet and {survivor} is not: merge {survivor} into {loser} instead."
)
NAMED_AND_UNNAMED = (
    "An anonymous source is not merged with a speaker of a name: what articles left unnamed stays "
    'so. Record in "identified as" who it turned out to be.'
)
IS_THE_IDENTITY = (
    "{survivor} is recorded as having turned out to be {loser}: merge it the other way round."
)
INSIDE = "The one is printed inside the other, in {article}: they cannot be the same act of saying."
STATUS = "Only editors set the attribution status of a quote: keep the survivor's."


def look(plan: Plan, by: Curator | None) -> None:
    """Add what stands against the plan."""
    plan.refusals += _of_any(plan.loser, plan.survivor)
    if plan.refusals:
        return
    match plan.loser, plan.survivor:
        case Speaker() as loser, Speaker() as survivor:
            plan.refusals += _of_speakers(loser, survivor)
        case Quote() as loser, Quote() as survivor:
            plan.refusals += _of_quotes(loser, survivor)
            sets_status = any(column == "attribution_status" for _, column, _ in plan.values)
            if sets_status and by is not None and not by.has_perm(SET_STATUS):
                plan.refusals.append(STATUS)


def _of_any(loser: Any, survivor: Any) -> Iterator[str]:
    if type(loser) is not type(survivor):
        names = (record._meta.verbose_name for record in (loser, survivor))
        yield OTHER_SORT.format(**dict(zip(("loser", "survivor"), names, strict=True)))
        return
    if loser.pk == survivor.pk:
        yield SAME
    for record in (loser, survivor):
        if record.merged_into_id is not None:
            yield MERGED.format(name=record)


def _of_speakers(loser: Speaker, survivor: Speaker) -> Iterator[str]:
    is_outlet = Outlet.objects.filter(speaker__in=(loser, survivor)).values_list("speaker")
    outlets = {pk for (pk,) in is_outlet}
    if loser.pk in outlets and survivor.pk not in outlets:
        yield OUTLET_INTO_SPEAKER.format(loser=loser, survivor=survivor)
    unnamed = [it.kind == SpeakerKind.ANONYMOUS for it in (loser, survivor)]
    if unnamed[0] != unnamed[1]:
        yield NAMED_AND_UNNAMED
    if survivor.identified_as_id == loser.pk:
        yield IS_THE_IDENTITY.format(loser=loser, survivor=survivor)


def _of_quotes(loser: Quote, survivor: Quote) -> Iterator[str]:
    for inner, outer in ((loser, survivor), (survivor, loser)):
        if (nested := _inside(inner, outer)) is not None:
            yield INSIDE.format(article=nested.article)
            return


def _inside(inner: Quote, outer: Quote) -> Appearance | None:
    """A printing of `inner` that stands in one of `outer`, perhaps through others."""
    nested = Appearance.objects.nested().select_related("article").order_by("pk")
    waiting: dict[Appearance, Any] = {row: row.nested_in_id for row in nested.filter(quote=inner)}
    while waiting:
        found = Appearance.objects.filter(pk__in=set(waiting.values())).order_by()
        around = {pk: rest for pk, *rest in found.values_list("pk", "quote", "nested_in")}
        for row, number in waiting.items():
            if around[number][0] == outer.pk:
                return row
        above = {row: around[number][1] for row, number in waiting.items()}
        waiting = {row: number for row, number in above.items() if number is not None}
    return None
