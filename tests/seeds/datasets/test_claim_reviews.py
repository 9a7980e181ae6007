import json

import pytest

from quotesdb.records import (
    AppearanceRecord,
    ArticleRecord,
    OutletRecord,
    QuoteRecord,
    SpeakerRecord,
)
from quotesdb.vocabulary import AttributionStatus, Certainty, Form, SpeakerKind
from seeds.datasets.ledger import Fate
from tests.seeds.datasets.given import all_of, claimreview, one_of, read, what

KIND = "claimreview"
CLAIM = "The harbour was never closed by ice."
RATING = "what the review holds of the claim: its rating is about truth, which is not kept here"


def claimed(found):
    return one_of(found, QuoteRecord), one_of(found, AppearanceRecord)


def with_claimant(author):
    return claimreview(itemReviewed={"@type": "Claim", "author": author})


def test_a_claim_is_indirect_words_of_the_claimant():
    found, _ = read(KIND, claimreview())
    quote, appearance = claimed(found)
    assert (quote.text, quote.speaker) == (CLAIM, "q9000001")
    assert appearance.form is Form.INDIRECT
    (hop,) = appearance.chain
    assert (hop.speaker, hop.attributed_as) == ("q9000001", "Grace Hill")
    assert hop.certainty is Certainty.STATED


@pytest.mark.parametrize("marked", [f'"{CLAIM}"', f"“{CLAIM}”", f"«{CLAIM}»", f"„{CLAIM}“."])
def test_a_claim_all_in_marks_is_direct(marked):
    quote, appearance = claimed(read(KIND, claimreview(claimReviewed=marked))[0])
    assert (quote.text, appearance.form) == (CLAIM, Form.DIRECT)


@pytest.mark.parametrize("some", ['Hill said "never" about it.', '"Never" and "always", she said'])
def test_marks_around_a_part_leave_it_indirect(some):
    _, appearance = claimed(read(KIND, claimreview(claimReviewed=some))[0])
    assert appearance.form is Form.INDIRECT


def test_ratings_are_about_truth_and_never_kept():
    found, book = read(KIND, claimreview())
    assert claimed(found)[0].attribution_status is AttributionStatus.UNVERIFIED
    assert what(book.lost)[RATING] == 1


def test_the_review_is_an_article_of_the_checkers_that_relies_on_where_the_claim_was_seen():
    item = {
        **claimreview()["itemReviewed"],
        "appearance": [{"url": "https://post.example/second"}, "https://post.example/first"],
    }
    found, _ = read(KIND, claimreview(itemReviewed=item))
    by_url = {it.url: it for it in all_of(found, ArticleRecord)}
    review = by_url["https://checkers.example/ice"]
    assert str(review.published_on) == "2020-02-03"
    assert {on.article for on in review.relies_on} == {
        by_url["https://post.example/first"].key,
        by_url["https://post.example/second"].key,
    }
    names = {it.domain: it.name for it in all_of(found, OutletRecord)}
    assert names == {"checkers.example": "The Checkers", "post.example": "post.example"}


def test_the_day_of_a_claim_is_the_last_on_which_it_was_said():
    quote, _ = claimed(read(KIND, claimreview())[0])
    assert (quote.said_from, str(quote.said_until)) == (None, "2020-01-30")


@pytest.mark.parametrize(
    "author",
    [
        {"@type": "Person", "name": "Grace Hill"},
        [{"@type": ["Person"], "name": ["Grace Hill"]}],
        {"@type": "http://schema.org/Person", "name": {"@value": "Grace Hill", "@language": "en"}},
        [{"@type": "schema:Person", "name": "Grace&nbsp;Hill"}],
    ],
)
def test_a_property_is_a_text_an_object_or_a_list(author):
    found, _ = read(KIND, with_claimant(author))
    speaker = one_of(found, SpeakerRecord)
    assert (speaker.name, speaker.kind) == ("Grace Hill", SpeakerKind.PERSON)
    assert speaker.slug.startswith("grace-hill-")


def test_an_organization_is_one():
    found, _ = read(KIND, with_claimant({"@type": "Organization", "name": "The Ice Company"}))
    assert one_of(found, SpeakerRecord).kind is SpeakerKind.ORGANIZATION


def test_a_bare_name_is_taken_for_a_person_and_that_is_told():
    found, book = read(KIND, with_claimant("Grace Hill"))
    assert one_of(found, SpeakerRecord).kind is SpeakerKind.PERSON
    assert what(book.lost)["whether a claimant is a person is not told: taken for one"] == 1


def test_the_id_is_found_among_other_addresses():
    same = ["https://en.wikipedia.org/wiki/Grace_Hill", "http://www.wikidata.org/entity/Q9000001"]
    author = {"@type": "Person", "name": "Grace Hill", "sameAs": same}
    found, book = read(KIND, with_claimant(author))
    assert one_of(found, SpeakerRecord).wikidata_id == "Q9000001"
    assert what(book.lost)["itemReviewed.author: sameAs elsewhere than in Wikidata"] == 1


@pytest.mark.parametrize(
    "author",
    [
        None,
        "",
        [],
        {},
        {"name": ""},
        "Unknown",
        "Various sources",
        "Social media users",
        "N/A",
        "-",
    ],
)
def test_what_is_ascribed_to_nobody_is_no_quote(author):
    found, book = read(KIND, with_claimant(author))
    assert found == []
    assert book.fates[Fate.LEFT_OUT] == 1


@pytest.mark.parametrize("item", [None, "a claim", [], [7], 7])
def test_a_review_of_nothing_is_left_out(item):
    found, book = read(KIND, claimreview(itemReviewed=item))
    assert found == []
    assert book.read == book.fates[Fate.LEFT_OUT] == 1


def test_without_words_or_an_address_it_is_dirt():
    found, book = read(KIND, claimreview(claimReviewed=" "), claimreview(url=None))
    assert found == []
    assert book.fates[Fate.DIRT] == 2


def test_entities_and_tags_are_taken_out():
    text = "<p>The harbour &amp;amp; the ice</p>"
    quote, _ = claimed(read(KIND, claimreview(claimReviewed=text))[0])
    assert quote.text == "The harbour & the ice"


AROUND = {
    "alone": lambda one: one,
    "list": lambda one: [one],
    "graph": lambda one: {"@context": "https://schema.org", "@graph": [{"@type": "WebPage"}, one]},
    "feed": lambda one: {"dataFeedElement": [{"@type": "DataFeedItem", "item": [one]}]},
    "page": lambda one: {"@type": "WebPage", "review": one},
    "deep": lambda one: [[{"@graph": [one]}]],
}


@pytest.mark.parametrize("around", AROUND)
@pytest.mark.parametrize("indent", [None, 2])
def test_reviews_stand_in_lists_graphs_and_feeds(around, indent):
    data = json.dumps(AROUND[around](claimreview()), indent=indent).encode()
    found, _ = read(KIND, data=data)
    assert claimed(found)[0].text == CLAIM


ANSWER = {
    "claims": [
        {
            "text": CLAIM,
            "claimant": "Grace Hill",
            "claimDate": "2020-01-30T00:00:00Z",
            "claimReview": [
                {
                    "publisher": {"name": "The Checkers", "site": "checkers.example"},
                    "url": "https://checkers.example/ice",
                    "title": "Was it closed?",
                    "reviewDate": "2020-02-03T10:00:00Z",
                    "textualRating": "False",
                    "languageCode": "en",
                },
                {"url": "https://others.example/ice", "publisher": {"site": "others.example"}},
            ],
        }
    ],
    "nextPageToken": "CAU",
}


def test_an_answer_of_the_fact_check_tools_has_a_claim_for_each_review():
    found, book = read(KIND, data=json.dumps(ANSWER).encode())
    assert [line.name for line in found] == [
        "https://checkers.example/ice",
        "https://others.example/ice",
    ]
    assert {it.language for it in all_of(found, QuoteRecord)} == {"en", "und"}
    assert what(book.lost)[RATING] == 1


PAGE = {
    "name": "pages/7",
    "pageUrl": "https://checkers.example/ice",
    "publishDate": "2020-02-03",
    "versionId": "1",
    "claimReviewAuthor": {"name": "The Checkers", "imageUrl": "https://c.example/logo"},
    "claimReviewMarkups": [
        {
            "claimReviewed": CLAIM,
            "claimDate": "2020-01-30",
            "claimLocation": "At the council",
            "claimFirstAppearance": "https://post.example/first",
            "claimAppearances": ["https://post.example/second"],
            "claimAuthor": {"name": "Grace Hill", "jobTitle": "Harbour master"},
            "rating": {"textualRating": "False"},
        }
    ],
}


def test_a_page_of_markup_is_read():
    found, book = read(KIND, PAGE)
    quote, _ = claimed(found)
    assert (quote.text, quote.occasion) == (CLAIM, "At the council")
    assert len(all_of(found, ArticleRecord)) == 3
    assert what(book.lost)["claimAuthor: jobTitle"] == 1
    assert what(book.lost)[RATING] == 1


def test_lines_are_told_where_the_claims_begin():
    data = json.dumps([claimreview(), claimreview(url="https://c.example/2")], indent=1).encode()
    found, _ = read(KIND, data=data)
    lines = data.decode().split("\n")
    assert [lines[line.line - 1].strip() for line in found] == ["{", "{"]
    assert found[0].line == 2


def test_what_breaks_in_the_middle_leaves_what_is_whole():
    found, book = read(
        KIND,
        claimreview(),
        '{"@type": "ClaimReview", "url": }',
        claimreview(url="https://c.example/2"),
    )
    assert [line.line for line in found] == [1, 3]
    assert book.fates[Fate.DIRT] == 1


def test_a_file_that_ends_too_early_keeps_what_is_whole():
    data = json.dumps([claimreview(), claimreview()]).encode()[:-40]
    found, book = read(KIND, data=data)
    assert len(found) == 1
    assert book.fates[Fate.DIRT] == 1
