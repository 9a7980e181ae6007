"""What the pages of merging show: rows as plain values for their templates."""

from collections import defaultdict

from django.urls import reverse

from quotesdb.admin.labels import label, when_said
from quotesdb.admin.way_back import address
from quotesdb.merging.differing import side_by_side
from quotesdb.merging.duplicates import like
from quotesdb.merging.splitting import places_of
from quotesdb.merging.told import called, movings, shown, told_with
from quotesdb.models import Outlet, Quote
from quotesdb.models.duplicate import SORTS
from quotesdb.naming.telling import short

MOST = 200
"""Rows of one place that can be chosen from on the page."""


def told(plan):
    """All that somebody should see before they merge."""
    rows = [row for part in told_with(plan) for row in side_by_side(part)]
    named = {choice.name for *_, choice in rows if choice}
    return {
        "loser": plan.loser,
        "survivor": plan.survivor,
        "labels": {"loser": told_apart(plan.loser), "survivor": told_apart(plan.survivor)},
        "addresses": {"loser": address(plan.loser), "survivor": address(plan.survivor)},
        "other_way": f"{merge_page(plan.survivor)}?into={plan.loser.pk}",
        "against": [sentence for part in plan.all() for sentence in part.refusals],
        "notes": [note for part in plan.all() for note in part.notes],
        "rows": rows,
        "printings": [choice for choice in plan.choices if choice.name not in named],
        "movings": [] if plan.refusals else movings(plan),
    }


def told_apart(record):
    """What people call a record, with what tells it from others that they call the same."""
    match record:
        case Quote():
            return " · ".join(filter(None, [label(record), when_said(record), record.key]))
        case Outlet():
            return " · ".join(filter(None, [label(record), record.domain, record.speaker.slug]))
    return " · ".join(filter(None, [label(record), short(record.description), record.slug]))


def merge_page(record):
    """The page on which a record is merged into another."""
    return reverse(f"admin:quotesdb_{record._meta.model_name}_merge", args=[record.pk])


def candidates(record):
    """What may be the same as a record, each with the page that merges them."""
    pairs = like(record)
    others = {pair.a if pair.b == record.pk else pair.b: pair for pair in pairs}
    rows = with_labels(type(record)).filter(pk__in=others)
    found = {row.pk: row for row in rows}
    return [
        {"label": told_apart(found[pk]), "alike": alike(pair), "url": f"?into={pk}"}
        for pk, pair in others.items()
        if pk in found
    ]


def with_labels(model):
    """Records with all that their labels show."""
    related = {"speaker": ("granted_by__speaker",), "outlet": ("speaker",), "quote": ("speaker",)}
    return model.objects.select_related(*related[model._meta.model_name]).order_by("pk")


def alike(pair):
    """Why two may be the same."""
    percent = round(pair.similarity * 100)
    words = {
        "wikidata_id": "the same Wikidata id",
        "name": "the same name, or another name of it",
        "near_name": f"names that are {percent} % alike",
        "words": f"words that are {percent} % alike, and the same speaker or day",
    }
    return words[str(pair.alike)]


def pairs_shown(duplicates):
    """Pairs with the names of both: one query for each sort of record."""
    wanted = defaultdict(set)
    for one in duplicates:
        wanted[one.kind] |= {one.a, one.b}
    held = {
        (kind, row.pk): row
        for kind, numbers in wanted.items()
        for row in with_labels(SORTS[kind]).filter(pk__in=numbers)
    }
    return [
        shown_pair(one, *(held.get((one.kind, number)) for number in (one.a, one.b)))
        for one in duplicates
    ]


def shown_pair(one, a, b):
    both = [{"label": told_apart(row), "url": address(row)} for row in (a, b) if row]
    merge = f"{merge_page(b)}?into={a.pk}" if a and b else ""
    return {"row": one, "both": both, "alike": alike(one), "merge": merge}


def what_may_go(record):
    """What a split can take, place by place, the first few hundred of each."""
    places = []
    for name, (place, held) in places_of(record).items():
        rows = list(shown(place, place.naming(held))[: MOST + 1])
        if rows:
            lines = [(row.pk, called(row)) for row in rows[:MOST]]
            more = len(rows) > MOST
            places.append({"name": name, "called": place.called, "rows": lines, "more": more})
    return {"places": places, "most": MOST, "is_outlet": isinstance(record, Outlet)}
