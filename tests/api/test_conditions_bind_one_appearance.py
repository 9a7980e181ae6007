from datetime import date

from tests.api.asking import Asking
from tests.factory import (
    make_appearance,
    make_article,
    make_correction,
    make_outlet,
    make_quote,
    make_speaker,
)


class SameAppearanceTests(Asking):
    """Outlet A printed it in 2020, through the wire; B in 2025, straight from the speaker.

    What A printed was retracted.
    """

    @classmethod
    def setUpTestData(cls):
        grace, wire = make_speaker("Grace Hill"), make_outlet("Wire")
        a, b = make_outlet("A"), make_outlet("B")
        old = make_article(outlet=a, published_on=date(2020, 5, 1))
        new = make_article(outlet=b, published_on=date(2025, 5, 1))
        quote = make_quote("We said so.", key="said-so", speaker=grace)
        make_appearance(quote, old, key="old", chain=[grace, wire])
        outer = make_appearance(quote, new, key="new", form="mixed", chain=[grace])
        make_correction(old)
        inner = make_quote("so", key="inner")
        make_appearance(inner, new, key="inner", nested_in=outer, form="indirect")

    def test_conditions_that_hold_for_two_appearances_find_nothing(self):
        for params in (
            {"outlet": "a", "published_after": "2024-01-01"},
            {"outlet": "b", "published_before": "2024-01-01"},
            {"outlet": "b", "via": "wire"},
            {"outlet": "a", "form": "mixed"},
            {"via": "wire", "form": "mixed"},
            {"outlet": "b", "affected": "true"},
            {"via": "wire", "affected": "false"},
        ):
            self.assertEqual(self.names("quotes/", **params), [], params)

    def test_conditions_that_hold_for_one_appearance_find_its_quote_once(self):
        for params in (
            {"outlet": "a"},
            {"outlet": "a", "published_before": "2024-01-01", "via": "wire", "form": "direct"},
            {"outlet": "b", "published_after": "2024-01-01", "form": "mixed", "nested": "false"},
            {"attributed_to": "grace-hill"},
            {"outlet": "a", "affected": "true"},
            {"outlet": "b", "affected": "false", "form": "mixed"},
        ):
            self.assertEqual(self.names("quotes/", **params), ["said-so"], params)

    def test_the_same_on_appearances(self):
        self.assertEqual(self.names("appearances/", outlet="a", via="wire"), ["old"])
        self.assertEqual(self.names("appearances/", outlet="b", via="wire"), [])
        self.assertEqual(self.names("appearances/", nested="true"), ["inner"])

    def test_whoever_said_it_is_no_hands_it_went_through(self):
        self.assertEqual(self.names("appearances/", via="grace-hill"), [])
        self.assertEqual(self.names("appearances/", attributed_to="wire"), [])
