"""`python -m tests.fuzzing`: so many made up requests, without a key and with an editor's.

Runs on the empty database that DATABASE_URL and VAR_DIR name. Schemathesis makes the requests out
of docs/openapi.yaml and judges the answers. Ends with 1 where any is a 5xx, or not as told there.
"""

import argparse
import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.contrib.auth.models import Group  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connections  # noqa: E402
from django.utils import timezone  # noqa: E402

from quotesdb import keys  # noqa: E402
from quotesdb.management.port import HOST  # noqa: E402
from quotesdb.models import Curator  # noqa: E402
from quotesdb.vocabulary import Scope  # noqa: E402
from tests.endurance.server import MortalServer, free_port  # noqa: E402

CHECKS = (
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_headers_conformance",
    "response_schema_conformance",
)
OPERATIONS = 90
"""About as many are in the document."""

UNLIMITED = ("LIMIT_LOOKUP", "LIMIT_LOOKUP_WITH_KEY", "LIMIT_WRITING")


def options():
    parser = argparse.ArgumentParser(prog="python -m tests.fuzzing", description=__doc__)
    parser.add_argument("--cases", type=int, default=20_000, help="at least, in all")
    parser.add_argument("--phases", default="examples,coverage,fuzzing", help="of Schemathesis")
    parser.add_argument("--seed", type=int, default=None)
    return parser.parse_args()


def main() -> int:
    asked = options()
    os.environ.update(dict.fromkeys(UNLIMITED, "none"))
    call_command("migrate", verbosity=0)
    call_command("import_seeds", verbosity=0)
    call_command("loaddata", "roles", verbosity=0)
    secret = key_of_an_editor()
    connections.close_all()
    server = MortalServer(free_port())
    server.start()
    try:
        # With a key the data change; without one they are asked for as they were at first.
        ended = [run(server.port, asked, []), run(server.port, asked, bearing(secret))]
    finally:
        server.end()
    return max(ended)


def key_of_an_editor() -> str:
    owner = Curator.objects.create_user("fuzzing")
    owner.groups.add(Group.objects.get(name="Editors"))
    day = timezone.now() + timedelta(days=1)
    _, secret = keys.make_key(owner, label="fuzzing", scope=Scope.CURATE, expires_at=day)
    return secret


def bearing(secret: str) -> list[str]:
    return ["--header", f"Authorization: Bearer {secret}"]


def run(port: int, asked: argparse.Namespace, more: list[str]) -> int:
    """Half of the cases; Schemathesis says how many these were."""
    each = max(1, asked.cases // 2 // OPERATIONS)
    seed = [] if asked.seed is None else ["--seed", str(asked.seed)]
    command = [
        str(Path(sys.executable).with_name("schemathesis")),
        "run",
        "docs/openapi.yaml",
        "--url",
        f"http://{HOST}:{port}",
        "--checks",
        ",".join(CHECKS),
        "--phases",
        asked.phases,
        "--max-examples",
        str(each),
        "--request-timeout",
        "60",
        "--generation-database",
        "none",
        "--continue-on-failure",
        *seed,
        *more,
    ]
    return subprocess.run(command, cwd=settings.BASE_DIR, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
