"""What things are found by, where that is no matter of one quote; read only."""

from collections.abc import Iterator

from quotesdb import likeness, search
from quotesdb.models import Speaker
from quotesdb.naming import keeping
from quotesdb.portions import portions

from .finding import REBUILD_LIKENESS, REBUILD_SEARCH, RECOUNT, Check, OnRows, Wrong

MISSPELT = "{many} words of names are not found where they are misspelt"


def names(on_rows: OnRows) -> Iterator[Wrong]:
    speakers = Speaker.objects.order_by("pk").values_list("pk", "slug")
    for some in portions(speakers.iterator(chunk_size=keeping.AT_ONCE), keeping.AT_ONCE):
        slugs = dict(some)
        for speaker, sentence in keeping.stale(list(slugs)).items():
            yield Wrong(f"speaker {slugs[speaker]}", sentence)
        if missing := keeping.missing_words(list(slugs)):
            where = f"speakers {some[0][0]}–{some[-1][0]}"
            yield Wrong(where, MISSPELT.format(many=len({word for _, word in missing})))
        on_rows(len(some))


def names_of_the_gone(on_rows: OnRows) -> Iterator[Wrong]:
    if many := keeping.keys_of_the_gone().count():
        yield Wrong("names", f"{many} keys lead to speakers that are no more")
    if many := keeping.unused_words().count():
        yield Wrong("names", f"{many} words stand in no name")


def search_index(on_rows: OnRows) -> Iterator[Wrong]:
    for sentence in search.stale_index(on_rows):
        yield Wrong("search index", sentence)


def likeness_lists(on_rows: OnRows) -> Iterator[Wrong]:
    for sentence in likeness.stale_lists(on_rows):
        yield Wrong("index of likeness", sentence)


INDEX_CHECKS = (
    Check("names", "Speakers are found by their names, also misspelt.", RECOUNT, names),
    Check("gone-names", "Nobody who is gone is found by name.", RECOUNT, names_of_the_gone),
    Check(
        "search-index",
        "The engine's index of words has what the documents have.",
        REBUILD_SEARCH,
        search_index,
    ),
    Check(
        "likeness-lists",
        "Quotes are posted in the lists of their words, and in no others.",
        REBUILD_LIKENESS,
        likeness_lists,
    ),
)
