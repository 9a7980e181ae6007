"""Whom the names mean that a reader found: what is sure enough to be chosen, what is only offered.

Unnamed sources are never taken for one by their description. Within one article the reader may
have followed "he" or "the official" back to a source that was accepted above: that is chosen.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q
from django.db.models.functions import Coalesce

from quotesdb.models import Alias, Candidate, Speaker
from quotesdb.models.speaker import slug_of
from quotesdb.vocabulary import SpeakerKind

Told = Mapping[str, Any]
"""A speaker as a candidate keeps it."""

MOST_OFFERED = 4
LEAST_WORD = 4
ARTICLE = "the "


@dataclass(slots=True)
class Meant:
    """The speaker that a name means, if that is sure enough, why, and who else it may be."""

    chosen: int | None = None
    because: str = ""
    offered: list[int] = field(default_factory=list)
    must_choose: bool = False
    """Several are called so: a new one of that name would be one too many."""


def meant_by(candidate: Candidate, speakers_of_matches: Sequence[int] = ()) -> dict[str, Meant]:
    """By name in small letters, whom the speakers of a candidate mean: in four queries.

    `speakers_of_matches` said what the candidate's words are surely a printing of.
    """
    told = {it["name"].casefold(): it for it in told_of(candidate)}
    above = _accepted_above(candidate)
    named = _named(told)
    alike = _alike(told)
    known = _kinds_and_names(speakers_of_matches)
    found: dict[str, Meant] = {}
    for name, one in told.items():
        meant = _of_accepted(one, above) or _of_named(one, named.get(name, {}))
        of_match = [pk for pk in speakers_of_matches if known[pk][0] == one["kind"]]
        if meant.chosen is None and not meant.must_choose:
            _take_the_matchs(meant, one, of_match, known)
        before = [above[name]] if name in above else []
        rest = [*named.get(name, {}), *of_match, *alike.get(name, [])]
        offered = dict.fromkeys([*before, *meant.offered, *rest])
        meant.offered = [pk for pk in offered if pk != meant.chosen][:MOST_OFFERED]
        found[name] = meant
    return found


def told_of(candidate: Candidate) -> Iterator[Told]:
    """Every speaker that a candidate proposes, and who granted anonymity."""
    for told in (candidate.speaker, *(hop["speaker"] for hop in candidate.chain)):
        if told:
            yield told
            if told["granted_by"]:
                yield outlet_told(told["granted_by"])


def outlet_told(name: str) -> Told:
    return {
        "name": name,
        "kind": SpeakerKind.OUTLET.value,
        "mention": "",
        "place": None,
        "granted_by": "",
    }


def _accepted_above(candidate: Candidate) -> dict[str, int]:
    """What names have turned out to mean in this article; the last decision counts."""
    rows = Candidate.objects.filter(text=candidate.text_id).exclude(pk=candidate.pk)
    meant: dict[str, int] = {}
    for one in rows.decided().order_by("decided_at").values_list("meant", flat=True):
        meant |= one
    standing = Speaker.objects.standing().filter(pk__in=meant.values())
    held = set(standing.values_list("pk", flat=True))
    return {name: pk for name, pk in meant.items() if pk in held}


def _of_accepted(told: Told, above: Mapping[str, int]) -> Meant | None:
    number = above.get(told["name"].casefold())
    if number is None or (is_unnamed(told) and is_described_anew(told)):
        return None
    return Meant(number, "accepted above in this article")


def is_unnamed(told: Told) -> bool:
    return bool(told["kind"] == SpeakerKind.ANONYMOUS)


def is_described_anew(told: Told) -> bool:
    """Whether the article prints the whole description here, and so may mean another person."""
    return not told["mention"] or told["name"].casefold() in told["mention"].casefold()


def _of_named(told: Told, held: Mapping[int, str]) -> Meant:
    """The only speaker of that name and kind; of that name alone, where the kind is none of it."""
    of_kind = [pk for pk, kind in held.items() if kind == told["kind"]] or list(held)
    if not of_kind or is_unnamed(told):
        return Meant()
    if len(of_kind) > 1:
        return Meant(offered=of_kind, must_choose=True)
    return Meant(of_kind[0], "of that name")


def _take_the_matchs(
    meant: Meant, told: Told, of_match: Sequence[int], known: Mapping[int, tuple[str, str]]
) -> None:
    """The same words and the same surname are the same person."""
    for pk in of_match:
        kind, name = known[pk]
        if kind == SpeakerKind.PERSON and last_word(name) == last_word(told["name"]):
            meant.chosen, meant.because = pk, "who said the same words"
            return


def last_word(name: str) -> str:
    words = name.casefold().split()
    return words[-1] if words else ""


def _named(told: Mapping[str, Told]) -> dict[str, dict[int, str]]:
    """By name, the kinds of the standing speakers of that very name, slug or alias."""
    variants = {name: _variants(one["name"]) for name, one in told.items()}
    words = {word for some in variants.values() for word in some}
    slugs = {slug for word in words if (slug := slug_of(word))}
    alias = Alias.objects.filter(Q(name__in=words) | Q(slug__in=slugs))
    rows = Speaker.objects.filter(
        Q(name__in=words) | Q(slug__in=slugs) | Q(pk__in=alias.values("speaker"))
    ).annotate(survivor=Coalesce("merged_into", "pk"))
    rows = rows.select_related("merged_into").prefetch_related("aliases").order_by("pk")
    found: dict[str, dict[int, str]] = {name: {} for name in told}
    for row in rows:
        called = {*_variants(row.name), row.slug}
        called |= {word for it in row.aliases.all() for word in (*_variants(it.name), it.slug)}
        for name, some in variants.items():
            if called & {*some, *map(slug_of, some)}:
                survivor = row.merged_into or row
                found[name][survivor.pk] = survivor.kind
    return found


def _variants(name: str) -> set[str]:
    """A name with and without its article: papers do not agree on that."""
    bare = name[len(ARTICLE) :] if name.casefold().startswith(ARTICLE) else name
    return {name, bare, f"The {bare}", f"the {bare}"}


def _alike(told: Mapping[str, Told]) -> dict[str, list[int]]:
    """By name, those of the same kind whose name has the same last word, the newest first."""
    asked = Q(pk=None)
    for one in told.values():
        if word := telling_word(one):
            asked |= Q(name__icontains=word, kind=one["kind"])
    rows = list(
        Speaker.objects.standing()
        .filter(asked)
        .order_by("-pk")
        .values_list("pk", "name", "kind")[: MOST_OFFERED * 5 * max(1, len(told))]
    )
    return {
        name: [
            pk
            for pk, called, kind in rows
            if kind == one["kind"] and telling_word(one) in called.casefold()
        ]
        for name, one in told.items()
        if telling_word(one)
    }


def telling_word(told: Told) -> str:
    """A surname; or what a source is called before it is told from others."""
    name = told["name"].casefold()
    if is_unnamed(told):
        name = _head(name)
    word = last_word(name)
    return word if len(word) >= LEAST_WORD else ""


def _head(description: str) -> str:
    """The words before "who", "with" and the like."""
    words: list[str] = []
    for word in description.split():
        if word in {"who", "with", "in", "at", "of", "from", "close", "familiar"} and words:
            break
        words.append(word)
    return " ".join(words)


def _kinds_and_names(numbers: Iterable[int]) -> dict[int, tuple[str, str]]:
    rows = Speaker.objects.filter(pk__in=list(numbers)).values_list("pk", "kind", "name")
    return {pk: (kind, name) for pk, kind, name in rows}
