"""Several processes bring the same seeds into one empty database: all end well."""

from tests.processes import ended, manage, own_database
from tests.seeds.imported import rows


def test_one_brings_them_in_and_the_others_find_them(tmp_path):
    with own_database(tmp_path) as environment:
        ended([manage(environment, "migrate", "--verbosity=0")])
        said = ended([manage(environment, "import_seeds") for _ in range(3)])
    told = sorted(rows(it)["quotes"] for it in said)
    assert told == [(0, 0, 15, 0), (0, 0, 15, 0), (15, 0, 0, 0)]
