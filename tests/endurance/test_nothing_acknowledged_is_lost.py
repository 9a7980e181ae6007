"""A few writers, and the server killed meanwhile; `make endurance` takes longer."""

from tests.processes import ended, own_database, start

FEW = ("--writers", "4", "--records", "12", "--seconds", "10", "--kill-every", "2", "4")


def test_though_the_server_is_killed_again_and_again(tmp_path):
    with own_database(tmp_path) as environment:
        environment |= {"DJANGO_SETTINGS_MODULE": "quotesdb.settings"}
        (said,) = ended([start(environment, "-m", "tests.endurance", *FEW)])
    assert "Nothing is lost." in said
    assert "killed 0 times" not in said
