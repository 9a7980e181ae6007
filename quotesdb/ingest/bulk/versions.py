"""The texts of articles, which only private exports have."""

from collections.abc import Sequence
from hashlib import sha256
from typing import Any

from quotesdb import acts, derived
from quotesdb.faults import UNKEEPABLE
from quotesdb.fingerprints import packed
from quotesdb.ingest.bulk.known import UNKNOWN, keepable
from quotesdb.ingest.bulk.report import BulkReport, Complaint
from quotesdb.lines.members import MOMENT, NUMBER, TEXT, NotSo
from quotesdb.models import Article, ArticleText
from quotesdb.models.curated import CANNOT_BE_KEPT
from quotesdb.portions import portions

MEMBERS = {"version": NUMBER, "retrieved_at": MOMENT, "body": TEXT}
NO_VERSION = "Versions of a text start at 1."
ANOTHER = "Another text of this version is held. It was left as it is."
SAME_TWICE = "This very text is held as another version. It was left as it is."


def bring_texts(lines: Sequence[tuple[str, Any]], report: BulkReport) -> None:
    """Keep each text that is not held; one that is held otherwise stays as it is."""
    for some in portions(lines, 100):
        _bring(some, report)


def _bring(lines: Sequence[tuple[str, Any]], report: BulkReport) -> None:
    keys = set(keepable(key for _, values in lines if (key := _key(values))))
    articles = Article.objects.in_bulk(keys, field_name="key")
    held: dict[tuple[str, Any], Any] = {}
    rows = ArticleText.objects.filter(article__key__in=keys).order_by()
    for key, version, digest in rows.values_list("article__key", "version", "sha256"):
        held[key, version], held[key, digest] = digest, version
    new = []
    for place, values in lines:
        outcome, sentence, text = _made(values, articles, held)
        report.counts["text", outcome] += 1
        if sentence:
            complaint = Complaint(place, "text of article", str(_key(values)), sentence)
            (report.refuse if outcome == "refused" else report.differ)(complaint)
        if text is not None:
            new.append(text)
    acts.insert(new)
    for text in new:
        derived.note(text, None)


def _key(values: Any) -> str | None:
    article = values.get("article")
    key = article.get("key") if isinstance(article, dict) else None
    return key if isinstance(key, str) else None


def _made(values: Any, articles: Any, held: Any) -> tuple[str, str, ArticleText | None]:
    try:
        version, at, body = (sort.read(values.get(name)) for name, sort in MEMBERS.items())
    except NotSo as error:
        return "refused", f"version, retrieved_at and body are needed; one of them {error}.", None
    key = str(_key(values))
    article = articles.get(key)
    if article is None:
        return "refused", UNKNOWN.format(kind="article", name=key), None
    if version < 1:
        return "refused", NO_VERSION, None
    if letter := CANNOT_BE_KEPT.search(body):
        return "refused", UNKEEPABLE.format(field="Body", number=ord(letter[0])), None
    digest = sha256(body.encode()).hexdigest()
    if held.get((key, version)) == digest:
        return "unchanged", "", None
    if (key, version) in held or (key, digest) in held:
        return "differing", ANOTHER if (key, version) in held else SAME_TWICE, None
    held[key, version], held[key, digest] = digest, version
    text = ArticleText(
        article=article,
        version=version,
        sha256=digest,
        retrieved_at=at,
        body=body,
        prints=packed(body),
    )
    return "new", "", text
