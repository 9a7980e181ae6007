"""What is held in the end, against what the writers were told."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from quotesdb.models import Appearance, Quote
from tests.endurance.writers import Told


def faults(told: Told) -> Iterator[str]:
    """One sentence for everything that was lost, doubled or invented."""
    yield from told.strange
    noted = Counter(_notes())
    for why in told.acknowledged:
        if why not in noted:
            yield f"Acknowledged, and not in the history: {why}"
    yield from _uncounted()
    held = set(Quote.objects.values_list("key", flat=True))
    yield from (f"Made, and not held: {key}" for key in sorted(told.made - held))
    yield from (f"Deleted, and held: {key}" for key in sorted(told.deleted & held))
    invented = {key for key in held if key.startswith("made-")} - told.made
    yield from (f"Held, and made by nobody who was told so: {key}" for key in sorted(invented))
    made = Appearance.objects.filter(quote__key__startswith="made-")
    many = Counter(made.values_list("quote__key", flat=True))
    yield from (f"Printed {times} times: {key}" for key, times in many.items() if times != 1)


def _notes() -> Iterator[str]:
    """Why each row of history was written, once a row."""
    for model in (Quote, Appearance):
        yield from model.history.values_list("history_change_reason", flat=True)


def _uncounted() -> Iterator[str]:
    """A number that is not the next one was written by somebody who did not see the last."""
    numbers = defaultdict(list)
    rows = Quote.history.filter(occasion__startswith="count ").order_by("history_date")
    for key, occasion, version in rows.values_list("key", "occasion", "version"):
        numbers[key].append((int(occasion.split()[-1]), version))
    for key, told in numbers.items():
        if told != [(number, number + 1) for number in range(len(told))]:
            yield f"Not counted one by one: {key}: {told}"
    for key, occasion in Quote.objects.filter(occasion__startswith="count ").values_list(
        "key", "occasion"
    ):
        if int(occasion.split()[-1]) != len(numbers[key]) - 1:
            yield f"{key} stands at {occasion}, and was written {len(numbers[key])} times"
