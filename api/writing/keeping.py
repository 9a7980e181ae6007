"""From a draft to rows: each act through `quotesdb.curation`, as at the desk."""

from collections.abc import Mapping
from typing import Any

from api.writing.naming import resolve
from api.writing.reading import (
    APPEARANCES,
    Resource,
    draft_of_change,
    draft_of_new,
)
from quotesdb import curation
from quotesdb.ingest.bulk.careful import change, new_record, parts_wanted
from quotesdb.ingest.bulk.drafts import Draft
from quotesdb.models import Appearance, Article, Correction, Outlet, Quote, Speaker
from quotesdb.refusals import Refusal, Refused

NO_LIST = "appearances must be a list of objects."

Deed = dict[str, Any]


def create(resource: Resource, body: dict[str, Any], deed: Deed) -> Any:
    """A new record. Runs inside an act.

    Raises Refused.
    """
    draft = draft_of_new(resource, body)
    _refuse(draft)
    record = new_record(draft)
    _keep(record, parts_wanted(draft, None), deed)
    return record


def create_with_appearances(
    resource: Resource, of_appearances: Resource, body: dict[str, Any], deed: Deed
) -> Any:
    """A new quote with the appearances that its body lists. Runs inside an act.

    Raises Refused, with all that is wrong with the quote, or with all of its appearances.
    """
    listed = body.get(APPEARANCES) or []
    own = {name: value for name, value in body.items() if name != APPEARANCES}
    if type(listed) is not list or not all(type(it) is dict for it in listed):
        raise Refused([Refusal(resource.kind.name, "new", (APPEARANCES,), NO_LIST)])
    quote = create(resource, own, deed)
    refusals: list[Refusal] = []
    for place, item in enumerate(listed):
        try:
            _create_printing(of_appearances, item, quote, deed)
        except Refused as refused:
            refusals += (
                Refusal(it.kind, it.key, (APPEARANCES, place, *it.path), it.sentence)
                for it in refused.refusals
            )
    if refusals:
        raise Refused(refusals)
    return quote


def _create_printing(resource: Resource, body: dict[str, Any], quote: Any, deed: Deed) -> None:
    draft = draft_of_new(resource, body)
    draft.faults[:] = [it for it in draft.faults if it[0] != ("quote",) or "quote" in body]
    _refuse(draft)
    draft.row["quote_id"] = quote.pk
    _keep(new_record(draft), parts_wanted(draft, None), deed)


def revise(
    resource: Resource,
    record: Any,
    body: dict[str, Any],
    stands: Mapping[str, Any],
    deed: Deed,
) -> Any:
    """Change the members of a record that the body names. Runs inside an act.

    Raises Refused.
    """
    body = _without_the_secret(record, body)
    draft = draft_of_change(resource, body, stands, record)
    _refuse(draft)
    change(record, draft, body)
    _keep(record, parts_wanted(draft, body), deed, is_new=False)
    return record


def _without_the_secret(record: Any, body: dict[str, Any]) -> dict[str, Any]:
    """Answers say `null` of an identity that is not public, and it must not be lost by that.

    Whoever means to take it away says that it is not public as well.
    """
    hidden = isinstance(record, Speaker) and not record.identity_is_public
    if hidden and "identity_is_public" not in body and body.get("identified_as", 1) is None:
        return {name: value for name, value in body.items() if name != "identified_as"}
    return body


def _refuse(draft: Draft) -> None:
    faults = draft.faults or resolve(draft.references)
    if faults:
        name = draft.name if draft.name != "None" else "new"
        raise Refused([Refusal(draft.kind.name, name, path, said) for path, said in faults])


def _keep(record: Any, parts: Mapping[str, Any], deed: Deed, *, is_new: bool = True) -> None:
    match record:
        case Speaker():
            curation.keep_speaker(record, **parts, **deed)
        case Outlet():
            curation.keep_outlet(record, record.speaker, **parts, **deed)
        case Article():
            curation.keep_article(record, **parts, **deed)
        case Quote():
            curation.keep_quote(record, **deed)
        case Appearance():
            curation.keep_appearance(record, **parts, **deed)
        case Correction():
            _keep_correction(record, deed, is_new)


def _keep_correction(correction: Correction, deed: Deed, is_new: bool) -> None:
    """One that is taken back without a day is taken back today."""
    if correction.taken_back_because and correction.taken_back_on is None and not is_new:
        curation.take_back(correction, correction.taken_back_because, **deed)
    else:
        curation.keep_correction(correction, **deed)
