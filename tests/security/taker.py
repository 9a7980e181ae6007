"""A program that takes places as fast as it can, and says for how many it passed."""

import sys

import django

django.setup()

from quotesdb.throttling.counting import take  # noqa: E402
from quotesdb.throttling.limits import Limit  # noqa: E402

# A window so long that none begins while this runs.
LIMIT = Limit("racing", 100, 9_999_999)
standings = [take(LIMIT, "everybody") for _ in range(int(sys.argv[1]))]
sys.stdout.write(f"{sum(not it.over for it in standings if it)}\n")
