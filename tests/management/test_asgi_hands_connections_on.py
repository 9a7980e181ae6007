"""Under ASGI each request has a thread of its own; what it asked by serves the next one."""

import pytest

from tests.processes import ended, own_database, start

THREADS = """
from threading import Thread
import quotesdb.asgi
from quotesdb.databases import POOL
from django.db import close_old_connections, connection

told = set()

def ask():
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        told.update(cursor.fetchone())
    close_old_connections()

for _ in range(20):
    one = Thread(target=ask)
    one.start()
    one.join()
connection.close_pool()
print(len(told) <= POOL["max_size"])
"""


@pytest.mark.postgresql
@pytest.mark.django_db
def test_threads_that_come_and_go_share_a_connection(tmp_path):
    with own_database(tmp_path) as environment:
        asking = {**environment, "DJANGO_SETTINGS_MODULE": "quotesdb.settings"}
        assert ended([start(asking, "-c", THREADS)]) == ["True\n"]
