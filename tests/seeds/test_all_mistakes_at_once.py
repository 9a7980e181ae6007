import pytest

from seeds.reader import BadSeeds, read_seeds
from tests.seeds.written import GOOD, HEAD


def test_all_mistakes_of_all_files_are_told_in_order(tmp_path):
    (tmp_path / "b.yaml").write_text(GOOD.replace("told", "tld").replace("person", "persn"))
    (tmp_path / "a.yaml").write_bytes(b"\n\n\xff")
    (tmp_path / "c.yml").write_text(HEAD + "quotes: [")
    with pytest.raises(BadSeeds) as bad:
        read_seeds([tmp_path / "c.yml", tmp_path, tmp_path / "d.yaml"])
    places = [(mistake.file.name, mistake.line) for mistake in bad.value.mistakes]
    assert places == [("a.yaml", 3), ("b.yaml", 6), ("b.yaml", 26), ("c.yml", 3), ("d.yaml", 1)]


def test_a_mistake_reads_as_file_line_sentence(tmp_path):
    file = tmp_path / "a.yaml"
    file.write_text(GOOD.replace("direct", "dirct"))
    with pytest.raises(BadSeeds) as bad:
        read_seeds([file])
    assert str(bad.value) == f"{file}:21: form must be direct, indirect or mixed, not 'dirct'"


def test_several_mistakes_of_one_line_are_all_told(tmp_path):
    file = tmp_path / "a.yaml"
    file.write_text(HEAD + "speakers:\n  - {slug: a b, name: 1, kind: persn, nick: x}\n")
    with pytest.raises(BadSeeds) as bad:
        read_seeds([file])
    assert [mistake.line for mistake in bad.value.mistakes] == [4, 4, 4, 4]


def test_what_could_not_be_read_is_told_once(tmp_path):
    """An alias is no text either, but it is not the curator who said so."""
    file = tmp_path / "a.yaml"
    file.write_text(GOOD.replace("direct", "*form"))
    with pytest.raises(BadSeeds) as bad:
        read_seeds([file])
    assert [mistake.sentence for mistake in bad.value.mistakes] == [
        "an alias (*form); write the value out"
    ]
