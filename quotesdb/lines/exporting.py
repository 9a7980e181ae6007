"""All records as lines, in an order in which each names only what an earlier one has told."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import datetime
from hashlib import sha256
from typing import Any

import orjson
from django.db.models import QuerySet

from quotesdb.lines.kinds import APPEARANCE, KINDS, OUTLET, QUOTE, RELIES_ON, Kind, Values
from quotesdb.lines.later import STANDS_LATER, with_later_names, with_later_reliance
from quotesdb.lines.members import moment_told
from quotesdb.lines.telling import columns_of, items_of, lines_about
from quotesdb.models import Appearance, ArticleText

FORMAT = "quotesdb-records"
VERSION = 1
AT_ONCE = 1_000
TEXTS_AT_ONCE = 20
PUBLIC = "identity_is_public"


def size() -> Counter[str]:
    """How many records of each kind there are to tell."""
    return Counter({name: kind.model.objects.count() for name, kind in KINDS.items()})


def exported(at: datetime, *, private: bool, counts: Counter[str]) -> Iterator[bytes]:
    """The lines, the first with what this is, the last with what a cut-off file would lack."""
    yield packed(
        {
            "type": FORMAT,
            "version": VERSION,
            "exported_at": moment_told(at),
            "private": private,
            "counts": dict(counts),
        }
    )
    digest, lines = sha256(), 1
    for line in records(private=private):
        data = packed(line)
        digest.update(data)
        lines += 1
        yield data
    yield packed({"type": "end", "lines": lines, "sha256": digest.hexdigest()})


def in_order(kind: Kind) -> str:
    """The column whose order, then that of the ids, is the order of the kind's lines."""
    return {"outlet": "speaker_id", "appearance": "quote_id"}.get(kind.name, "pk")


def packed(line: Values) -> bytes:
    return orjson.dumps(line, option=orjson.OPT_APPEND_NEWLINE)


def records(*, private: bool) -> Iterator[Values]:
    """All lines but the first and the last."""
    for kind in KINDS.values():
        if kind is QUOTE:
            yield from _quotes(private=private)
        elif kind is not APPEARANCE:
            yield from _of_kind(kind, private=private)
        if private and kind.name == "article":
            yield from _texts()


def _of_kind(kind: Kind, *, private: bool) -> Iterator[Values]:
    chosen = kind.model.objects.all()
    if kind.name == "speaker":
        chosen = chosen.filter(outlet=None)
    for some in _portions(chosen, in_order(kind)):
        yield from lines_about(kind, some, private=private)
    yield from _later(kind, private=private)


def _quotes(*, private: bool) -> Iterator[Values]:
    """Each quote, and after it all that print it."""
    for some in _portions(QUOTE.model.objects.all(), "pk"):
        numbers = list(some.order_by().values_list("pk", flat=True))
        printings = Appearance.objects.filter(quote__in=numbers).order_by("quote_id", "pk")
        printed = defaultdict(list)
        for line in lines_about(APPEARANCE, printings, private=private):
            printed[line["quote"]["key"]].append(line)
        for line in lines_about(QUOTE, some, private=private):
            yield line
            yield from printed[line["key"]]
    yield from _later(QUOTE, private=private)
    yield from _later(APPEARANCE, private=private)


def _later(kind: Kind, *, private: bool) -> Iterator[Values]:
    """What the lines of this kind could not name yet."""
    if kind.name == "article":
        for some in _portions(with_later_reliance(), "pk"):
            named = list(some.values_list("pk", "key"))
            listed = items_of(RELIES_ON, [number for number, _ in named], all_now=True)
            yield from (_told_later(kind, key, "relies_on", listed[it]) for it, key in named)
    for member in STANDS_LATER[kind.name]:
        chosen = with_later_names(kind.name, member)
        if member == "identified_as" and not private:
            chosen = chosen.filter(identity_is_public=True)
        yield from _names_told_later(kind, member, chosen)


def _names_told_later(kind: Kind, member: str, chosen: QuerySet[Any]) -> Iterator[Values]:
    column = next(it for it in columns_of(kind, private=False) if it.name == member)
    own = "speaker__slug" if kind is OUTLET else kind.named_by
    for some in _portions(chosen, in_order(kind)):
        told = [own, column.way, *([PUBLIC] if member == "identified_as" else [])]
        for name, other, *is_public in some.values_list(*told):
            line = _told_later(kind, name, member, column.told(other))
            yield {**line, **dict.fromkeys([PUBLIC], *is_public)} if is_public else line


def _told_later(kind: Kind, name: str, member: str, value: Any) -> Values:
    return {"type": "later", "of": kind.name, kind.named_by: name, member: value}


def _texts() -> Iterator[Values]:
    for some in _portions(ArticleText.objects.all(), "pk", TEXTS_AT_ONCE):
        for key, version, at, body in some.values_list(
            "article__key", "version", "retrieved_at", "body"
        ):
            yield {
                "type": "text",
                "article": {"key": key},
                "version": version,
                "retrieved_at": moment_told(at),
                "body": body,
            }


def _portions(chosen: QuerySet[Any], by: str, at_once: int = AT_ONCE) -> Iterator[QuerySet[Any]]:
    """The chosen records in portions that the index on `by` finds, however far down."""
    last = 0
    while True:
        numbers = chosen.filter(**{f"{by}__gt": last}).order_by(by).values_list(by, flat=True)
        some = list(numbers[:at_once])
        if not some:
            return
        yield chosen.filter(**{f"{by}__gt": last, f"{by}__lte": some[-1]}).order_by(by, "pk")
        last = some[-1]
