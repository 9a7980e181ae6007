from datetime import date

from quotesdb.records import (
    AppearanceRecord,
    ArticleRecord,
    HopRecord,
    OutletRecord,
    QuoteRecord,
    RelianceRecord,
    SegmentRecord,
    SpeakerRecord,
)
from quotesdb.vocabulary import Certainty, Form, Medium, OutletKind, Relation, SpeakerKind
from tests.seeds.written import GOOD, HEAD, read

NESTED = """\
    - key: post-1/inner
      quote: tides
      form: direct
      language: cy
      nested_in: rivers
      segments:
        - {exact: Tides, prefix: "the ", suffix: " turn"}
"""


def only(kind, records):
    (record,) = (record for record in records if isinstance(record, kind))
    return record


def test_a_file_becomes_its_records(tmp_path):
    assert read(tmp_path, GOOD).records == (
        SpeakerRecord("grace-hill", "Grace Hill", SpeakerKind.PERSON),
        OutletRecord("harbour-post", "Harbour Post"),
        QuoteRecord("rivers", "Rivers do not negotiate.", said_from=date(2024, 3, 1)),
        ArticleRecord("post-1", language="en", relies_on=(RelianceRecord(outlet="harbour-post"),)),
        AppearanceRecord(
            "post-1/rivers",
            "rivers",
            "post-1",
            Form.DIRECT,
            (SegmentRecord("Rivers do not negotiate,"),),
            language="en",
            chain=(HopRecord("grace-hill", relation=Relation.TOLD),),
        ),
    )


def test_closed_words_become_words_of_the_vocabulary(tmp_path):
    text = GOOD.replace("relation: told", "{medium: post, certainty: inferred}").replace(
        "- speaker: grace-hill\n          {", "- {speaker: grace-hill, "
    )
    (hop,) = only(AppearanceRecord, read(tmp_path, text).records).chain
    assert (hop.medium, hop.certainty) == (Medium.POST, Certainty.INFERRED)
    assert type(hop.medium) is Medium


def test_an_outlet_with_everything(tmp_path):
    text = (
        HEAD
        + "outlets:\n  - {slug: a, name: A, kind: wire, aliases: [B, C], domain: a.example,\n"
        + "     country: NO, language: nb, wikidata_id: Q1, description: A wire.}\n"
    )
    (outlet,) = read(tmp_path, text).records
    assert outlet == OutletRecord(
        "a", "A", OutletKind.WIRE, "A wire.", ("B", "C"), "Q1", "a.example", "NO", "nb"
    )


def test_a_nested_appearance_names_its_outer_one_in_short_or_in_full(tmp_path):
    for named in ("rivers", "post-1/rivers"):
        text = GOOD + NESTED.replace("nested_in: rivers", f"nested_in: {named}")
        *_, inner = read(tmp_path, text).records
        assert inner.nested_in == "post-1/rivers"


def test_an_outer_appearance_that_is_not_there_is_left_for_the_writer(tmp_path):
    *_, inner = read(tmp_path, GOOD + NESTED.replace("in: rivers", "in: other")).records
    assert inner.nested_in == "other"


def test_an_appearance_may_have_a_language_and_a_context_of_its_own(tmp_path):
    *_, inner = read(tmp_path, GOOD + NESTED).records
    assert inner.language == "cy"
    assert inner.segments == (SegmentRecord("Tides", "the ", " turn"),)


def test_an_article_without_a_language_is_in_an_unknown_one(tmp_path):
    records = read(tmp_path, GOOD.replace("  language: en\n", "")).records
    assert only(ArticleRecord, records).language == "und"
    assert only(AppearanceRecord, records).language == "und"


def test_what_is_left_empty_is_not_known(tmp_path):
    text = GOOD.replace("key: post-1", "key: post-1\n  title:\n  url: null\n  outlet: ~")
    article = only(ArticleRecord, read(tmp_path, text).records)
    assert (article.title, article.url, article.outlet) == ("", "", None)
