"""What a merge leaves for somebody to look at: odd, and yet it may be right."""

from collections.abc import Sequence

from django.db.models import Exists, OuterRef, Q

from quotesdb.merging.plan import Plan
from quotesdb.models import Article, Hop, Outlet, Reliance, Speaker

LISTED = 5

NEIGHBOURS = (
    "On some chains a hop will name the same as the hop beside it, as if the words had passed "
    "from somebody to themselves. Look at the appearances {listed}."
)
ON_ITSELF = "Some articles of the outlet will rely on the outlet itself. Look at {listed}."


def look(plan: Plan) -> None:
    """Add what somebody should look at afterwards."""
    match plan.loser, plan.survivor:
        case Speaker() as loser, Speaker() as survivor:
            _tell(plan, NEIGHBOURS, _neighbours(loser.pk, survivor.pk))
        case Outlet() as loser, Outlet() as survivor:
            _tell(plan, ON_ITSELF, _on_themselves(loser.pk, survivor.pk))


def _tell(plan: Plan, sentence: str, keys: Sequence[str]) -> None:
    if keys:
        more = " and others" if len(keys) > LISTED else ""
        plan.notes.append(sentence.format(listed=", ".join(keys[:LISTED]) + more))


def _neighbours(loser: int, survivor: int) -> list[str]:
    """The keys of appearances on whose chains one stands beside the other; a few."""
    beside = Hop.objects.filter(
        Q(position=OuterRef("position") + 1) | Q(position=OuterRef("position") - 1),
        appearance=OuterRef("appearance"),
        speaker=survivor,
    )
    hops = Hop.objects.filter(Exists(beside), speaker=loser, appearance__merged_into=None)
    keys = hops.order_by("appearance").values_list("appearance__key", flat=True)
    return list(keys.distinct()[: LISTED + 1])


def _on_themselves(loser: int, survivor: int) -> list[str]:
    """The keys of articles that one of the two publishes, and that rely on the other; a few."""
    both = (loser, survivor)
    on_either = Reliance.objects.filter(article=OuterRef("pk"), outlet__in=both)
    between = on_either.exclude(outlet=OuterRef("outlet"))
    articles = Article.objects.standing().filter(Exists(between), outlet__in=both)
    return list(articles.order_by("pk").values_list("key", flat=True)[: LISTED + 1])
