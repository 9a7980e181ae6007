"""With exactly the constraint's sentence, whichever of the two writers it is."""

import pytest

from quotesdb import curation
from quotesdb.faults import of_row
from quotesdb.models import (
    Affected,
    ApiKey,
    Appearance,
    Article,
    ArticleText,
    Brought,
    Candidate,
    Change,
    CommonWord,
    Correction,
    Delivery,
    Duplicate,
    Edition,
    FirstAnswer,
    Merge,
    Moved,
    Outlet,
    Part,
    PrintedBy,
    Quote,
    Redaction,
    Segment,
    SharedText,
    Speaker,
    Webhook,
)
from quotesdb.refusals import Refused
from tests.models.constraint_cases import CASES, make_world

pytestmark = pytest.mark.django_db

DERIVED = (Affected, Change, CommonWord, Edition, PrintedBy, SharedText)
OF_MERGING = (Duplicate, Merge, Moved)
OTHERS = (ApiKey, ArticleText, Brought, Candidate, Delivery, FirstAnswer, Redaction, Webhook)
KEPT_BY_NO_ACT = (*DERIVED, *OF_MERGING, *OTHERS)
RELATIONS = {"alias": "aliases", "reliance": "relies_on", "segment": "segments", "hop": "chain"}


@pytest.mark.parametrize("name", CASES)
def test_the_writers_refuse_with_its_sentence(name):
    row = CASES[name](make_world())
    constraint = next(it for it in row._meta.constraints if it.name == name)
    assert constraint.violation_error_message in sentences_against(row)


def sentences_against(row):
    if isinstance(row, KEPT_BY_NO_ACT) or is_nested_in_itself(row):
        return [sentence for _, sentence in of_row(row)]
    with pytest.raises(Refused) as refused:
        keep(row)
    return [refusal.sentence for refusal in refused.value.refusals]


def is_nested_in_itself(row):
    """Only a row that is held can be: the rules look up what it is nested in."""
    return isinstance(row, Appearance) and row.nested_in_id is not None


def keep(row):
    match row:
        case Part():
            relation = RELATIONS[row._meta.model_name]
            whole = getattr(row, row.whole)
            keep_whole(whole, {relation: [*getattr(whole, relation).all(), row]})
        case Appearance():
            keep_whole(row, {"segments": [Segment(position=0, exact="Words.")]})
        case _:
            keep_whole(row, {})


def keep_whole(record, parts):
    match record:
        case Speaker():
            curation.keep_speaker(record, by=None, **parts)
        case Outlet():
            curation.keep_outlet(record, record.speaker, by=None, **parts)
        case Article():
            curation.keep_article(record, by=None, **parts)
        case Correction():
            curation.keep_correction(record, by=None)
        case Quote():
            curation.keep_quote(record, by=None, **parts)
        case Appearance():
            curation.keep_appearance(record, by=None, **parts)
