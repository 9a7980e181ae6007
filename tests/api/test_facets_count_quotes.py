from datetime import date

from quotesdb.derived import recount
from quotesdb.models import Appearance, Quote
from tests.api.asking import Asking
from tests.factory import make_appearance, make_article, make_outlet, make_quote, make_speaker


class FacetTests(Asking):
    """Grace said two things and an official one; nobody knows who said the fourth.

    A printed the first in 2020, B in 2025 and twice; the third was printed where nobody knows.
    """

    @classmethod
    def setUpTestData(cls):
        grace = make_speaker("Grace Hill")
        official = make_speaker("an official", kind="anonymous")
        a, b = make_outlet("A"), make_outlet("B")
        old = make_article(outlet=a, published_on=date(2020, 5, 1))
        new = make_article(outlet=b, published_on=date(2025, 5, 1))
        first = make_quote("We said so.", speaker=grace, said_from=date(2020, 4, 30))
        second = make_quote("We did not.", speaker=grace, attribution_status="disputed")
        third = make_quote("Perhaps.", speaker=official)
        make_quote("Who knows.")
        make_appearance(first, old)
        cls.kept = make_appearance(first, new)
        make_appearance(first, new, form="mixed")
        make_appearance(second, new, form="indirect")
        make_appearance(third)

    def groups(self, group_by, **params):
        rows = self.ask("quotes/facets/", group_by=group_by, **params)["results"]
        return [(self.name_of(row[group_by]), row["quote_count"]) for row in rows]

    def name_of(self, group):
        return group["slug"] if isinstance(group, dict) else group

    def test_by_speaker_with_those_of_whom_nobody_knows_apart(self):
        expected = [("grace-hill", 2), ("an-official", 1), (None, 1)]
        self.assertEqual(self.groups("speaker"), expected)

    def test_a_group_is_named_as_everywhere(self):
        speaker = self.ask("quotes/facets/", group_by="speaker")["results"][0]["speaker"]
        named = {"slug": "grace-hill", "name": "Grace Hill", "kind": "person"}
        self.assertEqual(speaker, named)
        outlet = self.ask("quotes/facets/", group_by="outlet")["results"][0]["outlet"]
        self.assertEqual(outlet, {"slug": "b", "name": "B"})

    def test_a_quote_counts_once_in_every_outlet_that_prints_it(self):
        self.assertEqual(self.groups("outlet"), [("b", 2), ("a", 1), (None, 1)])

    def test_by_year_said_else_first_printed_and_null_where_neither_is_known(self):
        self.assertEqual(self.groups("year"), [(None, 2), (2025, 1), (2020, 1)])

    def test_by_status(self):
        self.assertEqual(self.groups("status"), [("unverified", 3), ("disputed", 1)])

    def test_a_quote_counts_in_every_form_in_which_it_is_printed(self):
        expected = [("direct", 2), ("indirect", 1), ("mixed", 1)]
        self.assertEqual(self.groups("form"), expected)

    def test_by_declared_origins(self):
        Quote.objects.filter(text="We said so.").update(independent_origins_inferred=1)
        self.assertEqual(self.groups("origins"), [(1, 2), (2, 1), (0, 1)])

    def test_the_conditions_bind_the_very_printing_that_is_counted(self):
        self.assertEqual(self.groups("outlet", published_after="2024-01-01"), [("b", 2)])
        early = {"form": "direct", "published_before": "2024-01-01"}
        self.assertEqual(self.groups("outlet", **early), [("a", 1)])
        expected = [("direct", 1), ("indirect", 1), ("mixed", 1)]
        self.assertEqual(self.groups("form", outlet="b"), expected)
        self.assertEqual(self.groups("form", outlet="a"), [("direct", 1)])

    def test_conditions_that_hold_for_two_printings_count_nothing(self):
        for group_by in ("speaker", "outlet", "year", "status", "form", "origins"):
            params = {"outlet": "a", "published_after": "2024-01-01"}
            self.assertEqual(self.groups(group_by, **params), [], group_by)

    def test_a_group_has_as_many_as_the_list_under_the_same_filters(self):
        conditions = ({}, {"form": "direct"}, {"speaker": "grace-hill"}, {"q": "so"})
        for group_by in ("speaker", "outlet", "status", "form"):
            for params in conditions:
                for name, count in self.groups(group_by, **params):
                    if name is not None:
                        asked = {**params, group_by: name, "count": "true"}
                        self.assertEqual(self.ask("quotes/", **asked)["count"], count, asked)

    def test_what_was_merged_away_is_not_counted(self):
        standing = Quote.objects.get(text="We said so.")
        Quote.objects.filter(text="We did not.").update(merged_into=standing)
        recount(Quote.objects.values_list("pk", flat=True))
        self.assertIn(("grace-hill", 1), self.groups("speaker"))
        self.assertEqual(self.groups("outlet")[0], ("b", 1))
        Appearance.objects.filter(article__outlet__speaker__slug="a").update(merged_into=self.kept)
        recount(Quote.objects.values_list("pk", flat=True))
        self.assertEqual(self.groups("outlet"), [("b", 1), (None, 1)])

    def test_nothing_found_is_no_groups(self):
        empty = {"next": None, "previous": None, "results": []}
        self.assertEqual(self.ask("quotes/facets/", group_by="speaker", key="none-such"), empty)

    def test_what_to_count_by_must_be_said(self):
        problem = self.ask("quotes/facets/", expect=400)
        self.assertEqual(problem["code"], "required")
        self.assertIn("Known are: form, origins, outlet, speaker, status, year.", problem["detail"])

    def test_what_cannot_be_counted_by_is_refused_and_the_nearest_named(self):
        problem = self.ask("quotes/facets/", expect=400, group_by="speker")
        self.assertIn('Did you mean "speaker"?', problem["detail"])

    def test_an_unknown_parameter_is_refused_and_the_nearest_named(self):
        problem = self.ask("quotes/facets/", expect=400, group_by="speaker", outlit="a")
        self.assertIn('Did you mean "outlet"?', problem["detail"])
        problem = self.ask("quotes/facets/", expect=400, group_by="speaker", ordering="id")
        self.assertEqual(problem["code"], "unknown_parameter")

    def test_a_filter_that_is_not_understood_is_refused(self):
        problem = self.ask("quotes/facets/", expect=400, group_by="speaker", form="dirct")
        self.assertIn("form", problem["detail"])
