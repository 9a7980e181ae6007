"""Attaching the texts of articles, and the places of the printed words in them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from quotesdb import acts, derived
from quotesdb.fingerprints import packed
from quotesdb.ingest.report import Report
from quotesdb.models import Appearance, Article, ArticleText, Curator, Segment
from quotesdb.models.history import Act, current_act
from quotesdb.portions import portions
from quotesdb.vocabulary import Door

Place = tuple[int, int, str, str]
"""Start and end in code points, and the characters before and after."""

Placed = Sequence[tuple[str, Place]]
"""The words of an appearance's segments, in order, and where they stand."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """The text of one article, and by key of appearance where its segments stand in it."""

    article: str
    body: str
    places: Mapping[str, Placed]


def attach(
    attachments: Sequence[Attachment], report: Report, *, by: Curator | None = None, why: str = ""
) -> None:
    """Keep each body as a version of its article's text, and each place found in it.

    Segments whose words a curator has changed since are left as they are, and articles that are
    not held, or were merged away, go without.
    """
    with acts.whole(Act(Door.IMPORT, by, why or "text attached")):
        articles = {row.key: row for row in _articles(attachments)}
        texts = _texts(articles)
        appearances = {row.key: row for row in _appearances(attachments)}
        for one in attachments:
            if article := articles.get(one.article):
                text = _keep_text(article, one.body, texts[article.pk], report)
                _keep_places(article, text, one.places, appearances)


def _articles(attachments: Sequence[Attachment]) -> Iterator[Article]:
    for some in portions(one.article for one in attachments):
        yield from Article.objects.standing().filter(key__in=some)


def _texts(articles: Mapping[str, Article]) -> dict[int, list[ArticleText]]:
    texts: dict[int, list[ArticleText]] = defaultdict(list)
    for some in portions(articles):
        for text in ArticleText.objects.filter(article__key__in=some).defer("body"):
            texts[text.article_id].append(text)
    return texts


def _appearances(attachments: Sequence[Attachment]) -> Iterator[Appearance]:
    for some in portions(key for one in attachments for key in one.places):
        rows = Appearance.objects.standing().filter(key__in=some)
        yield from rows.prefetch_related("segments")


def _keep_text(
    article: Article, body: str, held: Sequence[ArticleText], report: Report
) -> ArticleText:
    text, is_new = _kept(article, body, held)
    report.texts["new" if is_new else "unchanged"] += 1
    return text


def keep_text(article: Article, body: str) -> tuple[ArticleText, bool]:
    """The version of the article's text with this body, and whether it is a new one.

    An earlier text that has come back is the newest again. Runs inside the caller's act.
    """
    held = list(article.texts.defer("body"))
    text, is_new = _kept(article, body, held)
    newest = max((it.version for it in held), default=0)
    if is_new or text.version == newest:
        return text, is_new
    text.version, text.retrieved_at = newest + 1, current_act().at
    acts.revise([text], ["version", "retrieved_at"])
    derived.note(text, None)
    return text, True


def _kept(article: Article, body: str, held: Sequence[ArticleText]) -> tuple[ArticleText, bool]:
    digest = sha256(body.encode()).hexdigest()
    same = next((text for text in held if text.sha256 == digest), None)
    if same is not None:
        return same, False
    text = ArticleText(
        article=article,
        version=max((text.version for text in held), default=0) + 1,
        sha256=digest,
        retrieved_at=current_act().at,
        body=body,
        prints=packed(body),
    )
    acts.insert([text])
    derived.note(text, None)
    return text, True


def _keep_places(
    article: Article,
    text: ArticleText,
    places: Mapping[str, Placed],
    appearances: Mapping[str, Appearance],
) -> None:
    for key, placed in places.items():
        appearance = appearances.get(key)
        if appearance is not None and appearance.article_id == article.pk:
            _place(appearance, text, placed)


def _place(appearance: Appearance, text: ArticleText, placed: Placed) -> None:
    held = list(appearance.segments.all())
    if [segment.exact for segment in held] != [exact for exact, _ in placed]:
        return
    if appearance.text_id == text.pk and list(map(_place_of, held)) == [at for _, at in placed]:
        return
    appearance.text = text
    segments = [
        Segment(position=position, exact=exact, start=start, end=end, prefix=prefix, suffix=suffix)
        for position, (exact, (start, end, prefix, suffix)) in enumerate(placed)
    ]
    acts.keep(appearance, {"segments": segments})


def _place_of(segment: Segment) -> tuple[int | None, int | None, str, str]:
    return segment.start, segment.end, segment.prefix, segment.suffix
