import pytest

from quotesdb.ingest.bulk import many
from quotesdb.models import Appearance, Curator, Quote, Speaker
from tests.ingest.bulk.files import ALL, QUOTE, SPEAKER, bring, whole

pytestmark = pytest.mark.django_db


@pytest.fixture
def _two_at_once(monkeypatch):
    monkeypatch.setattr(many.portions_of, "__defaults__", (2,))


def speakers(*names):
    return [{**SPEAKER, "slug": name, "name": name} for name in names]


@pytest.mark.usefixtures("_two_at_once")
def test_those_before_the_guilty_one_are_kept(tmp_path):
    lines = [*speakers("a", "b", "c"), {**SPEAKER, "slug": "d", "name": " "}, *speakers("e")]
    said = bring(tmp_path, whole(*lines))
    assert "records.ndjson:5: speaker d: A speaker needs a name" in said
    assert "Lines 1–3 are kept; nothing after them was written." in said
    assert set(Speaker.objects.values_list("slug", flat=True)) == {"a", "b"}


@pytest.mark.usefixtures("_two_at_once")
def test_run_again_it_goes_on(tmp_path):
    bring(tmp_path, whole(*speakers("a", "b", "c"), {"type": "quote"}))
    said = bring(tmp_path, whole(*speakers("a", "b", "c", "d", "e")))
    assert said.split() == ["speaker", "new", "3", "speaker", "unchanged", "2"]


def test_a_check_writes_nothing(tmp_path):
    said = bring(tmp_path, whole(*ALL), check=True)
    assert "quote       new                    1" in said
    assert "Check: everything was taken back, nothing was saved." in said
    assert not Speaker.objects.exists()


def test_history_says_who_when_why_and_by_which_door(tmp_path):
    ada = Curator.objects.create_user("ada")
    bring(tmp_path, whole(*ALL), by="ada", why="the mirror of Tuesday")
    for row in (Quote.history.get(), Appearance.history.get(), Speaker.history.first()):
        told = row.history_type, row.history_user, row.history_change_reason, row.door
        assert told == ("+", ada, "the mirror of Tuesday", "import")
    part = Appearance.objects.get().chain.get().history.get()
    assert part.history_date == Appearance.history.get().history_date


def test_what_was_derived_elsewhere_is_found_anew(tmp_path):
    lines = [it if it is not QUOTE else {**QUOTE, "independent_origins": 7} for it in ALL]
    bring(tmp_path, whole(*lines))
    assert Quote.objects.values_list("appearance_count", "independent_origins").get() == (1, 1)


def test_nobody_of_that_name_as_a_curator(tmp_path):
    said = bring(tmp_path, whole(*ALL), by="nobody")
    assert said == 'There is no curator "nobody".\nNothing was saved.'
