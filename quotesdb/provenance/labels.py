"""What a group's origin is called."""

from collections.abc import Sequence
from dataclasses import dataclass

from quotesdb.provenance.choices import Place
from quotesdb.provenance.held import Held
from quotesdb.provenance.links import OWN, Links


@dataclass(frozen=True, slots=True, order=True)
class Origin:
    """Where words entered publication. `type` is "outlet" or "article"."""

    type: str
    key: str
    name: str


def outlet(held: Held, key: str) -> Origin:
    return Origin("outlet", key, held.outlets[key].name)


def article(held: Held, key: str) -> Origin:
    return Origin("article", key, held.article(key).title or key)


def own(held: Held, place: int) -> Origin:
    """The outlet of an appearance's article; where that is unknown, the article."""
    if publisher := held.own_outlets[place]:
        return outlet(held, publisher.key)
    return article(held, held.appearances[place].article)


def origin_of(links: Links, place: int) -> Origin:
    """Where the steps upstream from an appearance end."""
    path = list(links.path(place))
    end = path[-1]
    if end in path[:-1]:
        return _of_a_loop(links, path[path.index(end) : -1])
    if isinstance(end, int):
        return own(links.held, end)
    what, key = end
    return outlet(links.held, key) if what == "outlet" else article(links.held, key)


def _of_a_loop(links: Links, loop: Sequence[Place]) -> Origin:
    """Whoever on it names nobody; else whoever was first to publish, by name if undated.

    Best somebody who has no other report that names nobody, and so is no origin elsewhere.
    """
    held = links.held
    for place in loop:
        if not isinstance(place, int) and place[0] == "outlet":
            return outlet(held, place[1])
    published = [place for place in loop if isinstance(place, int)]
    if not published:
        return article(held, min(place[1] for place in loop if not isinstance(place, int)))
    ranked = [(_is_an_origin(links, it), held.when(it)[0], own(held, it)) for it in published]
    return min(ranked)[-1]


def _is_an_origin(links: Links, place: int) -> bool:
    publisher = links.held.own_outlets[place]
    mine = links.held.by_outlet[publisher.key] if publisher else ()
    return any(links.upstream(it).rule in OWN for it in mine)
