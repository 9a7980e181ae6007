"""Attaching the texts of articles, and the places of the printed words in them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from django.db import transaction

from quotesdb import acts
from quotesdb.ingest.report import Report
from quotesdb.models import Appearance, Article, ArticleText, Curator, Segment
from quotesdb.models.history import Act, acting
from quotesdb.vocabulary import Door

Place = tuple[int, int, str, str]
"""Start and end in code points, and the characters before and after."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """The text of one article, and where in it each appearance's segments stand.

    `places` maps the key of an appearance to its segments' words and places, in order.
    """

    article: str
    body: str
    places: Mapping[str, Sequence[tuple[str, Place]]]


def attach(
    attachments: Sequence[Attachment], report: Report, *, by: Curator | None = None, why: str = ""
) -> None:
    """Keep each body as a version of its article's text, and each place found in it.

    Segments whose words a curator has changed since are left as they are.
    """
    reason = why or "text attached"
    with transaction.atomic(), acting(Act(Door.IMPORT, by, reason)):
        articles = Article.objects.in_bulk([one.article for one in attachments], field_name="key")
        for attachment in attachments:
            _attach(articles[attachment.article], attachment, report)


def _attach(article: Article, attachment: Attachment, report: Report) -> None:
    text, is_new = keep_text(article, attachment.body)
    report.texts["new" if is_new else "unchanged"] += 1
    appearances = Appearance.objects.filter(article=article, key__in=list(attachment.places))
    for appearance in appearances.prefetch_related("segments"):
        _place(appearance, text, attachment.places[appearance.key])


def keep_text(article: Article, body: str) -> tuple[ArticleText, bool]:
    """The version of the article's text that has this body, and whether it is new."""
    digest = sha256(body.encode()).hexdigest()
    held = article.texts.filter(sha256=digest).first()
    if held is not None:
        return held, False
    last = article.texts.order_by("-version").values_list("version", flat=True).first() or 0
    text = ArticleText(
        article=article,
        version=last + 1,
        sha256=digest,
        retrieved_at=acts.current_act().at,
        body=body,
    )
    acts.insert([text])
    return text, True


def _place(appearance: Appearance, text: ArticleText, places: Sequence[tuple[str, Place]]) -> None:
    held = list(appearance.segments.all())
    if [segment.exact for segment in held] != [exact for exact, _ in places]:
        return
    appearance.text = text
    segments = [
        Segment(position=position, exact=exact, start=start, end=end, prefix=prefix, suffix=suffix)
        for position, (exact, (start, end, prefix, suffix)) in enumerate(places)
    ]
    acts.keep(appearance, {"segments": segments})
