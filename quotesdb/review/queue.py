"""The articles with something to decide, in the order of what is worth reviewing."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, Sum

from quotesdb.models import Candidate, Curator, Taking
from quotesdb.vocabulary import Decision

WAITING = Q(decision=Decision.WAITING.value)


class Whose(StrEnum):
    """Which articles of the queue to show."""

    ALL = "all"
    MINE = "mine"
    FREE = "free"


def queue(by: Curator, now: datetime, *, whose: Whose = Whose.ALL, words: str = "") -> Any:
    """By article: how many candidates wait, how much they are worth, how many are decided.

    The most confidence in all comes first; of two alike, the newer article.
    """
    candidates = Candidate.objects.current().filter(text__article__merged_into=None)
    if words:
        candidates = candidates.filter(
            Q(text__article__title__icontains=words)
            | Q(text__article__outlet__speaker__name__icontains=words)
        )
    taken = Taking.objects.standing(now).filter(article=OuterRef("text__article"))
    if whose is Whose.MINE:
        candidates = candidates.filter(Exists(taken.filter(by=by)))
    if whose is Whose.FREE:
        candidates = candidates.filter(~Exists(taken.exclude(by=by)))
    return (
        candidates.order_by()
        .values(article=F("text__article"), sort_date=F("text__article__sort_date"))
        .annotate(
            waiting=Count("pk", filter=WAITING),
            decided=Count("pk", filter=~WAITING),
            worth=Sum("confidence", filter=WAITING),
        )
        .filter(waiting__gt=0)
        .order_by("-worth", "-sort_date", "-article")
    )
