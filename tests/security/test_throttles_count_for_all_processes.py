"""Counting: by one statement, for all processes, in each place where counts can be kept."""

import shutil
import socket
import subprocess
from time import monotonic, sleep, time

import pytest
from django.db import connection

from quotesdb.throttling import in_file
from quotesdb.throttling.counting import forget, stores, take
from quotesdb.throttling.limits import Limit
from tests.processes import ended, manage, own_database, start

LIMIT = Limit("looking", 3, 60)
AT_ONCE = 4
EACH = 150
PROGRAM = "tests.security.taker"


@pytest.fixture(params=["beside", "redis"])
def kept(request, settings, tmp_path, db):
    """Each place for counts: that of this engine, and Redis where there is one."""
    settings.VAR_DIR = tmp_path
    settings.REDIS_URL = request.getfixturevalue("redis_url") if request.param == "redis" else ""
    return stores()[0]


@pytest.fixture(scope="module")
def redis_url(tmp_path_factory):
    program = shutil.which("redis-server")
    if program is None:
        pytest.skip("There is no redis-server here.")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    folder = tmp_path_factory.mktemp("redis")
    command = [program, "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--dir", folder]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as server:
        wait_for(port)
        yield f"redis://127.0.0.1:{port}/0"
        server.terminate()


def wait_for(port):
    began = monotonic()
    while monotonic() - began < 10:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        sleep(0.05)


class Clock:
    """Begins now: what ended long ago is tidied away."""

    def __init__(self):
        self.now = time()

    def __call__(self):
        return self.now


def test_the_places_of_a_window_are_taken_one_by_one(kept):
    taken = [take(LIMIT, "ada") for _ in range(4)]
    assert [it.left for it in taken] == [2, 1, 0, 0]
    assert [it.over for it in taken] == [False, False, False, True]


def test_each_has_places_of_their_own(kept):
    for _ in range(4):
        take(LIMIT, "ada")
    assert not take(LIMIT, "grace").over
    assert not take(Limit("another", 3, 60), "ada").over


def test_forgetting_gives_all_places_back(kept):
    for _ in range(4):
        take(LIMIT, "ada")
    forget(LIMIT, "ada")
    assert take(LIMIT, "ada").left == 2


def test_a_window_ends_when_it_was_said_to_end(settings, tmp_path, db):
    settings.VAR_DIR = tmp_path
    clock = Clock()
    for _ in range(3):
        standing = take(LIMIT, "ada", clock)
    assert 1 <= standing.seconds <= 60
    clock.now += standing.seconds - 2
    assert take(LIMIT, "ada", clock).over
    clock.now += 2
    assert take(LIMIT, "ada", clock).left == 2


def test_windows_of_different_people_end_at_different_times(settings, tmp_path, db):
    settings.VAR_DIR = tmp_path
    clock = Clock()
    ends = {take(LIMIT, f"somebody {number}", clock).seconds for number in range(20)}
    assert len(ends) > 5


def test_who_was_counted_is_not_written_down(settings, tmp_path):
    if connection.vendor != "sqlite":
        pytest.skip("The table has the same three columns.")
    settings.VAR_DIR = tmp_path
    take(LIMIT, "address 192.0.2.77")
    written = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"counted" in written
    assert b"192.0.2.77" not in written


def test_counts_of_windows_that_ended_are_tidied_away(settings, tmp_path):
    if connection.vendor != "sqlite":
        pytest.skip("Tested on its own for PostgreSQL.")
    settings.VAR_DIR = tmp_path
    in_file.add_one(b"long ago", 1_000)
    in_file.add_one(b"now", 9_999_999_999)
    in_file.add_one(b"now, too", 9_999_999_999)
    assert in_file.opened.connection.execute("SELECT count(*) FROM counted").fetchone() == (2,)


@pytest.mark.django_db
def test_postgresql_tidies_too():
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has its own.")
    for key, until in ((b"long ago", 1_000), (b"now", 9_999_999_999), (b"too", 9_999_999_999)):
        stores()[0].add_one(key, until)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM quotesdb_counted")
        assert cursor.fetchone() == (2,)


def test_of_many_processes_exactly_as_many_pass_as_there_are_places(tmp_path):
    with own_database(tmp_path) as environment:
        environment |= {"DJANGO_SETTINGS_MODULE": "quotesdb.settings", "REDIS_URL": ""}
        ended([manage(environment, "migrate", "--verbosity=0")])
        assert passed(environment) == 100


def test_so_it_is_with_redis(tmp_path, redis_url):
    with own_database(tmp_path) as environment:
        environment |= {"DJANGO_SETTINGS_MODULE": "quotesdb.settings", "REDIS_URL": redis_url}
        assert passed(environment) == 100


def passed(environment):
    """Of 600 in several processes, for whom there are 100 places."""
    running = [start(environment, "-m", PROGRAM, str(EACH)) for _ in range(AT_ONCE)]
    return sum(int(told) for told in ended(running))


@pytest.mark.django_db
def test_where_redis_is_down_counts_are_kept_beside(settings, tmp_path, caplog):
    settings.VAR_DIR, settings.REDIS_URL = tmp_path, "redis://127.0.0.1:1/0"
    assert [take(LIMIT, "ada").left for _ in range(2)] == [2, 1]
    forget(LIMIT, "ada")
    assert take(LIMIT, "ada").left == 2
    assert "Nothing is counted there" in caplog.text


def test_where_counts_cannot_be_kept_nobody_is_stopped_and_it_is_logged(settings, tmp_path, caplog):
    if connection.vendor != "sqlite":
        pytest.skip("Without PostgreSQL nothing else would be answered either.")
    settings.VAR_DIR = tmp_path / "nowhere"
    assert take(LIMIT, "ada") is None
    assert "Nothing is counted there" in caplog.text
