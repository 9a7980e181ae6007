"""Who said the quotes that were found, and whom their printings name: four queries."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from quotesdb.lookup.names import Known
from quotesdb.models import Alias, Hop, Quote, Speaker
from quotesdb.vocabulary import SpeakerKind


@dataclass(frozen=True, slots=True)
class Ascribed:
    """Whom the record of a quote names (None: not known), and whom its printings name."""

    speaker: Known | None
    printed: tuple[Known, ...]


def ascribed_of(quotes: Collection[int]) -> dict[int, Ascribed]:
    """Of those that stand: a quote that is merged away, or gone, is told by nobody."""
    standing = Quote.objects.standing().filter(pk__in=quotes).order_by()
    own = dict(standing.values_list("pk", "speaker"))
    printed = _printed(quotes)
    numbers = {pk for pk in own.values() if pk} | {pk for some in printed.values() for pk in some}
    known = known_of(numbers)
    return {
        quote: Ascribed(
            known.get(speaker) if speaker else None,
            tuple(known[pk] for pk in printed.get(quote, ()) if pk in known and pk != speaker),
        )
        for quote, speaker in own.items()
    }


def _printed(quotes: Collection[int]) -> Mapping[int, list[int]]:
    """For each quote the speakers at the origin of its chains."""
    hops = Hop.objects.filter(
        position=0, appearance__quote__in=quotes, appearance__merged_into=None
    )
    rows = hops.order_by("appearance__quote", "speaker").values_list("appearance__quote", "speaker")
    found: dict[int, list[int]] = defaultdict(list)
    for quote, speaker in rows.distinct():
        found[quote].append(speaker)
    return found


def known_of(numbers: Iterable[int]) -> dict[int, Known]:
    """What these speakers are called; an unnamed source whose name is public, by that."""
    numbers = list(numbers)
    aliases: dict[int, list[str]] = defaultdict(list)
    rows = Alias.objects.filter(speaker__in=numbers).order_by("speaker", "pk")
    for speaker, name in rows.values_list("speaker", "name"):
        aliases[speaker].append(name)
    speakers = Speaker.objects.filter(pk__in=numbers).order_by()
    return {
        pk: _known(name, kind, identity if is_public else None, is_of, aliases[pk])
        for pk, name, kind, is_public, identity, is_of in speakers.values_list(
            "pk", "name", "kind", "identity_is_public", "identified_as__name", "identified_as__kind"
        )
    }


def _known(
    name: str, kind: str, identity: str | None, kind_of_identity: str | None, aliases: list[str]
) -> Known:
    if identity and kind_of_identity:
        return Known((identity,), SpeakerKind(kind_of_identity))
    return Known((name, *aliases), SpeakerKind(kind))
