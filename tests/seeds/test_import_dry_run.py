import pytest

from tests.seeds.all_rows import checksums
from tests.seeds.imported import BODY, change, import_seeds, refused, rows, write

pytestmark = pytest.mark.django_db


def test_a_dry_run_does_everything_and_leaves_nothing(tmp_path):
    file = write(tmp_path)
    write(tmp_path, BODY, "post-1.txt")
    before = checksums()
    said = import_seeds(file, "--dry-run", documents=tmp_path)
    assert checksums() == before
    assert rows(said)["appearances"] == (1, 0, 0, 0)
    assert said.endswith("Dry run: everything was rolled back, nothing was saved.\n")


def test_a_dry_run_finds_mistakes_too(tmp_path):
    file = write(tmp_path)
    change(file, "speaker: grace-hill", "speaker: nobody")
    assert refused(file, "--dry-run")[0] == "1 mistake:"
