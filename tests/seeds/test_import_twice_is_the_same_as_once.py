import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from quotesdb.models import Appearance, Article, Quote
from tests.seeds.all_rows import checksums
from tests.seeds.imported import BODY, import_seeds, rows, write

pytestmark = pytest.mark.django_db

READS = ("SELECT", "SAVEPOINT", "RELEASE SAVEPOINT", "SET LOCAL")


def test_the_projects_own_seeds_come_in_without_being_named():
    said = import_seeds()
    assert {new for new, *others in rows(said).values() if others == [0, 0, 0]} == {4, 5, 8, 15, 30}
    assert [Article.objects.count(), Quote.objects.count(), Appearance.objects.count()] == [
        5,
        15,
        30,
    ]


def test_the_second_time_nothing_at_all_is_written(tmp_path):
    file = write(tmp_path / "seeds")
    (tmp_path / "post-1.txt").write_text(BODY)
    import_seeds(file, documents=tmp_path)
    before = checksums()
    with CaptureQueriesContext(connection) as queries:
        said = import_seeds(file, documents=tmp_path)
    assert [it["sql"] for it in queries if not it["sql"].startswith(READS)] == []
    assert checksums() == before
    assert rows(said) == {
        "outlets": (0, 0, 1, 0),
        "speakers": (0, 0, 1, 0),
        "articles": (0, 0, 1, 0),
        "quotes": (0, 0, 1, 0),
        "appearances": (0, 0, 1, 0),
        "texts": (0, 1),
    }


def test_silence_on_success_where_it_is_asked_for(tmp_path):
    assert import_seeds(write(tmp_path), verbosity=0) == ""


def test_no_bar_where_nobody_watches(capfd, tmp_path):
    import_seeds(write(tmp_path))
    assert capfd.readouterr() == ("", "")
