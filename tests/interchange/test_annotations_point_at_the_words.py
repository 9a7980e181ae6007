from quotesdb.interchange.annotation import annotations
from tests.interchange.told import AT, WHOLE

SPLIT, TRANSLATED, CHAINLESS = annotations(WHOLE, AT)["first"]["items"]


def test_a_split_quote_has_a_target_for_each_run_of_words():
    runs = [target["selector"][0]["exact"] for target in SPLIT["target"]]
    assert runs == ["We are ready.", "Now."]


def test_a_place_is_given_only_where_it_is_known():
    placed, unplaced = SPLIT["target"]
    assert placed["selector"][1] == {"type": "TextPositionSelector", "start": 100, "end": 113}
    assert len(unplaced["selector"]) == 1


def test_a_place_tells_of_which_retrieval_it_is():
    placed, unplaced = SPLIT["target"]
    assert placed["state"]["sourceDate"] == "2024-05-03T12:00:00+00:00"
    assert "state" not in unplaced


def test_what_stands_around_the_words_is_given_as_far_as_known():
    placed, unplaced = (target["selector"][0] for target in SPLIT["target"])
    assert (placed["prefix"], placed["suffix"]) == ("said: ", " He added")
    assert "suffix" not in unplaced


def test_the_source_is_the_articles_own_address_where_it_has_one():
    assert SPLIT["target"][0]["source"] == "https://wire.example/1"
    assert CHAINLESS["target"][0]["source"] == AT.article("bare")


def test_the_body_is_the_quote():
    assert TRANSLATED["body"][0]["source"] == AT.quote("ready")
    assert TRANSLATED["body"][1]["value"] == "We are ready. Now."
