"""What is sent about candidates: to propose one, to accept it, perhaps otherwise, to reject it."""

from dataclasses import replace

from rest_framework import serializers
from rest_framework.exceptions import ErrorDetail, ValidationError

from api.conditions import ConditionRequired, version_in
from api.freshness import ANY
from api.strict import Strict, some
from quotesdb.ingest.proposing import LONGEST_CUE, LONGEST_EVIDENCE
from quotesdb.models import Speaker
from quotesdb.models.candidate import BY_HAND
from quotesdb.review import Chosen, ChosenHop
from quotesdb.review.by_hand import Named, NamedHop, Suggestion
from quotesdb.review.deciding import LONGEST_REMARK
from quotesdb.review.placing import NoPlace, Told, placed
from quotesdb.review.proposals import LONGEST_NAME, proposal_of
from quotesdb.vocabulary import Certainty, Form, Medium, Rejection, Relation, SpeakerKind, choices

AROUND = 1_000
LONGEST_READER = 50
NO_SPEAKER = 'There is no speaker "{slug}".'
SEVERAL_CALLED = '"{slug}" may mean several speakers: give the slug of one of them.'
SLUG_OR_NAME = "Give the slug of a speaker that is held, or the name and the kind of a new one."
SEVERAL = (
    "Several speakers may be meant by “{name}”: say which by its slug, or give name and kind for a "
    "new one."
)


class WordsSerializer(Strict):
    exact = serializers.CharField(trim_whitespace=False)
    prefix = serializers.CharField(
        default="", allow_blank=True, trim_whitespace=False, max_length=AROUND
    )
    suffix = serializers.CharField(
        default="", allow_blank=True, trim_whitespace=False, max_length=AROUND
    )
    start = serializers.IntegerField(required=False, min_value=0)


class PrintedSpeakerSerializer(Strict):
    name = serializers.CharField(max_length=LONGEST_NAME)
    kind = serializers.ChoiceField(choices(SpeakerKind))
    mention = serializers.CharField(default="", allow_blank=True, max_length=LONGEST_NAME)
    granted_by = serializers.CharField(default="", allow_blank=True, max_length=LONGEST_NAME)


class ProposedHopSerializer(Strict):
    speaker = PrintedSpeakerSerializer()
    relation = serializers.ChoiceField(choices(Relation), default=Relation.SAID.value)
    medium = serializers.ChoiceField(choices(Medium), default="", allow_blank=True)
    certainty = serializers.ChoiceField(choices(Certainty), default=Certainty.STATED.value)
    evidence = serializers.CharField(default="", allow_blank=True, max_length=LONGEST_EVIDENCE)


class NewCandidateSerializer(Strict):
    article = serializers.IntegerField(min_value=1, max_value=2**63 - 1)
    form = serializers.ChoiceField(choices(Form))
    segments = some(WordsSerializer, allow_empty=False)
    speaker = PrintedSpeakerSerializer(required=False, allow_null=True)
    cue = serializers.CharField(default="", allow_blank=True, max_length=LONGEST_CUE)
    chain = some(ProposedHopSerializer, required=False)
    said_from = serializers.DateField(required=False, allow_null=True)
    said_until = serializers.DateField(required=False, allow_null=True)
    confidence = serializers.FloatField(default=1.0, min_value=0, max_value=1)
    reader = serializers.CharField(
        default=BY_HAND,
        max_length=LONGEST_READER,
        help_text="The name of the script that found it.",
    )


class ChosenOutletSerializer(Strict):
    slug = serializers.CharField(required=False, max_length=LONGEST_NAME)
    name = serializers.CharField(required=False, max_length=LONGEST_NAME)
    kind = serializers.ChoiceField(choices(SpeakerKind), required=False)

    def validate(self, given):
        if ("slug" in given) == ("name" in given) or ("name" in given) != ("kind" in given):
            raise ValidationError(SLUG_OR_NAME)
        return given


class ChosenSpeakerSerializer(ChosenOutletSerializer):
    granted_by = ChosenOutletSerializer(required=False, allow_null=True)


class ChosenHopSerializer(Strict):
    speaker = ChosenSpeakerSerializer()
    relation = serializers.ChoiceField(choices(Relation), default=Relation.SAID.value)
    medium = serializers.ChoiceField(choices(Medium), default="", allow_blank=True)
    certainty = serializers.ChoiceField(choices(Certainty), default=Certainty.STATED.value)
    attributed_as = serializers.CharField(default="", allow_blank=True, max_length=LONGEST_NAME)
    evidence = serializers.CharField(default="", allow_blank=True, max_length=LONGEST_EVIDENCE)


class AcceptanceSerializer(Strict):
    """Only what shall be recorded otherwise than it is proposed."""

    form = serializers.ChoiceField(choices(Form), required=False)
    segments = some(WordsSerializer, required=False, allow_empty=False)
    speaker = ChosenSpeakerSerializer(required=False, allow_null=True)
    chain = some(ChosenHopSerializer, required=False)
    quote = serializers.IntegerField(
        required=False,
        allow_null=True,
        min_value=1,
        max_value=2**63 - 1,
        help_text="The held quote that this prints; null makes a new one.",
    )
    cue = serializers.CharField(required=False, allow_blank=True, max_length=LONGEST_CUE)
    is_translation = serializers.BooleanField(required=False)
    said_from = serializers.DateField(required=False, allow_null=True)
    said_until = serializers.DateField(required=False, allow_null=True)
    nested_in = serializers.IntegerField(
        required=False,
        allow_null=True,
        min_value=1,
        max_value=2**63 - 1,
        help_text="The appearance in whose words it stands.",
    )


class RejectionSerializer(Strict):
    rejection = serializers.ChoiceField(choices(Rejection))
    remark = serializers.CharField(default="", allow_blank=True, max_length=LONGEST_REMARK)


def opened_version(request):
    """The version of a candidate that whoever asks has seen, by `If-Match`; None for any.

    Raises ConditionRequired where the header says none.
    """
    tag = request.headers.get("If-Match", "").strip()
    if tag == ANY:
        return None
    if (version := version_in(tag)) is None:
        raise ConditionRequired
    return version


def suggestion(given):
    """What a body proposes, as `quotesdb.review.by_hand` takes it."""
    return Suggestion(
        segments=tuple(Told(**it) for it in given["segments"]),
        form=Form(given["form"]),
        speaker=_named(given["speaker"]) if given.get("speaker") else None,
        chain=tuple(_named_hop(it) for it in given.get("chain", ())),
        cue=given["cue"],
        said_from=given.get("said_from"),
        said_until=given.get("said_until"),
        confidence=given["confidence"],
        reader=given["reader"],
    )


def verdict(candidate, given):
    """What shall be recorded of a candidate, given what is to be otherwise than proposed."""
    proposal = proposal_of(candidate)
    otherwise = dict(given)
    if "form" in given:
        otherwise["form"] = Form(given["form"])
    if "segments" in given:
        otherwise["segments"] = _segments(candidate, given["segments"])
    if given.get("speaker"):
        otherwise["speaker"] = _chosen(given["speaker"], candidate.speaker, "speaker")
    if "chain" in given:
        otherwise["chain"] = tuple(_chosen_hops(candidate, given["chain"]))
    _refuse_namesakes(proposal, given)
    return replace(proposal.verdict, **otherwise)


def _named(given):
    return Named(**{**given, "kind": SpeakerKind(given["kind"])})


def _named_hop(given):
    return NamedHop(
        _named(given["speaker"]),
        Relation(given["relation"]),
        Medium(given["medium"]) if given["medium"] else None,
        Certainty(given["certainty"]),
        given["evidence"],
    )


def _segments(candidate, given):
    try:
        places = placed(candidate.text.body, [Told(**it) for it in given])
    except NoPlace as error:
        raise ValidationError({f"segments.{error.position}": [error.sentence]}) from error
    return tuple((start, end) for start, end in places)


def _chosen_hops(candidate, given):
    proposed = [hop["speaker"] for hop in candidate.chain]
    for position, hop in enumerate(given):
        told = proposed[position] if len(proposed) == len(given) else None
        yield ChosenHop(
            _chosen(hop["speaker"], told, f"chain.{position}.speaker"),
            Relation(hop["relation"]),
            hop["medium"],
            Certainty(hop["certainty"]),
            hop["attributed_as"],
            hop["evidence"],
        )


def _chosen(given, told, path):
    """A speaker that is held, or a new one. `told` is whom the candidate names in its place."""
    granted_by = given.get("granted_by")
    return replace(
        _speaker(given, path),
        proposed_as=told["name"] if told else "",
        granted_by=_speaker(granted_by, f"{path}.granted_by") if granted_by else None,
    )


def _speaker(given, path):
    if "slug" not in given:
        return Chosen(name=given["name"], kind=SpeakerKind(given["kind"]))
    held = list(Speaker.objects.known_as(given["slug"])[:2])
    if len(held) != 1:
        said = (SEVERAL_CALLED if held else NO_SPEAKER).format(slug=given["slug"])
        raise ValidationError({f"{path}.slug": [ErrorDetail(said, "does_not_exist")]})
    return Chosen(held[0].pk, held[0].name, SpeakerKind(held[0].kind))


def _refuse_namesakes(proposal, given):
    """Nobody new is made of a name that several have, unless the body says so itself."""
    wanted = proposal.verdict
    named = {} if "speaker" in given else {"speaker": wanted.speaker}
    if "chain" not in given:
        named |= {f"chain.{at}.speaker": hop.speaker for at, hop in enumerate(wanted.chain)}
    several = {
        path: [ErrorDetail(SEVERAL.format(name=one.name), "ambiguous")]
        for path, one in named.items()
        if one and one.number is None and _must_choose(one, proposal.meant)
    }
    if several:
        raise ValidationError(several)


def _must_choose(one, meant):
    found = meant.get(one.proposed_as.casefold())
    return found is not None and found.must_choose
