"""What a row must be by its own parts: its words, its numbers, its hashes."""

from collections import defaultdict
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from django.db.models import Count, F, Max, Min

from quotesdb.fingerprints import packed
from quotesdb.models import Alias, Appearance, ArticleText, Hop, Segment
from quotesdb.models.speaker import slug_of
from quotesdb.portions import portions

from .finding import AT_THE_DESK, FROM_A_BACKUP, RECOUNT, Check, OnRows, Wrong

AT_ONCE = 5_000
TEXTS_AT_ONCE = 20


def wordings(on_rows: OnRows) -> Iterator[Wrong]:
    rows = Appearance.objects.order_by("pk").values_list("pk", "key", "wording")
    for some in portions(rows.iterator(chunk_size=AT_ONCE), AT_ONCE):
        printed: dict[int, list[str]] = defaultdict(list)
        first, last = some[0][0], some[-1][0]
        segments = Segment.objects.filter(appearance__gte=first, appearance__lte=last)
        for appearance, exact in segments.order_by("appearance_id", "position").values_list(
            "appearance", "exact"
        ):
            printed[appearance].append(exact)
        for number, key, wording in some:
            if number not in printed:
                yield Wrong(f"appearance {key}", "it has no segment")
            elif wording != " ".join(printed[number]):
                yield Wrong(f"appearance {key}", "its wording is not its segments")
        on_rows(len(some))


def positions(on_rows: OnRows) -> Iterator[Wrong]:
    models: tuple[Any, ...] = (Segment, Hop)
    for model in models:
        rows = model.objects.order_by().values("appearance__key")
        rows = rows.annotate(first=Min("position"), last=Max("position"), many=Count("pk"))
        for row in rows.exclude(first=0, last=F("many") - 1).iterator():
            places = f"{row['many']} of them, from {row['first']} to {row['last']}"
            noun = model._meta.verbose_name_plural
            yield Wrong(f"appearance {row['appearance__key']}", f"{noun} are misnumbered: {places}")


def aliases(on_rows: OnRows) -> Iterator[Wrong]:
    rows = Alias.objects.order_by("pk").values_list("speaker__slug", "name", "slug")
    for some in portions(rows.iterator(chunk_size=AT_ONCE), AT_ONCE):
        for speaker, name, slug in some:
            if slug != slug_of(name):
                yield Wrong(f"speaker {speaker}", f'the alias "{name}" has another slug: "{slug}"')
        on_rows(len(some))


def texts(on_rows: OnRows) -> Iterator[Wrong]:
    for name, digest, body, _ in _bodies():
        if sha256(body.encode()).hexdigest() != digest:
            yield Wrong(name, "it has another SHA-256 than is kept with it")
        on_rows(1)


def prints(on_rows: OnRows) -> Iterator[Wrong]:
    for name, _, body, kept in _bodies():
        if bytes(kept) != packed(body):
            yield Wrong(name, "it has other fingerprints than are kept with it")
        on_rows(1)


def _bodies() -> Iterator[tuple[str, str, str, bytes]]:
    rows = ArticleText.objects.order_by("pk")
    columns = ("article__key", "version", "sha256", "body", "prints")
    for key, version, digest, body, kept in rows.values_list(*columns).iterator(TEXTS_AT_ONCE):
        yield f"text {version} of article {key}", digest, body, kept


ROW_CHECKS = (
    Check(
        "wordings",
        "A wording is its segments, joined by one space, and there is one at least.",
        AT_THE_DESK,
        wordings,
    ),
    Check(
        "positions",
        "Segments and hops are numbered from 0 without a gap.",
        AT_THE_DESK,
        positions,
    ),
    Check("aliases", "An alias has the slug of its name.", AT_THE_DESK, aliases),
    Check("texts", "A text has the SHA-256 that is kept with it.", FROM_A_BACKUP, texts),
    Check("prints", "A text has the fingerprints that are kept with it.", RECOUNT, prints),
)
