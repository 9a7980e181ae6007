"""The least that is possible: see `tests.benchmarks.side_by_side.floor`."""

import sys

from quotesdb.management.server import WORKERS
from tests.benchmarks.side_by_side.peers.ours import Ours

PACKAGE = "tests.benchmarks.side_by_side.floor"


class Floor(Ours):
    """It is asked by our addresses and answers with our answers."""

    name = "floor"
    title = "the floor: SQL by hand, bytes passed through"

    def command(self, database, port, work):
        interface = "wsgi" if database.engine == "postgresql" else "rsgi"
        options = {
            "--interface": interface,
            "--port": str(port),
            "--workers": str(WORKERS),
            "--log-level": "warning",
            **({"--blocking-threads": "1"} if interface == "wsgi" else {}),
        }
        named = [part for option in options.items() for part in option]
        return [sys.executable, "-m", "granian", f"{PACKAGE}.{interface}:application", *named]

    def environment(self, database):
        return {**database.environment, "FLOOR": database.address}

    def address(self, question, given):
        return None if question == "unchanged" else super().address(question, given)
