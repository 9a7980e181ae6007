"""A reviewed claim, whichever of three ways it is written down: JSON-LD, and Google's two.

Every property of JSON-LD may be a text, an object, or a list of either.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from seeds.datasets.dates import day_of
from seeds.datasets.json_lines import Fields, lose_others
from seeds.datasets.languages import tag_of
from seeds.datasets.ledger import Ledger
from seeds.datasets.letters import unmarked
from seeds.datasets.making import address_of, wikidata_ids

RATING = "what the review holds of the claim: its rating is about truth, which is not kept here"
RATINGS = ("reviewRating", "rating", "textualRating")
DEEPEST = 8


@dataclass(frozen=True, slots=True)
class Claim:
    """What somebody is said to have claimed, and the review that says so."""

    text: str
    claimant: str
    claimant_kind: str
    claimant_ids: tuple[str, ...]
    claimed_on: date | None
    place: str
    seen_at: tuple[str, ...]
    review: str
    publisher: str
    title: str
    reviewed_on: date | None
    language: str


def claims_in(value: Any, ledger: Ledger) -> Iterator[Claim]:
    """The claims in one value, as deep as they are put into others."""
    for fields in _objects(value):
        if _is_a(fields, "ClaimReview"):
            yield _from_markup(fields, ledger)
        elif "claimReviewMarkups" in fields:
            yield from _from_page(fields, ledger)
        elif "claimReview" in fields:
            yield from _from_answer(fields, ledger)


def _objects(value: Any, depth: int = 0) -> Iterator[Fields]:
    """The objects that may be or hold claims."""
    if depth > DEEPEST:
        return
    if isinstance(value, list):
        for item in value:
            yield from _objects(item, depth + 1)
    elif isinstance(value, dict) and _holds_claims(value):
        yield value
    elif isinstance(value, dict):
        for name in ("@graph", "dataFeedElement", "itemListElement", "item", "review", "claims"):
            yield from _objects(value.get(name), depth + 1)


def _holds_claims(fields: Fields) -> bool:
    return _is_a(fields, "ClaimReview") or "claimReviewMarkups" in fields or "claimReview" in fields


def _is_a(fields: Fields, kind: str) -> bool:
    """By its type, with whatever address before it."""
    return any(text.rpartition("/")[2].rpartition(":")[2] == kind for text in _types(fields))


def _types(fields: Fields) -> list[str]:
    return [
        text for text in _each(fields.get("@type", fields.get("type"))) if isinstance(text, str)
    ]


def _each(value: Any) -> list[Any]:
    """The values of a property: none, one or several."""
    if isinstance(value, list):
        return value
    return [] if value is None else [value]


def _first(value: Any) -> Fields:
    """The first object of a property; a text stands for an object of that name."""
    for one in _each(value):
        if isinstance(one, dict):
            return one
        if isinstance(one, str) and one.strip():
            return {"name": one}
    return {}


def _text(value: Any) -> str:
    """The first text of a property, also where its language is told with it."""
    for one in _each(value):
        text = one.get("@value") if isinstance(one, dict) else one
        if isinstance(text, str) and text.strip():
            return text
    return ""


def _addresses(value: Any, ledger: Ledger) -> Iterator[str]:
    for one in _each(value):
        given = (one.get("url") or one.get("@id")) if isinstance(one, dict) else one
        for text in _each(given):
            if address := address_of(text, ledger):
                yield address


def _lose_ratings(fields: Fields, ledger: Ledger) -> None:
    for name in RATINGS:
        if fields.get(name):
            ledger.lose(RATING, fields[name])


def _from_markup(fields: Fields, ledger: Ledger) -> Claim:
    reviewed = _first(fields.get("itemReviewed"))
    claimant = _first(reviewed.get("author"))
    publisher = _first(fields.get("author") or fields.get("publisher"))
    _lose_ratings(fields, ledger)
    lose_others(fields, MARKUP, ledger)
    lose_others(reviewed, REVIEWED, ledger, "itemReviewed: ")
    lose_others(claimant, CLAIMANT, ledger, "itemReviewed.author: ")
    lose_others(publisher, frozenset({"@type", "name"}), ledger, "author: ")
    return Claim(
        text=unmarked(_text(fields.get("claimReviewed")), ledger),
        claimant=unmarked(_text(claimant.get("name")), ledger),
        claimant_kind=next(iter(_types(claimant)), ""),
        claimant_ids=_ids(claimant, ledger),
        claimed_on=day_of(_text(reviewed.get("datePublished")), ledger, "itemReviewed: day"),
        place="",
        seen_at=tuple(
            address
            for name in ("firstAppearance", "appearance")
            for address in _addresses(reviewed.get(name), ledger)
        ),
        review=next(_addresses(fields.get("url") or fields.get("mainEntityOfPage"), ledger), ""),
        publisher=unmarked(_text(publisher.get("name")), ledger),
        title=unmarked(_text(fields.get("headline") or fields.get("name")), ledger),
        reviewed_on=day_of(_text(fields.get("datePublished")), ledger, "datePublished"),
        language=tag_of(_language(fields.get("inLanguage")), ledger),
    )


def _ids(claimant: Fields, ledger: Ledger) -> tuple[str, ...]:
    same = [*_each(claimant.get("sameAs")), claimant.get("@id")]
    for one in same:
        if isinstance(one, str) and "wikidata.org/" not in one:
            ledger.lose("itemReviewed.author: sameAs elsewhere than in Wikidata", one)
    return tuple(wikidata_ids([one for one in same if isinstance(one, str) and "wikidata" in one]))


def _language(value: Any) -> str:
    one = _first(value)
    return _text(one.get("alternateName") or one.get("name"))


def _from_page(fields: Fields, ledger: Ledger) -> Iterator[Claim]:
    """A page of markup, as the Fact Check Tools keep it."""
    publisher = _first(fields.get("claimReviewAuthor"))
    lose_others(fields, PAGE, ledger)
    for markup in _each(fields.get("claimReviewMarkups")):
        if isinstance(markup, dict):
            yield _from_markup_of_page(markup, fields, publisher, ledger)
        else:
            ledger.soil("claimReviewMarkups: something else than an object", markup)


def _from_markup_of_page(fields: Fields, page: Fields, publisher: Fields, ledger: Ledger) -> Claim:
    claimant = _first(fields.get("claimAuthor"))
    seen = [*_each(fields.get("claimFirstAppearance")), *_each(fields.get("claimAppearances"))]
    _lose_ratings(fields, ledger)
    lose_others(fields, PAGE_MARKUP, ledger)
    lose_others(claimant, CLAIMANT, ledger, "claimAuthor: ")
    return Claim(
        text=unmarked(_text(fields.get("claimReviewed")), ledger),
        claimant=unmarked(_text(claimant.get("name")), ledger),
        claimant_kind="",
        claimant_ids=_ids(claimant, ledger),
        claimed_on=day_of(fields.get("claimDate"), ledger, "claimDate"),
        place=unmarked(_text(fields.get("claimLocation")), ledger),
        seen_at=tuple(_addresses(seen, ledger)),
        review=next(_addresses(fields.get("url") or page.get("pageUrl"), ledger), ""),
        publisher=unmarked(_text(publisher.get("name")), ledger),
        title="",
        reviewed_on=day_of(page.get("publishDate"), ledger, "publishDate"),
        language="und",
    )


def _from_answer(fields: Fields, ledger: Ledger) -> Iterator[Claim]:
    """A claim with its reviews, as the Fact Check Tools answer: one for each review."""
    lose_others(fields, ANSWER, ledger)
    for review in _each(fields.get("claimReview")):
        if isinstance(review, dict):
            yield _from_review(fields, review, ledger)
        else:
            ledger.soil("claimReview: something else than an object", review)


def _from_review(fields: Fields, review: Fields, ledger: Ledger) -> Claim:
    publisher = _first(review.get("publisher"))
    _lose_ratings(review, ledger)
    lose_others(review, ANSWER_REVIEW, ledger, "claimReview: ")
    return Claim(
        text=unmarked(_text(fields.get("text")), ledger),
        claimant=unmarked(_text(fields.get("claimant")), ledger),
        claimant_kind="",
        claimant_ids=(),
        claimed_on=day_of(fields.get("claimDate"), ledger, "claimDate"),
        place="",
        seen_at=(),
        review=next(_addresses(review.get("url"), ledger), ""),
        publisher=unmarked(_text(publisher.get("name")), ledger),
        title=unmarked(_text(review.get("title")), ledger),
        reviewed_on=day_of(review.get("reviewDate"), ledger, "reviewDate"),
        language=tag_of(review.get("languageCode"), ledger),
    )


NAMED = ("@context", "@type", "@id", "type")
CLAIMANT = frozenset({*NAMED, "name", "sameAs"})
REVIEWED = frozenset({*NAMED, "author", "datePublished", "firstAppearance", "appearance"})
MARKUP = frozenset(
    {
        *NAMED,
        *RATINGS,
        *("url", "mainEntityOfPage", "author", "publisher", "claimReviewed", "itemReviewed"),
        *("datePublished", "headline", "name", "inLanguage"),
    }
)
PAGE = frozenset({"pageUrl", "publishDate", "claimReviewAuthor", "claimReviewMarkups"})
PAGE_MARKUP = frozenset(
    {
        *RATINGS,
        *("url", "claimReviewed", "claimDate", "claimLocation"),
        *("claimFirstAppearance", "claimAppearances", "claimAuthor"),
    }
)
ANSWER = frozenset({"text", "claimant", "claimDate", "claimReview"})
ANSWER_REVIEW = frozenset({*RATINGS, "publisher", "url", "title", "reviewDate", "languageCode"})
