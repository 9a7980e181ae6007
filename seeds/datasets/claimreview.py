"""ClaimReview: what fact-checkers say that somebody said. Each claim is a line of the ledger.

A claim is a quote only where it is words ascribed to somebody. Whether it is true is the review's
concern, and not kept here.
"""

import re
from collections.abc import Iterator
from typing import Any

from quotesdb.records import (
    AppearanceRecord,
    HopRecord,
    QuoteRecord,
    Record,
    RelianceRecord,
    SegmentRecord,
    SpeakerRecord,
)
from quotesdb.vocabulary import Form, RecordSource, SpeakerKind
from seeds.datasets.claims import Claim, claims_in
from seeds.datasets.found import Found, Wanted
from seeds.datasets.json_values import NoJson, values
from seeds.datasets.ledger import Ledger, LeftOut, Unusable
from seeds.datasets.letters import cut, words_of
from seeds.datasets.lines import Source
from seeds.datasets.making import (
    LONGEST_NAME,
    Printed,
    article_at,
    digest,
    domain_of,
    outlet_of,
    speaker_named,
    speaker_with,
)

LONGEST_OCCASION = 500
MARKS = re.compile(
    r"""(?:"([^"“”]+)"|“([^“”"]+)”|„([^„“”"]+)[“”]|«([^«»]+)»|「([^「」]+)」)[.,]?"""
)
NOBODY = re.compile(
    r"(?:unknown|various|multiple|several|none|null|n/?a|not (?:known|applicable)|-+|\?+|anonymous|"
    r"others?|author|user|(?:(?:various|multiple|several|viral|social|online|anonymous) )*"
    r"(?:sources?|media|users?|posts?|people|persons?|websites?|authors?|claims?|media users?|"
    r"media posts?|(?:facebook|twitter|instagram|tiktok|whatsapp|youtube)"
    r"(?: (?:posts?|users?|pages?|messages?))?))",
    re.IGNORECASE,
)
KINDS = {"Person": SpeakerKind.PERSON, "Organization": SpeakerKind.ORGANIZATION}
UNTOLD_KIND = "whether a claimant is a person is not told: taken for one"


def read(source: Source, ledger: Ledger, wanted: Wanted) -> Iterator[Found | None]:
    """The claims of one file."""
    for value in values(source):
        if isinstance(value, NoJson):
            ledger.dismiss(value.line, Unusable("no JSON", value.shown))
            yield None
        else:
            ledger.line = value.line
            yield from _claims(value.line, value.value, ledger, wanted)


def _claims(line: int, value: Any, ledger: Ledger, wanted: Wanted) -> Iterator[Found | None]:
    is_empty = True
    for claim in claims_in(value, ledger):
        is_empty, found = False, None
        with ledger.reading(line):
            found = _found(claim, ledger, wanted)
        yield found
    if is_empty and not _is_an_envelope(value):
        ledger.dismiss(line, LeftOut("JSON without a reviewed claim", value))
        yield None


def _is_an_envelope(value: Any) -> bool:
    """What is left of an object once its list was read."""
    return isinstance(value, dict) and value.keys() <= {
        *("@context", "@type", "@id", "nextPageToken", "name", "dateModified", "description"),
        *("license", "creator", "publisher", "url"),
    }


def _found(claim: Claim, ledger: Ledger, wanted: Wanted) -> Found:
    words, form = _words(claim, ledger)
    if not claim.review:
        raise Unusable("a review without an address: it could not be known again", claim.text)
    if not claim.claimant or NOBODY.fullmatch(claim.claimant):
        raise LeftOut("a claim that is ascribed to nobody, and so no quote", claim.text)
    speaker = _claimant(claim, ledger, wanted)
    review, others = _review(claim, ledger)
    quote = _quote(claim, words, speaker, ledger)
    appearance = _appearance(claim, quote, review, words, form)
    records: tuple[Record, ...] = (*others, speaker, *review.records, quote, appearance)
    return Found(ledger.file, ledger.line, claim.review, records)


def _words(claim: Claim, ledger: Ledger) -> tuple[str, Form]:
    """The claim is a summary, and so indirect, unless all of it stands in marks."""
    words = words_of(claim.text, ledger)
    marked = MARKS.fullmatch(words)
    inner = next(filter(None, marked.groups()), "").strip() if marked else ""
    return (words_of(inner, ledger), Form.DIRECT) if inner else (words, Form.INDIRECT)


def _claimant(claim: Claim, ledger: Ledger, wanted: Wanted) -> SpeakerRecord:
    kind = KINDS.get(claim.claimant_kind.rpartition("/")[2])
    if kind is None:
        ledger.lose(UNTOLD_KIND, claim.claimant)
        kind = SpeakerKind.PERSON
    name = cut(claim.claimant, LONGEST_NAME, "a claimant's name", ledger)
    if len(claim.claimant_ids) == 1:
        return speaker_with(claim.claimant_ids[0], name, kind)
    if claim.claimant_ids:
        ledger.soil("a claimant with several Wikidata ids: taken by the name", claim.claimant_ids)
    return speaker_named(name, kind, wanted.dataset)


def _review(claim: Claim, ledger: Ledger) -> tuple[Printed, list[Record]]:
    """The review, which relies on the articles where it says that the claim was seen."""
    pages = [article_at(address, ledger) for address in dict.fromkeys(claim.seen_at)]
    others = [page for page in pages if page.article.url != claim.review]
    domain = domain_of(claim.review)
    review = article_at(
        claim.review,
        ledger,
        title=claim.title,
        published_on=claim.reviewed_on,
        language=claim.language,
        outlet=outlet_of(domain, claim.publisher[:LONGEST_NAME]) if domain else None,
        relies_on=tuple(RelianceRecord(article=page.key) for page in others),
    )
    return review, [record for page in others for record in page.records]


def _quote(claim: Claim, words: str, speaker: SpeakerRecord, ledger: Ledger) -> QuoteRecord:
    """Said at the latest on the day of the claim, which may be that of its being published."""
    return QuoteRecord(
        f"claimreview/{digest(claim.review, claim.text)}",
        words,
        language=claim.language,
        speaker=speaker.slug,
        said_until=claim.claimed_on,
        occasion=cut(claim.place, LONGEST_OCCASION, "occasion", ledger),
        record_source=RecordSource.DATASET,
    )


def _appearance(
    claim: Claim, quote: QuoteRecord, review: Printed, words: str, form: Form
) -> AppearanceRecord:
    """The review prints the claim, and states who made it."""
    return AppearanceRecord(
        quote.key,
        quote=quote.key,
        article=review.key,
        form=form,
        segments=(SegmentRecord(words),),
        language=claim.language,
        chain=(HopRecord(quote.speaker or "", attributed_as=claim.claimant[:LONGEST_NAME]),),
    )
