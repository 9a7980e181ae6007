"""Is it what a careful curator would record: of a proposal, and of what was recorded."""

from quotesdb.extraction.scoring.appearances import same
from quotesdb.models import Appearance

OUTLETS = {"The New York Times", "Reuters"}


def overlap(meant, record):
    """Whether a proposal is about expected words, if not with their very ends."""
    wanted = {place for start, end in meant["spans"] for place in range(start, end)}
    found = {place for start, end in record["segments"] for place in range(start, end)}
    shared = len(wanted & found)
    return shared * 2 > len(wanted) and shared * 2 > len(found)


def near(spans, segments, body):
    if len(spans) != len(segments):
        return False
    pairs = zip(spans, segments, strict=True)
    return all(bare(body, *one) == bare(body, *other) for one, other in pairs)


def bare(body, start, end):
    """The places without marks and blanks at their ends."""
    while start < end and not body[start].isalnum():
        start += 1
    while start < end and not body[end - 1].isalnum():
        end -= 1
    return start, end


def is_chain(wanted, names):
    return len(wanted) == len(names) and all(map(same, wanted, names))


def is_of(name, option):
    """Whether an option for a held speaker is the one of that name."""
    return not option.startswith("New ") and option.startswith(name)


def kind_of(name):
    if name[:1].isupper():
        return "outlet" if name in OUTLETS else "person"
    return "group" if name.endswith("s") else "unnamed source"


def as_expected(document):
    """How many of a document's expected appearances are recorded, in full and once."""
    appearances = Appearance.objects.filter(article__title=document["document"])
    recorded = [
        (
            [[it.start, it.end] for it in one.segments.all()],
            one.form,
            [hop.speaker.name for hop in one.chain.select_related("speaker")],
            one.text.body,
        )
        for one in appearances.select_related("text")
    ]
    return sum(
        any(
            near(meant["spans"], spans, body)
            and form == meant["form"]
            and is_chain(meant["chain"], names)
            for spans, form, names, body in recorded
        )
        for meant in document["quotes"]
    )
