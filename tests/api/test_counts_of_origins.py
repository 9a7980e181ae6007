from tests.api.asking import Asking
from tests.factory import make_appearance, make_article, make_outlet, make_quote


class CountsOfOriginsTests(Asking):
    """Two independent reports, three copies of one, and a quote that nobody printed."""

    @classmethod
    def setUpTestData(cls):
        wire = make_outlet("Wire")
        copied, witnessed = make_quote("Copied.", key="copied"), make_quote("Seen.", key="seen")
        make_quote("Never printed.", key="unprinted")
        for _ in range(3):
            make_appearance(copied, make_article(), chain=[wire])
        for number in range(2):
            article = make_article(outlet=make_outlet(f"Paper {number}"))
            make_appearance(witnessed, article)

    def test_copies_do_not_count_as_origins(self):
        rows = self.ask("quotes/", ordering="id")["results"]
        counts = {row["key"]: (row["appearance_count"], row["independent_origins"]) for row in rows}
        self.assertEqual(counts, {"copied": (3, 1), "seen": (2, 2), "unprinted": (0, 0)})

    def test_lists_are_ordered_by_them(self):
        self.assertEqual(
            self.names("quotes/", ordering="-independent_origins"), ["seen", "copied", "unprinted"]
        )
        self.assertEqual(self.names("quotes/", ordering="-appearance_count")[0], "copied")

    def test_lists_are_filtered_by_them(self):
        self.assertEqual(self.names("quotes/", min_origins=2), ["seen"])
        self.assertEqual(self.names("quotes/", min_appearances=3), ["copied"])
