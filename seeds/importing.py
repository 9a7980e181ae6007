"""The way of seed files into the database: read them, find their words, bring them in."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import Any

from django.db import transaction

from quotesdb import turns
from quotesdb.ingest import Attachment, Report, Settle, attach, load
from quotesdb.ingest.files import remembered
from quotesdb.ingest.texts import Placed
from quotesdb.records import AppearanceRecord, ArticleRecord, SegmentRecord
from quotesdb.refusals import Refused
from seeds.bodies import Document, read_documents
from seeds.documents import Span
from seeds.mistakes import BadSeeds, Mistake
from seeds.reader import Seeds

IMPORTER = "seeds"


@dataclass(slots=True)
class Texts:
    """The texts of the articles, what is wrong with them, and the articles without any."""

    attachments: list[Attachment] = field(default_factory=list)
    mistakes: list[Mistake] = field(default_factory=list)
    absent: list[str] = field(default_factory=list)


def bring(
    seeds: Seeds,
    texts: Texts,
    *,
    scope: Sequence[Path],
    settle: Settle,
    dry_run: bool,
    on_record: Callable[[], Any],
) -> Report:
    """Bring in records and texts, all or nothing; in a dry run, nothing after all.

    Raises BadSeeds, with everything that is wrong with any of them; quotesdb.turns.Busy where
    other writers leave no turn.
    """
    mistakes = list(texts.mistakes)
    with turns.taken():
        report = Report()
        try:
            report = load(
                seeds.records,
                importer=IMPORTER,
                files={
                    name: remembered(record.file) for name, record in seeds.places.named.items()
                },
                scope=[remembered(path) for path in scope if path.is_dir()],
                settle=settle,
                on_record=on_record,
            )
        except Refused as refused:
            mistakes += [seeds.mistake(refusal) for refusal in refused.refusals]
        if mistakes:
            raise BadSeeds(mistakes)
        attach(texts.attachments, report)
        transaction.set_rollback(dry_run)
    return report


def nearby(path: Path) -> Path:
    """How messages call a file: by its way from where the command was started, if it is inside."""
    with suppress(ValueError):
        return path.resolve().relative_to(Path.cwd())
    return path


def read_texts(seeds: Seeds, folder: Path | None) -> Texts:
    """`folder/<article key>.txt`, for the articles that have one."""
    if folder is None:
        return Texts()
    absent = [article for article in _articles(seeds) if _has_no_text(article, folder)]
    try:
        documents = read_documents(_without(seeds, set(absent)), folder)
    except BadSeeds as error:
        return Texts(mistakes=list(error.mistakes), absent=absent)
    return Texts(list(_attachments(seeds, documents)), absent=absent)


def _articles(seeds: Seeds) -> Iterator[str]:
    return (record.key for record in seeds.records if isinstance(record, ArticleRecord))


def _has_no_text(article: str, folder: Path) -> bool:
    """Keys that would lead out of the folder are left to the reader of texts, which refuses."""
    leads_out = ".." in PurePosixPath(article).parts
    return not leads_out and not (folder / f"{article}.txt").is_file()


def _without(seeds: Seeds, articles: set[str]) -> Seeds:
    records = [
        record
        for record in seeds.records
        if not (isinstance(record, ArticleRecord) and record.key in articles)
        if not (isinstance(record, AppearanceRecord) and record.article in articles)
    ]
    return replace(seeds, records=tuple(records))


def _attachments(seeds: Seeds, documents: Sequence[Document]) -> Iterator[Attachment]:
    segments = {
        record.key: record.segments
        for record in seeds.records
        if isinstance(record, AppearanceRecord)
    }
    for document in documents:
        places = {key: _placed(segments[key], spans) for key, spans in document.spans.items()}
        yield Attachment(document.text.article, document.text.body, places)


def _placed(segments: Sequence[SegmentRecord], spans: Sequence[Span]) -> Placed:
    return [
        (segment.exact, (span.start, span.end, span.prefix, span.suffix))
        for segment, span in zip(segments, spans, strict=True)
    ]
