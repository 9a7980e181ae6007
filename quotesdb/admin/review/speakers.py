"""Held speakers as the review page shows them: with what tells namesakes apart."""

from django.db.models import CharField, Count, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce, NullIf

from quotesdb.models import Appearance, Speaker
from quotesdb.naming.finding import find
from quotesdb.naming.narrowing import narrowed
from quotesdb.vocabulary import SpeakerKind

MOST_FOUND = 8
LONGEST_DESCRIPTION = 100


def shown(numbers):
    """By number, the speakers with these numbers: in two queries."""
    rows = told_apart(Speaker.objects.filter(pk__in=set(numbers)))
    return {row.pk: choice(row) for row in rows}


def found(words):
    """The standing speakers that answer to a term, the likeliest first."""
    if not words:
        return []
    likeliest = find(words, most=MOST_FOUND)
    rows = told_apart(narrowed(Speaker.objects.standing(), likeliest))
    return [choice(row) for row in rows.order_by("relevance", "pk")]


def named_in(article):
    """The standing speakers that the article is recorded to name, the most named first."""
    hops = Count("hops", filter=Q(hops__appearance__article=article), distinct=True)
    rows = Speaker.objects.standing().annotate(named=hops).filter(named__gt=0)
    return [choice(row) for row in told_apart(rows.order_by("-named", "pk"))[:MOST_FOUND]]


def told_apart(speakers):
    printed = Appearance.objects.standing().filter(quote__speaker=OuterRef("pk")).order_by("-pk")
    called = Coalesce(
        NullIf("article__title", Value("")),
        NullIf("article__url", Value("")),
        output_field=CharField(),
    )
    return (
        speakers.select_related("granted_by__speaker")
        .prefetch_related("aliases")
        .annotate(
            said=Count("quotes", filter=Q(quotes__merged_into=None), distinct=True),
            last_in=Subquery(printed.values(called=called)[:1]),
        )
    )


def choice(row):
    """A speaker as the page chooses and sends it."""
    return {
        "number": row.pk,
        "name": row.name,
        "kind": row.kind,
        "proposed_as": "",
        "granted_by": None,
        "about": " · ".join(filter(None, what_tells(row))),
    }


def what_tells(row):
    is_unnamed = row.kind == SpeakerKind.ANONYMOUS
    yield "unnamed source" if is_unnamed else row.kind
    yield f"granted by {row.granted_by}" if row.granted_by else ""
    yield short(row.description)
    aliases = ", ".join(alias.name for alias in row.aliases.all()[:3])
    yield f"also {aliases}" if aliases else ""
    yield f"{row.said} quote{'' if row.said == 1 else 's'}" if row.said else ""
    yield f"last in “{short(row.last_in)}”" if row.last_in else ""


def short(text):
    return text if len(text) <= LONGEST_DESCRIPTION else f"{text[: LONGEST_DESCRIPTION - 1]}…"
