"""The records that come with the project are what a curator would record of the five articles."""

import json
from pathlib import Path

import pytest

from quotesdb.records import (
    AppearanceRecord,
    ArticleRecord,
    OutletRecord,
    QuoteRecord,
    SpeakerRecord,
)
from quotesdb.vocabulary import AttributionStatus, Certainty, SpeakerKind
from seeds.reader import read_seeds

ROOT = Path(__file__).parents[2]
EXPECTED = json.loads(Path(__file__).with_name("expected_appearances.json").read_text())
SEEDS = read_seeds([ROOT / "seeds"])
ARTICLES = {it.key: it for it in SEEDS.records if isinstance(it, ArticleRecord)}
QUOTES = {it.key: it for it in SEEDS.records if isinstance(it, QuoteRecord)}
APPEARANCES = [it for it in SEEDS.records if isinstance(it, AppearanceRecord)]
SPEAKERS = {it.slug: it for it in SEEDS.records if isinstance(it, SpeakerRecord | OutletRecord)}


def names(slug):
    speaker = SPEAKERS[slug]
    return {speaker.name, *speaker.aliases}


of_each_article = pytest.mark.parametrize("expected", EXPECTED, ids=lambda one: one["article"])


def recorded(expected):
    return [it for it in APPEARANCES if it.article == expected["article"]]


def both(expected):
    return zip(recorded(expected), expected["appearances"], strict=True)


@of_each_article
def test_an_article_says_what_is_known_of_it(expected):
    article = ARTICLES[expected["article"]]
    outlet = article.outlet and SPEAKERS[article.outlet].name
    assert (article.title or None, outlet) == (expected["title"], expected["outlet"])
    assert article.language == expected["language"]
    assert [SPEAKERS[it.outlet].name for it in article.relies_on] == expected["relies_on"]


@of_each_article
def test_every_appearance_is_recorded_word_for_word(expected):
    for appearance, wanted in both(expected):
        words = [segment.exact for segment in appearance.segments]
        assert (appearance.quote, words) == (wanted["family"], wanted["segments"])
        assert (appearance.form, appearance.cue) == (wanted["form"], wanted["cue"])


@of_each_article
def test_every_chain_leads_through_the_expected_hands(expected):
    for appearance, wanted in both(expected):
        assert len(appearance.chain) == len(wanted["chain"])
        for hop, name in zip(appearance.chain, wanted["chain"], strict=True):
            assert name in names(hop.speaker)


@of_each_article
def test_every_quote_has_the_expected_speaker(expected):
    for appearance, wanted in both(expected):
        quote = QUOTES[appearance.quote]
        assert wanted["speaker"] in names(quote.speaker)
        assert appearance.chain[0].speaker == quote.speaker


def test_nothing_else_is_recorded():
    families = {one["family"] for article in EXPECTED for one in article["appearances"]}
    assert len(APPEARANCES) == 30
    assert set(QUOTES) == families
    assert set(ARTICLES) == {article["article"] for article in EXPECTED}
    mentioned = {hop.speaker for appearance in APPEARANCES for hop in appearance.chain}
    outlets = {article.outlet for article in ARTICLES.values() if article.outlet}
    assert set(SPEAKERS) == mentioned | outlets


def test_quotes_inside_quotes_are_nested_in_the_quote_around_them():
    nested = {it.key: it.nested_in for it in APPEARANCES if it.nested_in}
    assert len(nested) == 4
    for inner, outer in nested.items():
        assert inner == f"{outer}/nested"
        assert outer in {it.key for it in APPEARANCES}


def test_the_wordings_of_one_meeting_join_one_group_and_keep_what_was_printed():
    hops = [it.chain[0] for it in APPEARANCES if it.quote == "ready-to-negotiate/nested"]
    assert {hop.speaker for hop in hops} == {"top-russian-officials"}
    assert [hop.attributed_as for hop in hops] == [
        "top Russian officials",
        "senior Russian officials",
        "Russian officials",
        "Russian officials",
    ]


def test_the_look_alike_letter_is_kept_as_printed_and_mended_in_the_quote():
    (printed,) = (
        it.segments[0].exact
        for it in APPEARANCES
        if it.key.startswith("000") and "theses" in it.key
    )
    assert printed[0] == "\N{CYRILLIC SMALL LETTER ES}"
    assert QUOTES["theses-incorrect"].text == "c" + printed[1:]


@pytest.mark.parametrize("key", sorted(set(QUOTES) - {"theses-incorrect"}))
def test_the_reference_wording_is_one_that_an_article_prints(key):
    printed = {
        " ".join(segment.exact for segment in it.segments) for it in APPEARANCES if it.quote == key
    }
    assert QUOTES[key].text in printed


def test_who_is_inferred_is_marked():
    inferred = {
        (it.quote, hop.speaker)
        for it in APPEARANCES
        for hop in it.chain
        if hop.certainty == Certainty.INFERRED
    }
    assert inferred == {
        ("favourable-moment", "former-senior-russian-officials"),
        ("new-realities", "reuters"),
    }


def test_every_hop_and_every_reliance_shows_its_evidence():
    assert all(hop.evidence for it in APPEARANCES for hop in it.chain)
    assert all(it.evidence for article in ARTICLES.values() for it in article.relies_on)


def test_nobody_has_verified_anything_yet():
    statuses = {quote.attribution_status for quote in QUOTES.values()}
    assert statuses == {AttributionStatus.UNVERIFIED}


def test_every_anonymous_source_is_that_of_an_outlet():
    speakers = [it for it in SEEDS.records if isinstance(it, SpeakerRecord)]
    outlets = {it.slug for it in SEEDS.records if isinstance(it, OutletRecord)}
    for speaker in speakers:
        assert (speaker.granted_by in outlets) == (speaker.kind == SpeakerKind.ANONYMOUS)
