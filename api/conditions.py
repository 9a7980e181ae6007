"""On which condition a record may be changed: `If-Match`, as RFC 9110 has it, required (RFC 6585).

A tag of a record is its version and what tells answers apart. Only the version is compared, so that
a write elsewhere makes nothing stale.
"""

from django.utils.http import parse_etags
from rest_framework.exceptions import APIException

from api.freshness import ANY, WEAK
from quotesdb.models import Curated
from quotesdb.since import since

REQUIRED = (
    "Say which version you have seen: send the ETag of the record's own answer in the header "
    "If-Match. Nothing was saved."
)
STALE = "You have seen {seen}; it is of version {held} now. Nothing was saved: ask for it again."
NEVER_MATCHES = (
    "{tag} is a weak tag, which If-Match never takes (RFC 9110, 13.1.1). Something on the way made "
    "it weak: send it without the W/ in front. Nothing was saved."
)
NO_TAG = "{tag} is no tag of this record. Nothing was saved: ask for it again."


class ConditionRequired(APIException):
    status_code = 428
    default_detail = REQUIRED
    default_code = "condition_required"


class ConditionFailed(APIException):
    """The record is of another version than whoever writes has seen."""

    status_code = 412
    default_code = "stale"

    def __init__(self, detail, members=None):
        super().__init__(detail)
        self.members = members or {}


class Condition:
    """The versions of a record that may be changed; with `*`, any."""

    def __init__(self, tags):
        self.tags = tags

    @classmethod
    def of(cls, text):
        """What a header's value says.

        Raises ConditionRequired where there is none.
        """
        if text is None or not text.strip():
            raise ConditionRequired
        return cls(parse_etags(text))

    def check(self, record: Curated) -> None:
        """Whether the record may be changed; asked inside the act, where nobody else writes.

        Raises ConditionFailed, with the version that stands and what was changed since.
        """
        versions = [version_in(tag) for tag in self.tags]
        if self.tags == [ANY] or record.version in versions:
            return
        seen = [it for it in versions if it is not None]
        if not seen:
            raise ConditionFailed(self._why_not(), {"version": record.version})
        told = f"version {seen[0]}"
        sentence = STALE.format(seen=told, held=record.version)
        raise ConditionFailed(sentence, members_of(record, max(seen)))

    def _why_not(self):
        weak = [tag for tag in self.tags if tag.startswith(WEAK)]
        if weak:
            return NEVER_MATCHES.format(tag=weak[0])
        return NO_TAG.format(tag=", ".join(self.tags) or "What If-Match says")


def version_in(tag: str) -> int | None:
    """The version in a strong tag: 7 of `"7.…"`, and of `"7"`."""
    number = tag.strip('"').partition(".")[0]
    return int(number) if number.isascii() and number.isdigit() and len(number) < 10 else None


def members_of(record: Curated, seen: int) -> dict:
    """What a problem says beside its sentence: the version that stands, and what changed since."""
    found = since(record, seen)
    return {
        "version": record.version,
        "changed": list(found.members),
        "acts": [
            {
                "version": act.version,
                "at": act.at.isoformat(),
                "by": act.by,
                "door": act.door,
                "why": act.why,
            }
            for act in found.acts
        ],
    }
