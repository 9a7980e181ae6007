"""What is recorded of an article already, and whether it still stands in the newest text."""

from collections.abc import Sequence
from dataclasses import dataclass

from quotesdb.models import Appearance, ArticleText

Places = list[list[int]]


@dataclass(frozen=True, slots=True)
class Recorded:
    """An appearance, and where its words stand in a text; nowhere if they are gone from it."""

    appearance: Appearance
    places: Places

    @property
    def is_gone(self) -> bool:
        return not self.places


def recorded_in(text: ArticleText) -> list[Recorded]:
    """All standing appearances of the text's article: in two queries."""
    appearances = (
        Appearance.objects.standing()
        .filter(article=text.article_id)
        .select_related("quote__speaker")
        .prefetch_related("segments")
    )
    return [Recorded(one, _places(one, text)) for one in appearances]


def _places(appearance: Appearance, text: ArticleText) -> Places:
    segments = list(appearance.segments.all())
    if appearance.text_id == text.pk and all(it.start is not None for it in segments):
        return [[it.start, it.end] for it in segments if it.start is not None and it.end]
    return find([it.exact for it in segments], text.body)


def find(words: Sequence[str], body: str) -> Places:
    """Where these words stand in a text, one after the other; nothing if one is missing."""
    places: Places = []
    after = 0
    for one in words:
        start = body.find(one, after)
        if start < 0:
            return []
        after = start + len(one)
        places.append([start, after])
    return places
