"""Which format an answer is given in: by `format=`, else by `Accept` as RFC 9110 reads it.

Django REST framework passes over quality values, and lets a media type without a profile answer
for every profile. Here the quality of a format is that of the most specific range it falls in. Of
equal ones the more specifically named wins, then the one named first, then the first we offer.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from django.utils.http import parse_header_parameters
from rest_framework.exceptions import ErrorDetail, NotAcceptable, ValidationError
from rest_framework.negotiation import DefaultContentNegotiation

from quotesdb.nearest import did_you_mean

REMEMBERED = 256
"""How many ways of accepting are remembered; every browser has one."""

QUALITY = re.compile(r"(0(\.[0-9]*)?|1(\.0*)?)\Z")


@dataclass(frozen=True, slots=True)
class Range:
    """A media type, or several by means of `*`; `profiles` narrow it, as RFC 6906 has it."""

    type: str
    subtype: str
    profiles: frozenset[str] = frozenset()
    quality: float = 1.0

    def rank_of(self, offer: "Range", known: frozenset[str]) -> int:
        """How specifically it names what is offered; -1 where it does not mean it.

        Profiles that nothing here has are passed over: they are wishes, not conditions.
        """
        if self.type == "*":
            return 0
        if self.type != offer.type or self.subtype not in ("*", offer.subtype):
            return -1
        if self.subtype == "*":
            return 1
        wished = self.profiles & known
        if not wished:
            return 2
        return 3 if wished & offer.profiles else -1


ANYTHING = "*/*"


@cache
def offered(media_type: str) -> Range:
    return read(media_type)


class ByQuality(DefaultContentNegotiation):
    def get_accept_list(self, request):
        # What most programs say; to read it out of all headers takes longer than to know it.
        if request.META.get("HTTP_ACCEPT", ANYTHING) == ANYTHING:
            return [ANYTHING]
        return super().get_accept_list(request)

    def select_renderer(self, request, renderers, format_suffix=None):
        """The renderer, and its media type.

        Raises ValidationError where `format=` names none of several, NotAcceptable where none is
        accepted.
        """
        params, parameter = request.query_params, self.settings.URL_FORMAT_OVERRIDE
        name = format_suffix or (params.get(parameter) if parameter in params else None)
        accept = tuple(self.get_accept_list(request))
        if not name and accept == (ANYTHING,):
            return renderers[0], renderers[0].media_type
        if name and len(renderers) > 1:
            named = self.filter_renderers(renderers, name)
            chosen = _best(named, accept) or named[0]
        else:
            chosen = _best(renderers, accept)
        if chosen is None:
            raise NotAcceptable(available_renderers=renderers)
        return chosen, chosen.media_type

    def filter_renderers(self, renderers, format):
        named = [renderer for renderer in renderers if renderer.format == format]
        if not named:
            known = sorted({renderer.format for renderer in renderers})
            sentence = f'"{format}" is no format of this answer.{did_you_mean(format, known)}'
            raise ValidationError({"format": [ErrorDetail(sentence, "unknown_format")]})
        return named


def _best(renderers, accept):
    """The renderer that is most wanted; None where none is."""
    place = _place_of_best(tuple(renderer.media_type for renderer in renderers), accept)
    return None if place is None else renderers[place]


@lru_cache(REMEMBERED)
def _place_of_best(media_types, accept):
    accepted = [read(token) for token in accept] or [read(ANYTHING)]
    offers = [offered(media_type) for media_type in media_types]
    known = frozenset[str]().union(*(offer.profiles for offer in offers))
    wanted = [_wanted(offer, accepted, known) for offer in offers]
    # The first of equals.
    place = max(range(len(offers)), key=lambda at: wanted[at])
    return place if wanted[place][0] > 0 else None


def _wanted(offer, accepted, known):
    """The quality of an offer, then how specifically and how early it is named."""
    ranks = [wish.rank_of(offer, known) for wish in accepted]
    rank = max(ranks, default=-1)
    if rank < 0:
        return 0.0, rank, 0
    places = [place for place, found in enumerate(ranks) if found == rank]
    best = max(places, key=lambda place: (accepted[place].quality, -place))
    return accepted[best].quality, rank, -best


def read(media_type: str) -> Range:
    """A media type as somebody wrote it; what is none means nothing that is offered."""
    try:
        full, parameters = parse_header_parameters(media_type)
    except ValueError:
        full, parameters = "", {}
    main, _, sub = full.strip().partition("/")
    profiles = (address.rstrip("#/") for address in parameters.get("profile", "").split())
    return Range(main, sub, frozenset(profiles), _quality(parameters.get("q", "1")))


def _quality(written: str) -> float:
    """As it is written; 1 where that is no quality."""
    return float(written) if QUALITY.match(written) else 1.0
