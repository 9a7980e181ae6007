import pytest

from quotesdb import curation
from quotesdb.models import Appearance, Quote
from seeds.closing_table import HOW_TO_SETTLE, shortened
from tests.seeds.imported import change, import_seeds, rows, write

pytestmark = pytest.mark.django_db

FILE, HAND = "Rivers do not negotiate.", "Rivers never negotiate."


@pytest.fixture
def file(tmp_path, monkeypatch):
    """A file that is brought in, and of which a curator has then changed a quote."""
    monkeypatch.chdir(tmp_path)
    file = write(tmp_path)
    import_seeds(file)
    quote = Quote.objects.get()
    quote.text = HAND
    curation.keep_quote(quote, by=None)
    return file


def line(outcome):
    return (
        f'seeds.yaml:12: quote rivers: text: the file says "{FILE}", '
        f'the database says "{HAND}" (changed by hand; {outcome})'
    )


def test_it_is_listed_with_its_place_and_how_to_settle_it(file):
    said = import_seeds(file)
    assert rows(said)["quotes"] == (0, 0, 1, 1)
    assert said.splitlines()[-2:] == [line("kept"), HOW_TO_SETTLE]
    assert Quote.objects.get().text == HAND


def test_theirs(file):
    said = import_seeds(file, "--theirs")
    assert said.splitlines()[-1] == line("the file's was taken")
    assert Quote.objects.get().text == FILE
    assert "by hand" not in import_seeds(file)


def test_ours(file):
    said = import_seeds(file, "--ours")
    assert said.splitlines()[-1] == line("kept, and not listed again")
    assert Quote.objects.get().text == HAND
    assert "by hand" not in import_seeds(file)


def test_what_was_deleted_by_hand(file):
    curation.discard([Appearance.objects.get()], by=None)
    said = import_seeds(file, "--ours")
    assert (
        "appearance post-1/rivers: the file has it, in the database it was deleted by hand "
        "(left so, and not listed again)" in said
    )
    assert rows(said)["appearances"] == (0, 0, 0, 1)
    assert "deleted" not in import_seeds(file)


def test_what_is_gone_from_a_folder_is_told_and_not_deleted(tmp_path):
    file = write(tmp_path / "more")
    import_seeds(tmp_path)
    change(file, "quotes:\n  - key: rivers\n", "quotes:\n  - key: streams\n")
    change(file, "    - quote: rivers", "    - quote: streams")
    said = import_seeds(tmp_path)
    assert f"quote rivers is gone from {file}; it was not deleted from the database." in said
    assert Quote.objects.count() == 2
    assert "is gone" not in import_seeds(file)


def test_long_values_are_shown_where_they_differ():
    start = "The same words over and over again, " * 5
    assert shortened(f"{start}but here.", f"{start}but there.") == (
        '…and over again, but here."',
        '…and over again, but there."',
    )
    assert shortened(None, "x" * 100) == ("nothing", '"' + "x" * 59 + "…")
