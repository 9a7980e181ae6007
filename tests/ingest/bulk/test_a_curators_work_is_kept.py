import pytest

from quotesdb import curation
from quotesdb.models import Alias, Quote, Speaker
from tests.ingest.bulk.files import ALL, QUOTE, bring, whole

pytestmark = pytest.mark.django_db

OTHER = [it if it is not QUOTE else {**QUOTE, "occasion": "a speech"} for it in ALL]
"""The same, but for one member of one record."""


@pytest.fixture(autouse=True)
def _brought(tmp_path):
    bring(tmp_path, whole(*ALL))


def change_by_hand():
    quote = Quote.objects.get()
    quote.occasion = "an interview"
    curation.keep_quote(quote, by=None)


def occasion():
    return Quote.objects.get().occasion


def test_what_only_imports_wrote_follows_the_file(tmp_path):
    assert "quote       changed                1" in bring(tmp_path, whole(*OTHER))
    assert (occasion(), Quote.objects.get().version) == ("a speech", 2)


def test_what_was_changed_by_hand_is_left_and_listed(tmp_path):
    change_by_hand()
    said = bring(tmp_path, whole(*OTHER))
    assert "5: quote q1: occasion: held otherwise. It was left as it is." in said
    assert occasion() == "an interview"


def test_unless_the_files_side_is_taken(tmp_path):
    change_by_hand()
    bring(tmp_path, whole(*OTHER), theirs=True)
    assert occasion() == "a speech"


def test_or_the_own_side_and_no_word_about_it(tmp_path):
    change_by_hand()
    said = bring(tmp_path, whole(*OTHER), ours=True)
    assert "held otherwise" not in said
    assert occasion() == "an interview"


def test_a_member_that_a_line_leaves_out_is_not_compared(tmp_path):
    change_by_hand()
    said = bring(tmp_path, whole({"type": "quote", "key": "q1", "text": "We are ready."}))
    assert said.split() == ["quote", "unchanged", "1"]


def test_a_change_of_a_part_is_a_change_by_hand(tmp_path):
    speaker = Speaker.objects.get(slug="grace-hill")
    curation.keep_speaker(speaker, aliases=[Alias(name="G. Hill")], by=None)
    said = bring(tmp_path, whole({**ALL[1], "aliases": []}))
    assert "2: speaker grace-hill: aliases: held otherwise." in said


def test_what_was_merged_by_hand_leads_to_its_survivor(tmp_path):
    survivor = Quote(key="q2", text="We are ready, we are.")
    curation.keep_quote(survivor, by=None)
    gone = Quote.objects.get(key="q1")
    gone.occasion = "merged"
    curation.keep_quote(gone, by=None)
    Quote.objects.filter(key="q1").update(merged_into=survivor)
    bring(tmp_path, whole({**ALL[4], "key": "p2"}))
    assert survivor.appearances.get().key == "p2"
