import pytest

from quotesdb.models import Article, Change, Quote
from tests.factory import make_quote
from tests.ingest.bulk.files import ALL, bring, whole

pytestmark = pytest.mark.django_db


def told():
    rows = Change.objects.order_by("id")
    return list(rows.values_list("kind", "key", "what", "version", "merged_into"))


def test_each_new_record_once_and_those_first_that_others_refer_to(tmp_path):
    bring(tmp_path, whole(*ALL))
    kinds = [kind for kind, _, what, version, _ in told() if (what, version) == ("created", 1)]
    assert kinds == ["speaker", "speaker", "outlet", "article", "quote", "appearance"]
    assert {key for kind, key, *_ in told() if kind == "quote"} == {Quote.objects.get().key}
    assert Change.objects.filter(at=Article.history.get().history_date).count() == len(told())


def test_nothing_where_all_is_held(tmp_path):
    bring(tmp_path, whole(*ALL))
    before = told()
    bring(tmp_path, whole(*ALL))
    assert told() == before


def test_nothing_of_a_check(tmp_path):
    bring(tmp_path, whole(*ALL), check=True)
    assert told() == []


def test_a_record_that_comes_merged_says_where_it_went(tmp_path):
    lines = [{"type": "quote", "key": key, "text": "Words."} for key in ("stays", "goes")]
    lines[1]["merged_into"] = {"key": "stays"}
    bring(tmp_path, whole(*lines))
    assert told() == [
        ("quote", "stays", "created", 1, ""),
        ("quote", "goes", "merged", 1, "stays"),
    ]


def test_a_held_quote_that_is_printed_once_more_is_recounted(tmp_path):
    make_quote("Words.", key="q")
    lines = [
        {"type": "article", "key": "a"},
        {
            "type": "appearance",
            "key": "p",
            "quote": {"key": "q"},
            "article": {"key": "a"},
            "form": "direct",
            "segments": [{"exact": "Words."}],
        },
    ]
    said = bring(tmp_path, whole(*lines))
    assert "refused" not in said, said
    assert told()[1:] == [
        ("article", "a", "created", 1, ""),
        ("quote", "q", "recounted", 1, ""),
        ("appearance", "p", "created", 1, ""),
    ]
