"""Export, import into an empty database, export: the same bytes, but for the first line."""

from io import BufferedReader, BytesIO

from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from quotesdb.derived import recount
from quotesdb.ingest.bulk.many import Errand, bring_portion, portions_of
from quotesdb.lines.exporting import exported, size
from quotesdb.lines.reading import Reading, decompressed
from quotesdb.models import Quote
from tests.lines.odd_records import Odd

# To make a failing database smaller would take many minutes.
SLOW = settings(
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)


def export(*, private=True):
    return list(exported(timezone.now(), private=private, counts=size()))


def bring(lines, *, at_once=5_000):
    file = decompressed(BufferedReader(BytesIO(b"".join(lines))))
    told = [(str(line), values) for line, values in Reading(file)]
    return [bring_portion(some, Errand(why="again")) for some in portions_of(told, at_once)]


class Elsewhere(Exception):
    pass


def made(chance, *, private=True):
    """What is exported of a database that is gone again."""
    try:
        with transaction.atomic():
            Odd(chance).fill()
            raise Elsewhere(export(private=private))
    except Elsewhere as found:
        return found.args[0]


class ComesBackTests(TestCase):
    @settings(SLOW, max_examples=15)
    @given(st.randoms(use_true_random=False), st.sampled_from([2, 5_000]))
    def test_with_all_that_is_private(self, chance, at_once):
        lines = made(chance)
        reports = bring(lines, at_once=at_once)
        self.assertEqual([it for report in reports for it in report.refusals], [])
        self.assertEqual(export()[1:], lines[1:])
        dates = dict(Quote.objects.values_list("pk", "sort_date"))
        self.assertEqual(recount(dates), [])
        self.assertEqual(dict(Quote.objects.values_list("pk", "sort_date")), dates)

    @settings(SLOW, max_examples=8)
    @given(st.randoms(use_true_random=False))
    def test_without_it(self, chance):
        lines = made(chance, private=False)
        bring(lines)
        self.assertEqual(export(private=False)[1:], lines[1:])

    @settings(SLOW, max_examples=8)
    @given(st.randoms(use_true_random=False))
    def test_a_second_time_nothing_is_new(self, chance):
        lines = made(chance)
        bring(lines)
        outcomes = {outcome for report in bring(lines) for _, outcome in report.counts}
        self.assertLessEqual(outcomes, {"unchanged"})
