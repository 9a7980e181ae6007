import os

import pytest

from seeds.reader import BadSeeds, read_seeds
from tests.seeds.written import HEAD


def speaker(file, slug):
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(HEAD + f"speakers:\n  - {{slug: {slug}, name: N, kind: group}}\n")
    return file


def test_a_folder_is_read_with_all_that_is_in_it_in_order(tmp_path):
    speaker(tmp_path / "z.yaml", "z")
    speaker(tmp_path / "deep/er/b.yml", "b")
    speaker(tmp_path / "a.yaml", "a")
    (tmp_path / "notes.txt").write_text("no seeds")
    seeds = read_seeds([tmp_path])
    assert [file.name for file in seeds.files] == ["a.yaml", "b.yml", "z.yaml"]
    assert [record.slug for record in seeds.records] == ["a", "b", "z"]


def test_a_file_named_twice_is_read_once(tmp_path):
    file = speaker(tmp_path / "a.yaml", "a")
    (tmp_path / "same.yaml").symlink_to(file)
    assert len(read_seeds([file, tmp_path, tmp_path / "same.yaml"]).files) == 1


def test_a_file_named_outright_may_end_as_it_likes(tmp_path):
    assert len(read_seeds([speaker(tmp_path / "a.seeds", "a")]).records) == 1


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("nowhere.yaml", "there is no such file or folder"),
        ("empty", "there is no *.yaml or *.yml in this folder"),
        ("n" * 300, "this cannot be read: File name too long"),
    ],
)
def test_a_path_without_seeds_is_a_mistake(tmp_path, path, sentence):
    (tmp_path / "empty").mkdir()
    with pytest.raises(BadSeeds) as bad:
        read_seeds([tmp_path / path])
    assert str(bad.value) == f"{tmp_path / path}:1: {sentence}"


def test_a_file_whose_name_is_not_utf_8_can_be_told(tmp_path):
    file = tmp_path / os.fsdecode(b"caf\xe9.yaml")
    file.write_text("a: [")
    with pytest.raises(BadSeeds) as bad:
        read_seeds([tmp_path])
    assert r"caf\xe9.yaml:1: " in str(bad.value)
    str(bad.value).encode()


def test_records_come_before_those_that_name_them(tmp_path):
    (tmp_path / "a.yaml").write_text(HEAD + "article: {key: a}\n")
    (tmp_path / "b.yaml").write_text(HEAD + "quotes: [{key: q, text: Words.}]\n")
    speaker(tmp_path / "c.yaml", "c")
    kinds = [type(record).__name__ for record in read_seeds([tmp_path]).records]
    assert kinds == ["SpeakerRecord", "QuoteRecord", "ArticleRecord"]
