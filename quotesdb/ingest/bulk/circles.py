"""How often Python looks for circles of objects that nothing else holds.

An import makes millions of objects and hardly a circle: what it drops is gone at once. Looking at
all that the program holds, again and again, is a tenth of its time.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

SELDOM = 100_000
"""Objects more than were dropped, before Python looks again; else it is 700."""


@contextmanager
def seldom_looked_for() -> Iterator[None]:
    """Inside, look seldom, and not at what was there before. Holds for the whole process."""
    first, *others = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(max(first, SELDOM), *others)
    try:
        yield
    finally:
        gc.set_threshold(first, *others)
        gc.unfreeze()
