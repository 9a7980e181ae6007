import pytest

from seeds.reader import BadSeeds, read_seeds
from tests.seeds.mutants import SEEDS, mutants, seed_files

FILES = seed_files()


def refused(file, data):
    """Whether the reader refuses the bytes; if so, every mistake must have its place."""
    file.write_bytes(data)
    try:
        read_seeds([file])
    except BadSeeds as bad:
        lines = data.count(b"\n") + 1
        assert bad.mistakes
        for mistake in bad.mistakes:
            assert mistake.file == file
            assert 1 <= mistake.line <= lines
            assert str(mistake).startswith(f"{file}:{mistake.line}: ")
            assert len(mistake.sentence) < 500
        return True
    return False


@pytest.mark.parametrize("seeds", FILES, ids=lambda file: str(file.relative_to(SEEDS)))
def test_spoilt_files_are_refused_by_file_and_line(tmp_path, seeds):
    taken = [
        name
        for name, data, must_be_refused in mutants(seeds.read_bytes())
        if not refused(tmp_path / "mutant.yaml", data) and must_be_refused
    ]
    assert taken == []


def test_there_are_hundreds_of_them_and_always_the_same():
    names = [[name for name, *_ in mutants(file.read_bytes())] for file in FILES]
    assert sum(map(len, names)) > 1000
    assert names == [[name for name, *_ in mutants(file.read_bytes())] for file in FILES]
