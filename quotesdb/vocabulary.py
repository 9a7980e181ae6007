"""The closed lists of words that records, rows and answers share."""

from enum import StrEnum


def choices(words: type[StrEnum]) -> list[tuple[str, str]]:
    """A vocabulary as pairs of a word and its label for people."""
    return [(word.value, word.value.replace("_", " ")) for word in words]


class SpeakerKind(StrEnum):
    """What sort of speaker words come from or pass through."""

    PERSON = "person"
    GROUP = "group"
    ORGANIZATION = "organization"
    OUTLET = "outlet"
    ANONYMOUS = "anonymous"


class OutletKind(StrEnum):
    """How an outlet publishes."""

    NEWSPAPER = "newspaper"
    MAGAZINE = "magazine"
    WIRE = "wire"
    BROADCASTER = "broadcaster"
    WEBSITE = "website"
    AGGREGATOR = "aggregator"


class Form(StrEnum):
    """How an article prints words: in marks, without, or a fragment in its own sentence."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Relation(StrEnum):
    """What a hop did with the words."""

    SAID = "said"
    TOLD = "told"
    CONVEYED = "conveyed"
    REPORTED = "reported"
    QUOTED = "quoted"
    TRANSLATED = "translated"
    REPUBLISHED = "republished"


class Medium(StrEnum):
    """The way words took to the next hands."""

    SPEECH = "speech"
    INTERVIEW = "interview"
    PRESS_CONFERENCE = "press_conference"
    STATEMENT = "statement"
    VOICE_MESSAGE = "voice_message"
    POST = "post"
    BROADCAST = "broadcast"
    DOCUMENT = "document"


class Certainty(StrEnum):
    """Whether the article says so itself, or a curator concluded it."""

    STATED = "stated"
    INFERRED = "inferred"


class RelianceKind(StrEnum):
    """What an article does with the outlet or the article that it relies on."""

    CITES = "cites"
    REPUBLISHES = "republishes"
    TRANSLATES = "translates"


class AttributionStatus(StrEnum):
    """How sure it is who said a quote; never whether what was said is true."""

    UNVERIFIED = "unverified"
    VERIFIED = "verified"
    SECONDARY_ONLY = "secondary_only"
    DISPUTED = "disputed"
    MISATTRIBUTED = "misattributed"
    FABRICATED = "fabricated"
    RETRACTED = "retracted"


class CorrectionKind(StrEnum):
    """What became known of a quote, of one printing of it, or of a whole article."""

    RETRACTED = "retracted"
    CORRECTED = "corrected"
    MISATTRIBUTED = "misattributed"
    FABRICATED = "fabricated"


class Way(StrEnum):
    """How a correction comes to an appearance: the last step of its way, seen from the appearance.

    `OWN`: it is about this appearance, or about the article that prints it.
    """

    OWN = "own"
    QUOTE = "quote"
    CHAIN = "chain"
    RELIANCE = "reliance"


class RecordSource(StrEnum):
    """Where a quote's record comes from."""

    CURATOR = "curator"
    DATASET = "dataset"


class Door(StrEnum):
    """The way by which a change came in."""

    ADMIN = "admin"
    API = "api"
    IMPORT = "import"
    MERGE = "merge"


class Happened(StrEnum):
    """What became of a record by one act; of several things, the one that says most."""

    CREATED = "created"
    CHANGED = "changed"
    DELETED = "deleted"
    MERGED = "merged"
    SPLIT = "split"
    REDACTED = "redacted"
    RECOUNTED = "recounted"


class Ground(StrEnum):
    """Why a record was redacted."""

    PRIVACY = "privacy"
    SAFETY = "safety"
    LAW = "law"
    COPYRIGHT = "copyright"
    MISTAKE = "mistake"


class Decision(StrEnum):
    """What a curator made of a candidate."""

    WAITING = "waiting"
    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REJECTED = "rejected"


class Rejection(StrEnum):
    """Why a candidate is no quote worth recording."""

    NOT_SPEECH = "not_speech"
    WRONG_WORDS = "wrong_words"
    NOT_WORTH_RECORDING = "not_worth_recording"
    RECORDED_ALREADY = "recorded_already"
    OTHER = "other"


class Mergeable(StrEnum):
    """What sort of record may take the place of another of its sort.

    Curators merge the first three; appearances and corrections follow when quotes are merged.
    """

    SPEAKER = "speaker"
    OUTLET = "outlet"
    QUOTE = "quote"
    APPEARANCE = "appearance"
    CORRECTION = "correction"


class Alike(StrEnum):
    """Why two records may be the same."""

    WIKIDATA_ID = "wikidata_id"
    NAME = "name"
    NEAR_NAME = "near_name"
    WORDS = "words"


class Scope(StrEnum):
    """What a key lets a program do in its owner's name; each contains the one before it."""

    READ = "read"
    PROPOSE = "propose"
    CURATE = "curate"
