"""What is kept of the words of quotes, in step with them; and all of it anew, from nothing."""

from collections.abc import Callable, Mapping, Sequence
from itertools import islice
from typing import Any

from django.db.models import Max

from quotesdb.loading import load
from quotesdb.models import NumberedWords, PostingList, PostingSegment, Quote
from quotesdb.portions import portions
from quotesdb.printed_words import PrintedWords, words_of

from .building import AT_ONCE, LARGEST, build, merge, signed
from .moving import make_room, move
from .signatures import Numbered, packed
from .word_numbers import numbers

STALE = "the words by which it is found were not those that are printed"

BULK = 1_000
"""So many new quotes at once get lists of their own."""

Words = Mapping[int, Sequence[PrintedWords]]


def renew(words: Words) -> dict[int, str]:
    """Keep by what these quotes are found. A quote without words is not found.

    Gives, for each quote of which something else was kept, a sentence about that. Runs inside the
    caller's turn.
    """
    held = _held(words)
    right = signatures(words)
    wrong = [quote for quote in words if held.get(quote) != right.get(quote)]
    if wrong:
        _set_right(wrong, held, right)
    return dict.fromkeys(wrong, STALE)


def add(words: Words) -> None:
    """Keep by what new quotes are found, of which nothing is kept yet. Runs as `renew` does."""
    if right := signatures(words):
        _set_right(list(right), {}, right)


def _set_right(wrong: Sequence[int], held: Mapping[int, bytes], right: Mapping[int, bytes]) -> None:
    new = _beyond([quote for quote in wrong if quote in right and quote not in held])
    if len(new) < BULK:
        make_room(new)
    else:
        wrong = [quote for quote in wrong if quote not in new]
    if wrong:
        move({quote: (held.get(quote), right.get(quote)) for quote in wrong})
        _keep(wrong, right)
    if len(new) >= BULK:
        post(sorted(new), right)


def stale(words: Words) -> dict[int, str]:
    """What `renew` would say of these quotes; nothing is written."""
    held, right = _held(words), signatures(words)
    return {quote: STALE for quote in words if held.get(quote) != right.get(quote)}


def signatures(words: Words) -> dict[int, bytes]:
    """By quote, its signature, if it has any words."""
    found = {}
    for quote, wordings in words.items():
        numbered = [Numbered(it.appearance, numbers(it.text)) for it in wordings]
        if telling := [it for it in numbered if it.words]:
            found[quote] = packed(telling)
    return found


def _held(words: Words) -> dict[int, bytes]:
    rows = NumberedWords.objects.filter(quote__in=list(words)).values_list("quote", "signature")
    return {quote: bytes(signature) for quote, signature in rows}


def _beyond(quotes: Sequence[int]) -> set[int]:
    """Those that come after all that is posted."""
    highest = NumberedWords.objects.aggregate(it=Max("quote"))["it"] or 0
    first = PostingSegment.objects.aggregate(it=Max("first"))["it"] or 0
    return {quote for quote in quotes if quote > max(highest, first)}


def _keep(quotes: Sequence[int], right: Mapping[int, bytes]) -> None:
    NumberedWords.objects.filter(quote__in=[it for it in quotes if it not in right]).delete()
    NumberedWords.objects.bulk_create(
        [NumberedWords(quote=it, signature=right[it]) for it in quotes if it in right],
        update_conflicts=True,
        unique_fields=["quote"],
        update_fields=["signature"],
    )


def _keep_new(right: Mapping[int, bytes]) -> None:
    load(NumberedWords, ("quote", "signature"), right.items())


def post(quotes: Sequence[int], right: Mapping[int, bytes]) -> None:
    """Keep and post new quotes, in a segment of their own."""
    _keep_new({it: right[it] for it in quotes})
    first = quotes[0] if PostingSegment.objects.in_use().exists() else 0
    build(first, ((it, right[it]) for it in quotes), len(quotes))
    merge()


def rebuild(on_progress: Callable[[int], Any] = lambda quotes: None) -> None:
    """Find anew, from nothing, by what all quotes are found. Runs inside the caller's turn.

    `on_progress` is told each time how many more quotes have been read.
    """
    for model in (PostingList, PostingSegment, NumberedWords):
        model.objects.all().delete()
    standing = Quote.objects.standing().order_by("pk").values_list("pk", flat=True)
    for some in portions(standing.iterator(AT_ONCE), AT_ONCE):
        right = signatures(words_of(some))
        _keep_new(right)
        on_progress(len(some))
    _post_all()


def _post_all() -> None:
    numbers = NumberedWords.objects.order_by("quote").values_list("quote", flat=True)
    kept, many = signed(NumberedWords.objects.all()), numbers.count()
    for done in range(0, many, LARGEST):
        first = numbers[done] if done else 0
        build(first, islice(kept, LARGEST), min(LARGEST, many - done))
