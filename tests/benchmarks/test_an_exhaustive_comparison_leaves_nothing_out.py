import random

import pytest

from quotesdb.likeness import finding, posted
from quotesdb.models import Quote
from quotesdb.wording.keys import keys
from tests.benchmarks.altering import Altered, altered
from tests.benchmarks.exhaustive import ALL, COPIED, METHODS, Everything, compared
from tests.factory import make_quote
from tests.likeness.made import make_quotes, renew

pytestmark = pytest.mark.django_db


@pytest.fixture
def questions():
    renew(make_quotes(200, least=3, most=12))
    texts = list(Quote.objects.order_by("pk").values_list("pk", "text"))
    words = [word for _, text in texts for word in text.split()]
    return list(altered(texts, random.Random(3), words))


def every_one(everything, text):
    """The likeliest of all, none left out."""
    words = keys(text)
    features = finding.features([finding.number(word) for word in words])
    asked = finding.asked_about(words, posted.posted_with(features))
    return min(everything.wordings, key=lambda it: (-asked.evidence(everything.wordings[it]), it))


def test_the_likeliest_of_all_is_found(questions):
    everything = Everything()
    for question in questions:
        assert (
            everything.by_evidence(question.heavily) == every_one(everything, question.heavily)[0]
        )


def test_a_near_copy_is_not_the_quote_but_counts_beside_it():
    said = "The harbour wall has sunk by a hand's width since the storms of last winter."
    make_quote(said)
    quote = make_quote(f"{said} Yes.")
    question = Altered(quote.pk, quote.text, lightly=said, heavily=said)
    rows = {kind: row for kind, *row in compared(Everything(), [question], "lightly")}
    assert rows.keys() == {ALL, "9 to 16", COPIED}
    assert rows[ALL] == [1, *["0.000 / 1.000"] * len(METHODS)]
