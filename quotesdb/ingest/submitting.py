"""Which article a submitted text is of: one that is held, or a new one."""

import re
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any
from urllib.parse import urlsplit

from quotesdb import acts
from quotesdb.models import Article, Brought, Outlet

IMPORTER = "articles"
KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:/-]{0,199}")
LONGEST_FILE = 500
LONGEST_TITLE = 1_000


@dataclass(frozen=True, slots=True)
class Submission:
    """The text of an article with what came with it; all but the text may be unknown.

    `file` is where it was read from, by which it is known again when it has changed, and `digest`
    tells its bytes from others. `name` is a key that a new article would like to have.
    """

    body: str
    title: str = ""
    url: str = ""
    site: str = ""
    published_on: date | None = None
    language: str = "und"
    file: str = ""
    digest: str = ""
    name: str = ""


def article_of(submission: Submission) -> tuple[Article, bool]:
    """The article, and whether it was made for this.

    It is the same article by the file it came from, else by its address, else by its very text;
    and a held article without a text is meant by a file that has the article's key as a name.
    """
    for found in (_by_file, _by_address, _by_text, _by_key):
        if article := found(submission):
            survivor: Any = article.merged_into or article
            return survivor, False
    return _made(submission), True


def _by_file(submission: Submission) -> Article | None:
    known = Brought.objects.filter(**_memory_of(submission)).first() if submission.file else None
    return Article.objects.filter(key=known.values["article"]).first() if known else None


def _by_address(submission: Submission) -> Article | None:
    if not submission.url:
        return None
    return Article.objects.filter(url=submission.url).first()


def _by_text(submission: Submission) -> Article | None:
    """Two papers may print one wire text: an article of another address is another article."""
    digest = sha256(submission.body.encode()).hexdigest()
    held = Article.objects.filter(texts__sha256=digest).order_by("pk")
    if submission.url:
        held = held.filter(url="")
    return held.first()


def _by_key(submission: Submission) -> Article | None:
    if not KEY.fullmatch(submission.name):
        return None
    return Article.objects.filter(key=submission.name, texts=None).first()


def _made(submission: Submission) -> Article:
    article = Article(
        title=submission.title[:LONGEST_TITLE],
        url=submission.url,
        outlet=_outlet(submission),
        published_on=submission.published_on,
        language=submission.language,
    )
    if KEY.fullmatch(submission.name) and not Article.objects.filter(key=submission.name).exists():
        article.key = submission.name
    acts.keep(article, {"relies_on": []})
    return article


def _outlet(submission: Submission) -> Outlet | None:
    """The outlet whose domain the address has; else the only one of the site's name."""
    host = (urlsplit(submission.url).hostname or "").removeprefix("www.")
    standing = Outlet.objects.standing()
    found: list[Outlet] = list(standing.filter(domain=host)) if host else []
    if not found and submission.site:
        found = list(standing.filter(speaker__name__iexact=submission.site)[:2])
    return found[0] if len(found) == 1 else None


def remember(submission: Submission, article: Article) -> None:
    """Know the article again by the file that it came from."""
    if not submission.file:
        return
    values = {"article": article.key, "digest": submission.digest}
    known = Brought.objects.filter(**_memory_of(submission)).first()
    if known is None:
        told = readable(submission.file)[-LONGEST_FILE:]
        Brought.objects.create(**_memory_of(submission), file=told, values=values)
    elif known.values != values:
        Brought.objects.filter(pk=known.pk).update(values=values)


def _memory_of(submission: Submission) -> dict[str, str]:
    return {"importer": IMPORTER, "kind": "file", "key": _name_of(submission.file)}


def readable(file: str) -> str:
    """A name of bytes that are no letters, with these bytes written out."""
    return file.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _name_of(file: str) -> str:
    """Under what a file is remembered: its own name may be longer than a key."""
    return sha256(file.encode("utf-8", "surrogatepass")).hexdigest()


class Known:
    """The files that were kept before, with the same bytes: nothing is left to do about them."""

    def __init__(self) -> None:
        rows = Brought.objects.filter(importer=IMPORTER, kind="file")
        self._digests = {key: it["digest"] for key, it in rows.values_list("key", "values")}

    def __contains__(self, file_and_digest: tuple[str, str]) -> bool:
        file, digest = file_and_digest
        return self._digests.get(_name_of(file)) == digest
