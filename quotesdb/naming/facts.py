"""What is held of speakers that tells one from another: as rows, for a few at a time."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import CharField, Count, DateField
from django.db.models.expressions import RawSQL

from quotesdb.models import Alias, NameKey, Speaker
from quotesdb.naming.folding import folded
from quotesdb.naming.places import LATER, MOST_COUNTED

LATEST = 50
"""Quotes of a speaker that are looked at for where it is mostly quoted."""

# Written out, for the ORM takes longer to put these together than the database to answer.
SAID = """
    SELECT sort_date FROM quotesdb_quote
        WHERE quotesdb_quote.speaker_id = quotesdb_speaker.id
            AND quotesdb_quote.merged_into_id IS NULL AND sort_date > %s
        ORDER BY sort_date {order} LIMIT 1
"""
MOSTLY = """
    SELECT printing.name FROM (
        SELECT id FROM quotesdb_quote
            WHERE quotesdb_quote.speaker_id = quotesdb_speaker.id
                AND quotesdb_quote.merged_into_id IS NULL
            ORDER BY sort_date DESC, id DESC LIMIT %s
    ) AS latest
        JOIN quotesdb_appearance AS appearance ON appearance.quote_id = latest.id
        JOIN quotesdb_article AS article ON article.id = appearance.article_id
        JOIN quotesdb_outlet AS outlet ON outlet.id = article.outlet_id
        JOIN quotesdb_speaker AS printing ON printing.id = outlet.speaker_id
    WHERE appearance.merged_into_id IS NULL
    GROUP BY printing.id, printing.name
    ORDER BY COUNT(DISTINCT latest.id) DESC, printing.name LIMIT 1
"""


@dataclass(frozen=True, slots=True)
class Name:
    """A name that leads to a speaker; `is_merged`: of a record that was merged into it."""

    text: str
    is_merged: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """A standing speaker and what is public about it. Days are None where they are not known."""

    names: tuple[Name, ...]
    slug: str
    name: str
    kind: str
    description: str
    granted_by: str | None
    quotes: int
    first: date | None
    last: date | None


def facts_of(speakers: Collection[int]) -> Mapping[int, Facts]:
    """By number, the facts about those of these that stand. Three queries."""
    rows = (
        Speaker.objects.standing()
        .filter(pk__in=speakers)
        .with_quotes_counted(MOST_COUNTED)
        .annotate(first=_day("ASC"), last=_day("DESC"))
        .order_by()
    )
    names = _names_of(speakers)
    return {
        pk: Facts((Name(name), *names[pk]), slug, name, *rest)
        for pk, slug, name, *rest in rows.values_list(
            "pk",
            "slug",
            "name",
            "kind",
            "description",
            "granted_by__speaker__name",
            "quotes_counted",
            "first",
            "last",
        )
    }


def _day(order: str) -> RawSQL:
    return RawSQL(SAID.format(order=order), [date.min], DateField())  # noqa: S611


def _names_of(speakers: Collection[int]) -> Mapping[int, list[Name]]:
    """Their aliases, and the names and aliases of what was merged into them."""
    merged = Speaker.objects.filter(merged_into__in=speakers).order_by("pk")
    survivor_of, names = dict.fromkeys(speakers, 0), defaultdict(list)
    for pk, name, survivor in merged.values_list("pk", "name", "merged_into"):
        survivor_of[pk] = survivor
        names[survivor].append(Name(name, is_merged=True))
    aliases = Alias.objects.filter(speaker__in=survivor_of).order_by("name", "pk")
    for speaker, name in aliases.values_list("speaker", "name"):
        survivor = survivor_of[speaker]
        names[survivor or speaker].append(Name(name, is_merged=bool(survivor)))
    return {pk: sorted(names[pk], key=lambda name: name.is_merged) for pk in speakers}


def with_namesakes(facts: Mapping[int, Facts]) -> set[int]:
    """Those of these of whose name there are others, here or elsewhere. One query."""
    called = {pk: " ".join(folded(it.name)).encode() for pk, it in facts.items()}
    rows = NameKey.objects.filter(text__in=set(called.values()), place__lt=LATER).order_by()
    counted = rows.values("text").annotate(speakers=Count("speaker", distinct=True))
    several = {bytes(row["text"]) for row in counted if row["speakers"] > 1}
    return {pk for pk, text in called.items() if text in several}


def mostly_in(speakers: Collection[int]) -> Mapping[int, str]:
    """By speaker, the outlet that printed most of what it was last known to say. One query."""
    mostly = RawSQL(MOSTLY, [LATEST], CharField())  # noqa: S611 - no words but ours
    rows = Speaker.objects.filter(pk__in=speakers).annotate(mostly=mostly).order_by()
    return {pk: outlet for pk, outlet in rows.values_list("pk", "mostly") if outlet}
