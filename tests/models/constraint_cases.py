"""For every constraint a row that breaks it, and nothing else about it is wrong."""

from dataclasses import dataclass

from quotesdb.models import (
    Affected,
    Alias,
    ApiKey,
    Appearance,
    Article,
    ArticleText,
    Brought,
    Candidate,
    CommonWord,
    Correction,
    Curator,
    Edition,
    FirstAnswer,
    Hop,
    Outlet,
    PrintedBy,
    Quote,
    Redaction,
    Reliance,
    Segment,
    SharedText,
    Speaker,
)
from quotesdb.models.history import Act, acting
from quotesdb.vocabulary import Door
from tests.factory import (
    make_appearance,
    make_article,
    make_correction,
    make_outlet,
    make_quote,
    make_speaker,
)
from tests.models.following_cases import OF_FOLLOWING
from tests.models.merging_cases import OF_MERGING, make_a_merge

NUMBER = 900_001
"""The id of a row that refers to itself."""


@dataclass
class World:
    """Rows for the broken ones to lean on."""

    speaker: Speaker
    profile_to_be: Speaker
    outlet: Outlet
    article: Article
    other: Article
    quote: Quote
    appearance: Appearance
    correction: Correction


def make_world():
    speaker, outlet = make_speaker(aliases=["G. Hill"]), make_outlet(domain="harbour.example")
    other = make_article(url="https://harbour.example/1")
    article = make_article(relies_on=[outlet, other])
    quote = make_quote(speaker=speaker)
    appearance = make_appearance(quote, article, chain=[speaker])
    profile_to_be = Speaker(slug="to-be", name="To be", kind="outlet")
    with acting(Act(Door.IMPORT)):
        Speaker.objects.bulk_create([profile_to_be])
        ArticleText.objects.bulk_create([text(article, version=1, sha256="a")])
    Brought.objects.create(importer="seeds", kind="quote", key="q")
    make_a_merge()
    CommonWord.objects.create(language="en", word="talks")
    Redaction.objects.bulk_create([redaction()])
    correction = make_correction(appearance)
    shared = article.texts.get()
    with acting(Act(Door.IMPORT)):
        Candidate.objects.bulk_create([candidate(shared, fingerprint="held")])
    first_answer().save()
    SharedText.objects.create(quote=quote, a=shared, b=shared, share=0.5)
    # Which outlets print it, and an edition, the writers have kept with the appearance.
    PrintedBy.objects.get_or_create(quote=quote, outlet=None, defaults=printed())
    PrintedBy.objects.get_or_create(quote=quote, outlet=outlet, defaults=printed())
    return World(speaker, profile_to_be, outlet, article, other, quote, appearance, correction)


def printed(**fields):
    return {"sort_date": "2024-01-01", "is_open": False, **fields}


def speaker(**fields):
    return Speaker(**{"slug": "new", "name": "New", "kind": "person", **fields})


def outlet(world, **fields):
    return Outlet(speaker=world.profile_to_be, **fields)


def quote(**fields):
    return Quote(**{"text": "Words.", **fields})


def appearance(world, **fields):
    known = {"quote": world.quote, "article": world.article, "form": "direct"}
    return Appearance(**{**known, "wording": "Words.", **fields})


def segment(world, **fields):
    return Segment(**{"appearance": world.appearance, "position": 1, "exact": "Words.", **fields})


def hop(world, **fields):
    known = {"appearance": world.appearance, "position": 1, "speaker": world.speaker}
    return Hop(**{**known, **fields})


def reliance(world, **fields):
    return Reliance(article=world.other, **{"source": world.article, **fields})


def correction(world, **fields):
    known = {"article": world.article, "kind": "corrected", "reason": "Wrong.", "source": "page 2"}
    return Correction(**{**known, **fields})


def affected(world, **fields):
    known = {"how": "own", "certainty": "stated", "steps": 0, "correction": world.correction}
    return Affected(appearance=world.appearance, **{**known, **fields})


def text(article, **fields):
    known = {"version": 2, "sha256": "b", "retrieved_at": "2024-01-01T00:00:00Z", "body": "Text."}
    return ArticleText(article=article, **{**known, **fields})


def candidate(text, **fields):
    known = {"fingerprint": "new", "start": 0, "form": "direct", "segments": [[0, 4]]}
    proposed = {"reader": "english", "rule": "behind the cue", "confidence": 0.5}
    return Candidate(text=text, **{**known, **proposed, **fields})


def api_key(**fields):
    owner, _ = Curator.objects.get_or_create(username="owner of a key")
    known = {"label": "a mirror", "digest": "d", "expires_at": "2100-01-01T00:00:00Z"}
    return ApiKey(curator=owner, **{**known, **fields})


def first_answer(**fields):
    caller, _ = Curator.objects.get_or_create(username="caller")
    known = {"key": "once", "status": 201, "given_at": "2024-01-01T00:00:00Z"}
    return FirstAnswer(caller=caller, **{**known, **fields})


def redaction(**fields):
    known = {"kind": "quote", "key": "gone", "number": 1, "because": "law"}
    return Redaction(**{**known, **fields})


ITSELF = {"id": NUMBER, "merged_into_id": NUMBER}

CASES = {
    **OF_FOLLOWING,
    **OF_MERGING,
    "quotesdb_apikey_scope_is_known": lambda w: api_key(scope="rule"),
    "quotesdb_apikey_label_has_words": lambda w: api_key(label=" "),
    "quotesdb_apikey_expires_after_it_is_made": lambda w: api_key(
        made_at="2024-01-02T00:00:00Z", expires_at="2024-01-01T00:00:00Z"
    ),
    "quotesdb_speaker_not_merged_into_itself": lambda w: speaker(**ITSELF),
    "quotesdb_speaker_kind_is_known": lambda w: speaker(kind="ghost"),
    "quotesdb_speaker_name_has_words": lambda w: speaker(name=" \t"),
    "quotesdb_speaker_wikidata_id_is_well_formed": lambda w: speaker(wikidata_id="Q042"),
    "quotesdb_speaker_only_anonymous_is_granted": lambda w: speaker(granted_by=w.outlet),
    "quotesdb_speaker_only_anonymous_is_identified": lambda w: speaker(identified_as=w.speaker),
    "quotesdb_speaker_not_identified_as_itself": lambda w: speaker(
        id=NUMBER, identified_as_id=NUMBER, kind="anonymous"
    ),
    "quotesdb_speaker_public_identity_is_known": lambda w: speaker(
        kind="anonymous", identity_is_public=True
    ),
    "quotesdb_alias_once_per_speaker": lambda w: Alias(
        speaker=w.speaker, name="G. Hill", slug="g-hill"
    ),
    "quotesdb_alias_name_has_words": lambda w: Alias(speaker=w.speaker, name=" ", slug="a"),
    "quotesdb_outlet_not_merged_into_itself": lambda w: outlet(w, **ITSELF),
    "quotesdb_outlet_kind_is_known": lambda w: outlet(w, kind="blog"),
    "quotesdb_outlet_domain_once": lambda w: outlet(w, domain="harbour.example"),
    "quotesdb_outlet_domain_is_well_formed": lambda w: outlet(w, domain="Example.org"),
    "quotesdb_outlet_country_is_a_code": lambda w: outlet(w, country="tr"),
    "quotesdb_outlet_language_is_a_tag": lambda w: outlet(w, language="English"),
    "quotesdb_article_not_merged_into_itself": lambda w: Article(**ITSELF),
    "quotesdb_article_key_is_well_formed": lambda w: Article(key="a key"),
    "quotesdb_article_language_is_a_tag": lambda w: Article(language="e"),
    "quotesdb_article_address_is_of_the_web": lambda w: Article(url="ftp://harbour.example/1"),
    "quotesdb_article_address_once": lambda w: Article(url="https://harbour.example/1"),
    "quotesdb_reliance_kind_is_known": lambda w: reliance(w, kind="copies"),
    "quotesdb_reliance_certainty_is_known": lambda w: reliance(w, certainty="sure"),
    "quotesdb_reliance_on_one_thing": lambda w: reliance(w, outlet=w.outlet),
    "quotesdb_reliance_not_on_itself": lambda w: reliance(w, source=w.other),
    "quotesdb_reliance_outlet_once": lambda w: Reliance(article=w.article, outlet=w.outlet),
    "quotesdb_reliance_article_once": lambda w: Reliance(article=w.article, source=w.other),
    "quotesdb_articletext_version_once": lambda w: text(w.article, version=1),
    "quotesdb_articletext_text_once": lambda w: text(w.article, sha256="a"),
    "quotesdb_articletext_versions_start_at_1": lambda w: text(w.article, version=0),
    "quotesdb_candidate_once": lambda w: candidate(w.article.texts.get(), fingerprint="held"),
    "quotesdb_candidate_form_is_known": lambda w: candidate(w.article.texts.get(), form="sung"),
    "quotesdb_candidate_decision_is_known": lambda w: candidate(
        w.article.texts.get(), decision="put off", decided_at="2024-01-01T00:00:00Z"
    ),
    "quotesdb_candidate_rejection_is_known": lambda w: candidate(
        w.article.texts.get(),
        decision="rejected",
        rejection="ugly",
        decided_at="2024-01-01T00:00:00Z",
    ),
    "quotesdb_candidate_confidence_from_0_to_1": lambda w: candidate(
        w.article.texts.get(), confidence=1.5
    ),
    "quotesdb_candidate_decided_in_full": lambda w: candidate(
        w.article.texts.get(), decision="rejected", decided_at="2024-01-01T00:00:00Z"
    ),
    "quotesdb_sharedtext_once": lambda w: SharedText(
        quote=w.quote, a=w.article.texts.get(), b=w.article.texts.get(), share=0.5
    ),
    "quotesdb_firstanswer_once": lambda w: first_answer(),
    "quotesdb_edition_one_only": lambda w: Edition(pk=2),
    "quotesdb_printedby_once": lambda w: PrintedBy(quote=w.quote, outlet=w.outlet, **printed()),
    "quotesdb_printedby_unknown_once": lambda w: PrintedBy(quote=w.quote, **printed()),
    "quotesdb_printedby_first_not_after_last": lambda w: PrintedBy(
        quote=make_quote("Else."), **printed(first_on="2024-01-02", last_on="2024-01-01")
    ),
    "quotesdb_commonword_once": lambda w: CommonWord(language="en", word="talks"),
    "quotesdb_quote_not_merged_into_itself": lambda w: quote(**ITSELF),
    "quotesdb_quote_key_is_well_formed": lambda w: quote(key="-a"),
    "quotesdb_quote_text_has_words": lambda w: quote(text="\n "),
    "quotesdb_quote_language_is_a_tag": lambda w: quote(language="EN"),
    "quotesdb_quote_attribution_status_is_known": lambda w: quote(attribution_status="true"),
    "quotesdb_quote_record_source_is_known": lambda w: quote(record_source="press"),
    "quotesdb_quote_said_from_not_after_until": lambda w: quote(
        said_from="2024-01-02", said_until="2024-01-01"
    ),
    "quotesdb_appearance_not_merged_into_itself": lambda w: appearance(w, **ITSELF),
    "quotesdb_appearance_key_is_well_formed": lambda w: appearance(w, key="ключ"),
    "quotesdb_appearance_language_is_a_tag": lambda w: appearance(w, language="en_US"),
    "quotesdb_appearance_form_is_known": lambda w: appearance(w, form="sung"),
    "quotesdb_appearance_not_nested_in_itself": lambda w: appearance(
        w, id=NUMBER, nested_in_id=NUMBER
    ),
    "quotesdb_segment_exact_has_words": lambda w: segment(w, exact="  "),
    "quotesdb_segment_positions_start_at_0": lambda w: segment(w, position=-1),
    "quotesdb_segment_position_once": lambda w: segment(w, position=0),
    "quotesdb_segment_ends_after_its_start": lambda w: segment(w, start=5, end=5),
    "quotesdb_brought_once": lambda w: Brought(importer="seeds", kind="quote", key="q"),
    "quotesdb_hop_positions_start_at_0": lambda w: hop(w, position=-1),
    "quotesdb_hop_position_once": lambda w: hop(w, position=0),
    "quotesdb_hop_relation_is_known": lambda w: hop(w, relation="sang"),
    "quotesdb_hop_medium_is_known": lambda w: hop(w, medium="drum"),
    "quotesdb_hop_certainty_is_known": lambda w: hop(w, certainty="sure"),
    "quotesdb_redaction_because_is_known": lambda w: redaction(key="other", because="whim"),
    "quotesdb_redaction_once": lambda w: redaction(number=NUMBER),
    "quotesdb_redaction_number_once": lambda w: redaction(key="other"),
    "quotesdb_correction_not_merged_into_itself": lambda w: correction(w, **ITSELF),
    "quotesdb_correction_key_is_well_formed": lambda w: correction(w, key="a key"),
    "quotesdb_correction_about_one_thing": lambda w: correction(w, quote=w.quote),
    "quotesdb_correction_kind_is_known": lambda w: correction(w, kind="regretted"),
    "quotesdb_correction_reason_has_words": lambda w: correction(w, reason=" \n"),
    "quotesdb_correction_has_a_source": lambda w: correction(w, source=" "),
    "quotesdb_correction_source_is_of_the_web": lambda w: correction(
        w, source_url="ftp://harbour.example/1"
    ),
    "quotesdb_correction_taken_back_when_and_why": lambda w: correction(
        w, taken_back_on="2024-05-01"
    ),
    "quotesdb_correction_not_taken_back_too_early": lambda w: correction(
        w, made_on="2024-05-02", taken_back_on="2024-05-01", taken_back_because="Not so."
    ),
    "quotesdb_affected_once": lambda w: affected(w),
    "quotesdb_affected_how_is_known": lambda w: affected(w, how="rumour"),
    "quotesdb_affected_certainty_is_known": lambda w: affected(w, certainty="sure"),
}
