import pytest
from django.core.management import CommandError

from quotesdb import curation
from quotesdb.models import Appearance, ArticleText, Quote, Segment
from tests.seeds.imported import BODY, change, import_seeds, refused, rows, write
from tests.seeds.written import GOOD

pytestmark = pytest.mark.django_db


@pytest.fixture
def texts(tmp_path):
    write(tmp_path / "texts", BODY, "post-1.txt")
    return tmp_path / "texts"


@pytest.fixture
def file(tmp_path):
    return write(tmp_path)


def place():
    return Segment.objects.values_list("start", "end", "prefix", "suffix").get()


def test_words_get_their_place_in_the_text(file, texts):
    assert rows(import_seeds(file, documents=texts))["texts"] == (1, 0)
    assert place() == (1, 25, "“", "” Grace Hill told us.\n")
    assert ArticleText.objects.get().body == BODY


def test_a_text_may_follow_later(file, texts):
    import_seeds(file)
    assert place() == (None, None, "", "")
    import_seeds(file, documents=texts)
    assert place()[:2] == (1, 25)


def test_the_second_time_moves_no_version(file, texts):
    import_seeds(file, documents=texts)
    version = Appearance.objects.get().version
    import_seeds(file, documents=texts)
    assert Appearance.objects.get().version == version


def test_importing_without_texts_leaves_them(file, texts):
    import_seeds(file, documents=texts)
    before = place()
    import_seeds(file)
    assert place() == before


def test_words_that_a_curator_changed_keep_their_place(file, texts):
    import_seeds(file, documents=texts)
    by_hand = Segment(position=0, exact="do not negotiate", start=8, end=24)
    curation.keep_appearance(Appearance.objects.get(), segments=[by_hand], by=None)
    said = import_seeds(file, documents=texts)
    assert "(changed by hand; kept)" in said
    assert place()[:2] == (8, 24)


def test_articles_without_a_text_are_named(tmp_path, texts):
    write(tmp_path, GOOD)
    other = "format: quotesdb-seeds\nversion: 1\narticle:\n  key: post-2\n"
    write(tmp_path, other, "other.yaml")
    said = import_seeds(tmp_path, documents=texts)
    assert f"No text in {texts} of: post-2." in said
    assert rows(said)["texts"] == (1, 0)


def test_an_article_that_a_curator_deleted_goes_without(file, texts):
    import_seeds(file)
    appearance = Appearance.objects.get()
    curation.discard([appearance, appearance.article], by=None)
    assert rows(import_seeds(file, documents=texts))["texts"] == (0, 0)


def test_a_folder_that_cannot_be_read(file, tmp_path):
    first, last = refused(file, documents=tmp_path / "nothing")
    assert (first, last) == (
        f"{tmp_path / 'nothing'}: No such file or directory",
        "Nothing was saved.",
    )
    assert not Quote.objects.exists()


def test_a_key_cannot_lead_out_of_the_folder(file, tmp_path, texts):
    write(tmp_path, "secret", "secret.txt")
    line = change(file, "key: post-1", "key: a/../../secret")
    assert refused(file, documents=texts)[1].startswith(f"{file}:{line}: ")


def test_texts_and_records_are_saved_together_or_not_at_all(file, texts):
    write(texts, "Something else.", "post-1.txt")
    with pytest.raises(CommandError):
        import_seeds(file, documents=texts)
    assert not Quote.objects.exists()
