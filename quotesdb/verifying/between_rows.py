"""What must hold between rows: the rules of `quotesdb.rules`, asked of all at once."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import connection
from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from quotesdb import rules
from quotesdb.models import Appearance, Correction, Curated, Hop, Outlet, Speaker
from quotesdb.vocabulary import SpeakerKind

from .finding import AT_THE_DESK, Check, OnRows, Wrong

IN_A_LOOP = """
    WITH RECURSIVE rooted(id) AS (
        SELECT id FROM quotesdb_appearance AS outermost
            WHERE nested_in_id IS NULL AND EXISTS (
                SELECT 1 FROM quotesdb_appearance AS inside WHERE inside.nested_in_id = outermost.id
            )
        UNION ALL
        SELECT inside.id FROM quotesdb_appearance AS inside
            JOIN rooted ON inside.nested_in_id = rooted.id
    )
    SELECT key FROM quotesdb_appearance
        WHERE nested_in_id IS NOT NULL AND id NOT IN (SELECT id FROM rooted)
        ORDER BY id
"""


def curated_models() -> list[Any]:
    """The models whose rows are curated records."""
    return [it for it in apps.get_app_config("quotesdb").get_models() if issubclass(it, Curated)]


def merges(on_rows: OnRows) -> Iterator[Wrong]:
    for model in curated_models():
        twice = model._base_manager.filter(merged_into__merged_into__isnull=False)
        for number in twice.order_by("pk").values_list("pk", flat=True).iterator():
            noun = model._meta.verbose_name
            sentence = "it was merged into a record that was itself merged away"
            yield Wrong(f"{noun} {number}", sentence)


def nesting(on_rows: OnRows) -> Iterator[Wrong]:
    elsewhere = Appearance.objects.exclude(nested_in=None)
    elsewhere = elsewhere.exclude(nested_in__article_id=F("article_id"))
    # What was merged away stays as it was, as does what it was nested in.
    yield from _told(elsewhere.filter(merged_into=None), "appearance", rules.NESTED_ELSEWHERE)
    with connection.cursor() as cursor:
        cursor.execute(IN_A_LOOP)
        for (key,) in cursor.fetchall():
            yield Wrong(f"appearance {key}", rules.NESTED_IN_A_LOOP)


def own_articles(on_rows: OnRows) -> Iterator[Wrong]:
    hops = Hop.objects.filter(article=F("appearance__article"))
    for key in hops.order_by("pk").values_list("appearance__key", flat=True).iterator():
        yield Wrong(f"appearance {key}", rules.OWN_ARTICLE)
    foreign = Appearance.objects.exclude(text=None).exclude(text__article_id=F("article_id"))
    yield from _told(foreign, "appearance", rules.FOREIGN_TEXT)


def profiles(on_rows: OnRows) -> Iterator[Wrong]:
    profile = Outlet.objects.filter(speaker=OuterRef("pk"))
    is_outlet = Q(kind=SpeakerKind.OUTLET.value)
    without = Speaker.objects.filter(is_outlet).exclude(Exists(profile))
    yield from _told(without, "speaker", rules.WITHOUT_PROFILE, by="slug")
    other = Speaker.objects.filter(~is_outlet, Exists(profile))
    yield from _told(other, "speaker", rules.WAS_AN_OUTLET, by="slug")


def corrections(on_rows: OnRows) -> Iterator[Wrong]:
    merged = Q()
    for name in ("quote", "appearance", "article", "source_article"):
        merged |= Q(**{f"{name}__merged_into__isnull": False})
    in_force = Correction.objects.in_force()
    yield from _told(in_force.filter(merged), "correction", rules.MERGED_AWAY)
    same = ("kind", "made_on", "quote", "appearance", "article")
    twice = in_force.order_by().values(*same).annotate(many=Count("pk")).filter(many__gt=1)
    for row in twice.iterator():
        alike = in_force.filter(**{name: row[name] for name in same}).order_by("pk")
        first, *others = alike.values_list("key", flat=True)
        for key in others:
            yield Wrong(f"correction {key}", rules.RECORDED_ALREADY.format(key=first))


def _told(found: QuerySet[Any], noun: str, sentence: str, *, by: str = "key") -> Iterator[Wrong]:
    for name in found.order_by("pk").values_list(by, flat=True).iterator():
        yield Wrong(f"{noun} {name}", sentence)


RULE_CHECKS = (
    Check("merges", "What a record was merged into stands itself.", AT_THE_DESK, merges),
    Check("nesting", "Quotes are nested in the same article, in no loop.", AT_THE_DESK, nesting),
    Check(
        "articles",
        "No article stands for a hop of its own chain, and places are counted in its own text.",
        AT_THE_DESK,
        own_articles,
    ),
    Check("profiles", "Outlets, and no others, have an outlet's profile.", AT_THE_DESK, profiles),
    Check(
        "corrections",
        "Corrections in force name what stands, and say the same once.",
        AT_THE_DESK,
        corrections,
    ),
)
