"""The texts of articles, kept outside the project, one file an article."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from quotesdb.records import AppearanceRecord, ArticleRecord, ArticleTextRecord
from quotesdb.refusals import Refusal
from seeds.documents import Location, Span, locate_all
from seeds.files import read_bytes
from seeds.mistakes import BadSeeds, Mistake, printable
from seeds.reader import Seeds
from seeds.text import BYTE_ORDER_MARK, decode_utf8


@dataclass(frozen=True, slots=True)
class Document:
    """The text of an article, and where the words of each appearance (by key) stand in it."""

    text: ArticleTextRecord
    spans: Mapping[str, tuple[Span, ...]]


def read_documents(seeds: Seeds, folder: Path) -> tuple[Document, ...]:
    """`folder/<article key>.txt` for every article, or everything that is wrong with them."""
    mistakes: list[Mistake] = []
    documents: list[Document] = []
    for article, appearances in _articles(seeds).items():
        body = _body_of(seeds, article, folder)
        if isinstance(body, Mistake):
            mistakes.append(body)
            continue
        located = locate_all(body, appearances)
        mistakes += _unlocated(seeds, located)
        spans = {key: location.spans for key, location in located.items()}
        documents.append(Document(ArticleTextRecord(article, body), spans))
    if mistakes:
        raise BadSeeds(mistakes)
    return tuple(documents)


def _articles(seeds: Seeds) -> dict[str, list[AppearanceRecord]]:
    """The keys of the articles, each with the appearances in it."""
    articles: dict[str, list[AppearanceRecord]] = {}
    for record in seeds.records:
        match record:
            case ArticleRecord(key=key):
                articles[key] = []
            case AppearanceRecord(article=key):
                articles[key].append(record)
    return articles


def _body_of(seeds: Seeds, article: str, folder: Path) -> str | Mistake:
    file = folder / f"{article}.txt"
    if ".." in PurePosixPath(article).parts:
        sentence = "a key with .. in it cannot name a text"
    elif not file.is_file():
        sentence = f"no text of this article; expected it in {printable(file)}"
    else:
        return read_body(file)
    return seeds.mistake(Refusal("article", article, ("key",), sentence))


def read_body(file: Path) -> str | Mistake:
    """The text of an article, its lines ended by newlines alone, or why it cannot be taken."""
    data = read_bytes(file)
    if isinstance(data, Mistake):
        return data
    text = decode_utf8(file, data)
    if isinstance(text, Mistake):
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.startswith(BYTE_ORDER_MARK):
        return Mistake(file, 1, "a byte order mark; save the file as UTF-8 without one")
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        return Mistake(file, line, "a NUL character (U+0000); an article is text")
    return text if text.strip() else Mistake(file, 1, "the file is empty; expected an article")


def _unlocated(seeds: Seeds, located: Mapping[str, Location]) -> Iterator[Mistake]:
    for key, location in located.items():
        for it in location.unlocated:
            path = ("segments", it.segment)
            yield seeds.mistake(Refusal("appearance", key, path, it.sentence))
