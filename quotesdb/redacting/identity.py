"""Who an anonymous source turned out to be, forgotten; the source itself stays."""

from quotesdb import acts
from quotesdb.models import Brought, Curator, Speaker
from quotesdb.models.history import Act
from quotesdb.refusals import Refusal, Refused
from quotesdb.vocabulary import Door, Ground

from .deed import GONE, refuse_others

UNKNOWN = "Nobody is recorded as who this source turned out to be. Nothing was redacted."
NOBODY = {"identified_as": None, "identity_is_public": False}


def forget_identity(
    slug: str, *, by: Curator | None, because: Ground, door: Door = Door.ADMIN
) -> None:
    """Purge from a source, and from its history, who it turned out to be.

    `by` nobody is whoever works at the server itself.

    Raises Refused where `by` may not, or where nothing of the sort was ever recorded; and
    quotesdb.turns.Busy.
    """
    name = ("speaker", slug)
    refuse_others(by, name)
    with acts.whole(Act(door, by, f"identity redacted: {because.value}")):
        source = Speaker.objects.filter(slug=slug).first()
        if source is None:
            raise Refused([Refusal(*name, (), GONE)])
        if not Speaker.history.filter(id=source.pk).exclude(identified_as=None).exists():
            raise Refused([Refusal(*name, ("identified_as",), UNKNOWN)])
        source.identified_as, source.identity_is_public = None, False
        acts.keep(source)
        Speaker.history.filter(id=source.pk).update(**NOBODY)
        Brought.objects.filter(kind="speaker", key=slug).delete()
