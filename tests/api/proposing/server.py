"""A server with many threads, and a contributor's key to it: says its address and the key.

`--dies answering`: it kills itself as soon as it has an answer to a POST, before anybody hears of
it; `--dies keeping`: already when it would keep the answer.
`--outside PORT`: it takes this port of this machine for the public internet.
"""

import argparse
import os
import signal
import sys
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import django

django.setup()

from quotesdb import first_answers  # noqa: E402
from quotesdb.extraction.intake.fetching import House  # noqa: E402
from quotesdb.ingest import handing_in  # noqa: E402
from quotesdb.vocabulary import Scope  # noqa: E402
from quotesdb.wsgi import application  # noqa: E402
from tests.api.proposing.caller import secret_of  # noqa: E402


class Threads(ThreadingMixIn, WSGIServer):
    daemon_threads = True
    request_queue_size = 50


class Quiet(WSGIRequestHandler):
    def log_message(self, *told):
        pass


def die(*told):
    os.kill(os.getpid(), signal.SIGKILL)


def dying(environ, start_response):
    answer = application(environ, start_response)
    if environ["REQUEST_METHOD"] == "POST":
        die()
    return answer


def main():
    asked = argparse.ArgumentParser()
    asked.add_argument("--dies", choices=["answering", "keeping"])
    asked.add_argument("--outside", type=int)
    given = asked.parse_args()
    if given.outside:
        ports = frozenset((given.outside,))
        handing_in.HOUSE = House(lambda host, port: ["127.0.0.1"], lambda it: True, ports)
    if given.dies == "keeping":
        first_answers.keep = die
    secret = secret_of("rosa", "Contributors", Scope.PROPOSE)
    served = dying if given.dies == "answering" else application
    with make_server("127.0.0.1", 0, served, Threads, Quiet) as server:
        sys.stdout.write(f"http://127.0.0.1:{server.server_port}/api/v1/ {secret}\n")
        sys.stdout.flush()
        server.serve_forever()


if __name__ == "__main__":
    main()
