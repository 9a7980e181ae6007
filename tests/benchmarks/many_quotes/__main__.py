"""Make quotes, and load them into the empty database that DATABASE_URL or VAR_DIR names."""

import argparse
import os
import sys

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "quotesdb.settings")

import django  # noqa: E402

django.setup()

from django.core.management import call_command  # noqa: E402
from tqdm import tqdm  # noqa: E402

from tests.benchmarks.many_quotes.chance import SEED  # noqa: E402
from tests.benchmarks.many_quotes.derived_tables import rebuild  # noqa: E402
from tests.benchmarks.many_quotes.loading import NotEmpty, load  # noqa: E402
from tests.benchmarks.many_quotes.world import World  # noqa: E402


def main():
    options = parse()
    call_command("migrate", verbosity=0, interactive=False)
    if options.rebuild:
        rebuild()
        return
    world = World(options.quotes, options.seed)
    try:
        with tqdm(total=2 * options.quotes, unit=" quotes", unit_scale=0.5, disable=None) as bar:
            load(world, on_quotes=bar.update, with_history=options.history)
    except NotEmpty as reason:
        sys.exit(str(reason))


def parse():
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.many_quotes")
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--quotes", type=int, metavar="N", help="how many to make")
    what.add_argument(
        "--rebuild",
        action="store_true",
        help="make none, but bring a database that was made before to this version",
    )
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument(
        "--history", action="store_true", help="also the rows of history that an import leaves"
    )
    return parser.parse_args()


if __name__ == "__main__":
    main()
