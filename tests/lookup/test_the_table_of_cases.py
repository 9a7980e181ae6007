"""Every case of the table, answered as a careful reader would."""

import pytest

from quotesdb.lookup import Verdict, look_up
from tests.lookup.table import CASES, record_what_is_held


@pytest.fixture
def held(db):
    return record_what_is_held()


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_is_answered_as_a_reader_would(case, held):
    keys = {quote.pk: key for key, quote in held.items()}
    answers = look_up(case["text"])
    assert [told(answer, keys) for answer in answers] == [
        expected(item, answer.item.text)
        for item, answer in zip(case["items"], answers, strict=True)
    ]


def told(answer, keys):
    judged = answer.judged
    return {
        "words": answer.item.text,
        "status": answer.status.value,
        "verdict": judged.verdict.value if judged else None,
        "quotes": sorted(keys[one.near.quote] for one in judged.meant) if judged else [],
        "differs": answer.speaker_differs,
    }


def expected(item, words):
    blank = {"words": words, "status": "looked_up", "verdict": None, "quotes": [], "differs": None}
    return {**blank, **item}


def test_every_verdict_has_a_case():
    verdicts = {item.get("verdict") for case in CASES.values() for item in case["items"]}
    assert verdicts >= {it.value for it in Verdict}
