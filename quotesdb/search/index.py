"""The index of what quotes say, and how it keeps in step."""

from collections.abc import Callable, Mapping, Sequence

from quotesdb.loading import load
from quotesdb.models import Quote, SearchDocument, SearchLanguage
from quotesdb.portions import portions
from quotesdb.printed_words import PrintedWords, words_of
from quotesdb.replicas import connection
from quotesdb.search.documents import document_of, languages_in
from quotesdb.search.found import engine

STALE = "of the words by which it is found, some were out of date"


def renew(words: Mapping[int, Sequence[PrintedWords]]) -> dict[int, str]:
    """Keep the right words of these quotes.

    Gives, for each quote of which something else was kept, a sentence about that.
    """
    rows = SearchDocument.objects.filter(quote__in=list(words)).order_by()
    held = dict(rows.values_list("quote", "words"))
    right = {quote: document for quote, its in words.items() if (document := document_of(its))}
    wrong = [quote for quote in words if held.get(quote) != right.get(quote)]
    SearchDocument.objects.filter(quote__in=[it for it in wrong if it in held]).delete()
    _keep({quote: right[quote] for quote in wrong if quote in right})
    return dict.fromkeys(wrong, STALE)


def add(words: Mapping[int, Sequence[PrintedWords]]) -> None:
    """Keep the words of new quotes, of which nothing is kept yet."""
    _keep({quote: document_of(its) for quote, its in words.items()})


def stale(words: Mapping[int, Sequence[PrintedWords]]) -> dict[int, str]:
    """What `renew` would say of these quotes, and of what the engine's index is made of.

    Nothing is written.
    """
    rows = SearchDocument.objects.filter(quote__in=list(words)).order_by()
    held = dict(rows.values_list("quote", "words"))
    right = {quote: document for quote, its in words.items() if (document := document_of(its))}
    wrong = {quote for quote in words if held.get(quote) != right.get(quote)}
    alike = {quote: document for quote, document in right.items() if quote not in wrong}
    return dict.fromkeys([*wrong, *engine().with_other_tokens(alike)], STALE)


def stale_index(on_progress: Callable[[int], object]) -> list[str]:
    """What the engine's index holds otherwise than the documents, in sentences; read only."""
    return list(engine().stale_index(on_progress))


def rebuild(on_progress: Callable[[int], object] = lambda done: None) -> None:
    """Keep everything anew, from nothing; tells after each portion how many quotes it was of.

    To be done in one transaction: whoever searches meanwhile finds what was kept before.
    """
    with connection.cursor() as cursor:
        for statement in engine().EMPTY:
            cursor.execute(statement)
    standing = Quote.objects.standing().order_by("pk").values_list("pk", flat=True)
    for some in portions(standing.iterator()):
        _keep({quote: document_of(its) for quote, its in words_of(some).items()})
        on_progress(len(some))
    tidy_up()


def tidy_up() -> None:
    """Let the engine's index hold nothing but what it is of, in as few pieces as may be."""
    with connection.cursor() as cursor:
        for statement in engine().TIDY_UP:
            cursor.execute(statement)


def _keep(documents: Mapping[int, str]) -> None:
    tokens_of = engine().tokens_of
    languages = {language for words in documents.values() for language in languages_in(words)}
    SearchLanguage.objects.bulk_create(
        (SearchLanguage(code=code) for code in sorted(languages)), ignore_conflicts=True
    )
    load(
        SearchDocument,
        ("quote_id", "words", "tokens"),
        ((quote, words, tokens_of(words)) for quote, words in documents.items() if words),
    )
