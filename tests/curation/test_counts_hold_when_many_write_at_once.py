"""One changes what an article far upstream relies on, another prints a quote far downstream."""

from tests.processes import ended, manage, own_database, start

WRITER = ("-m", "tests.curation.writer_in_a_hurry")


def test_nothing_needs_mending(tmp_path):
    with own_database(tmp_path) as environment:
        environment |= {"DJANGO_SETTINGS_MODULE": "quotesdb.settings"}
        ended([manage(environment, "migrate", "--verbosity=0")])
        ended([start(environment, *WRITER, "prepare")])
        ended([start(environment, *WRITER, str(number)) for number in range(4)])
        (verified,) = ended([manage(environment, "verify")])
        (said,) = ended([manage(environment, "recount")])
    assert "All is right" in verified, verified
    assert "3 quotes counted, 0 mended." in said, said
    assert " names looked through, 0 mended; 0 keys" in said, said
