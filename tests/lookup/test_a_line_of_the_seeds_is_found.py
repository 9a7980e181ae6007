from django.core.management import call_command
from django.test import TestCase

from quotesdb.lookup import look_up
from quotesdb.models import Quote


class SeedsTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        call_command("import_seeds", verbosity=0)
        cls.keys = dict(Quote.objects.values_list("pk", "key"))

    def found(self, text):
        return [
            (it.judged.verdict.value, sorted(self.keys[one.near.quote] for one in it.judged.meant))
            for it in look_up(text)
        ]

    def test_a_lightly_altered_line_is_a_variant_of_its_quote(self):
        line = "Putin can fight as long as needed, but he is also willing to have a cease-fire"
        self.assertEqual(
            self.found(f"“{line},” said a source in Moscow."),
            [("variant", ["fight-as-long-as-necessary"])],
        )

    def test_a_piece_of_one_is_an_excerpt(self):
        piece = "If they want to negotiate, let them negotiate"
        self.assertEqual(self.found(piece), [("excerpt", ["what-is-ours"])])

    def test_two_run_together_are_spliced(self):
        line = (
            "He really is willing to stop at the current positions, but he is also willing to have "
            "a ceasefire"
        )
        self.assertEqual(
            self.found(line),
            [("spliced", ["fight-as-long-as-necessary", "stop-at-current-positions"])],
        )

    def test_what_is_not_of_them_is_not_found(self):
        self.assertEqual(self.found("The pier was sold twice in one week."), [("not_found", [])])
