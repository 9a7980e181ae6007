"""What somebody looks for: terms, all of which must be found, and terms that must not."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from quotesdb.search.stems import stem

MOST_REMEMBERED = 2**12
"""Words that somebody looked for."""


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand beside each other. A single word that is not `exact` goes by its stems.

    With `beginning`, the last of the words is only the beginning of one.
    """

    keys: tuple[str, ...]
    exact: bool = False
    beginning: bool = False

    @property
    def goes_by_stems(self) -> bool:
        """Whether other forms of the word will do: not in a phrase, which goes by its words."""
        return not self.exact and not self.beginning and len(self.keys) == 1

    def stems(self, languages: tuple[str, ...]) -> Mapping[str, Sequence[str]]:
        """The stems by which it is found, each with those of these languages that it is of.

        It is found by itself in languages in which it has no stem, which are those of "".
        """
        return _stems(self.keys[0], languages) if self.goes_by_stems else {"": languages}


@lru_cache(MOST_REMEMBERED)
def _stems(word: str, languages: tuple[str, ...]) -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for one in languages:
        found[stem(word, one)].append(one)
    return found or {"": ()}


class Condition(NamedTuple):
    """What a database is asked of the index, with its parameters."""

    sql: str
    parameters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Query:
    """Every group must be found, by one of its terms at least, and no term of `without`."""

    groups: tuple[tuple[Term, ...], ...]
    without: tuple[Term, ...] = ()

    def terms(self) -> Iterator[Term]:
        """Those that are looked for."""
        for group in self.groups:
            yield from group
