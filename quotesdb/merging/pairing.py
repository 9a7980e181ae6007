"""What goes along when two records are merged: what they both have, and has to become one."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from quotesdb.merging.plan import BOTH, ONE, Choice, Plan
from quotesdb.models import Appearance, Correction, Outlet, Quote

SAME_ARTICLE = (
    "Both are printed in {article}. One: it is the same printing, recorded twice. "
    "Both: the article prints the words in two places."
)
SAME = ("kind", "made_on")
"""What makes two corrections of one record the same."""


def look(plan: Plan, keep: Mapping[str, str]) -> None:
    """Add what is merged along with the two."""
    match plan.loser, plan.survivor:
        case Outlet() as loser, Outlet() as survivor:
            plan.parts.append(Plan(loser.speaker, survivor.speaker))
        case Quote(), Quote():
            _pair_printings(plan, keep)
            _pair_corrections(plan.parts, "appearance")
            _pair_corrections([plan], "quote")


def _pair_printings(plan: Plan, keep: Mapping[str, str]) -> None:
    for loser, survivor in _in_same_article(plan.loser.pk, plan.survivor.pk):
        name = f"printing:{loser.key}"
        default = ONE if loser.wording == survivor.wording else BOTH
        shown = ((ONE, survivor.wording), (BOTH, loser.wording))
        sentence = SAME_ARTICLE.format(article=loser.article)
        chosen = keep.get(name, default)
        plan.choices.append(Choice(name, sentence, shown, default, chosen))
        if chosen == ONE:
            plan.parts.append(Plan(loser, survivor))


def _in_same_article(loser: int, survivor: int) -> Iterator[tuple[Appearance, Appearance]]:
    """The printings of both in one article, two by two: those of the same words first."""
    theirs, ours = _by_article(loser), _by_article(survivor)
    for article, printings in theirs.items():
        left = list(ours.get(article, ()))
        by_fit = sorted(printings, key=lambda it: all(it.wording != own.wording for own in left))
        for printing in by_fit:
            if left:
                same = (own for own in left if own.wording == printing.wording)
                twin = next(same, left[0])
                left.remove(twin)
                yield printing, twin


def _by_article(quote: int) -> Mapping[int, list[Appearance]]:
    found: dict[int, list[Appearance]] = defaultdict(list)
    rows = Appearance.objects.standing().filter(quote=quote).select_related("article")
    for row in rows.order_by("pk"):
        found[row.article_id].append(row)
    return found


def _pair_corrections(plans: Sequence[Plan], about: str) -> None:
    """The same correction of both becomes one. One query, however many pairs."""
    records = [it.pk for plan in plans for it in (plan.loser, plan.survivor)]
    found: dict[int, list[Correction]] = defaultdict(list)
    for row in Correction.objects.in_force().filter(**{f"{about}__in": records}).order_by("pk"):
        found[getattr(row, f"{about}_id")].append(row)
    for plan in plans:
        ours = {_said(it): it for it in found[plan.survivor.pk]}
        theirs = (it for it in found[plan.loser.pk] if _said(it) in ours)
        plan.parts += [Plan(it, ours[_said(it)]) for it in theirs]


def _said(correction: Correction) -> tuple[Any, ...]:
    return tuple(getattr(correction, name) for name in SAME)
