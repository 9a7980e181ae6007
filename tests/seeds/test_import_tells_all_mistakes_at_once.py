import pytest

from quotesdb import rules
from tests.seeds.all_rows import checksums
from tests.seeds.imported import BODY, change, import_seeds, refused, write
from tests.seeds.written import GOOD

pytestmark = pytest.mark.django_db

SAVED = "Nothing was saved."


def test_the_readers(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    file = write(tmp_path / "seeds")
    form = change(file, "form: direct", "form: sung")
    day = change(file, "2024-03-01", "2024-02-30")
    first, *mistakes, last = refused("seeds")
    assert (first, last) == ("2 mistakes:", SAVED)
    assert [it.split(" ")[0] for it in mistakes] == [
        f"seeds/seeds.yaml:{line}:" for line in sorted((form, day))
    ]


def test_the_writers_in_files_and_lines(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    one = write(tmp_path, GOOD, "one.yaml")
    speaker = change(one, "speaker: grace-hill", "speaker: nobody")
    two = write(
        tmp_path,
        "format: quotesdb-seeds\nversion: 1\narticle:\n  key: post-2\n  relies_on:\n"
        "    - article: post-1\n    - outlet: nowhere\n",
        "two.yaml",
    )
    assert refused(one, two) == [
        "2 mistakes:",
        f'one.yaml:{speaker}: speaker "nobody" is neither in the files nor in the database.',
        'two.yaml:7: outlet "nowhere" is neither in the files nor in the database.',
        SAVED,
    ]


def test_a_rule_over_several_rows(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    file = write(tmp_path)
    form = change(file, "      form: direct", "      form: direct\n      nested_in: rivers")
    assert refused(file)[1] == f"seeds.yaml:{form + 1}: {rules.NESTED_IN_A_LOOP}"


def test_words_that_the_text_does_not_have_together_with_unknown_names(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    file = write(tmp_path)
    write(tmp_path, BODY.replace("Rivers", "Streams"), "post-1.txt")
    words = file.read_text().split("\n").index("        - Rivers do not negotiate,") + 1
    speaker = change(file, "speaker: grace-hill", "speaker: nobody")
    assert refused(file, documents=tmp_path) == [
        "2 mistakes:",
        f"seeds.yaml:{words}: these words do not stand in the article, letter by letter",
        f'seeds.yaml:{speaker}: speaker "nobody" is neither in the files nor in the database.',
        SAVED,
    ]


def test_nothing_is_saved(tmp_path):
    before = checksums()
    file = write(tmp_path)
    change(file, "speaker: grace-hill", "speaker: nobody")
    refused(file)
    assert checksums() == before


def test_a_path_that_is_not_there(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert refused("nothing.yaml")[1:] == [
        "nothing.yaml:1: there is no such file or folder",
        SAVED,
    ]


def test_theirs_or_ours_but_not_both(tmp_path):
    assert "not allowed with" in refused(write(tmp_path), "--theirs", "--ours")[0]


def test_what_was_right_alone_can_be_wrong_with_others(tmp_path):
    import_seeds(write(tmp_path))
    wrong = write(tmp_path, GOOD.replace("Grace", "G."), "other.yaml")
    assert len([it for it in refused(tmp_path) if f"{wrong.name}:" in it]) >= 1
