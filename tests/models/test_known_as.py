from django.test import TestCase

from quotesdb.models import Outlet, Speaker
from quotesdb.models.history import Act, acting
from quotesdb.vocabulary import Door
from tests.factory import make_outlet, make_speaker


class KnownAsTests(TestCase):
    def slugs(self, slug):
        return sorted(it.slug for it in Speaker.objects.known_as(slug))

    def merge(self, record, survivor):
        record.merged_into = survivor
        with acting(Act(Door.MERGE)):
            record.save()

    def test_its_own_slug(self):
        make_speaker("Grace Hill")
        make_speaker("Ada Byron")
        self.assertEqual(self.slugs("grace-hill"), ["grace-hill"])

    def test_the_slug_of_a_record_merged_into_it(self):
        grace = make_speaker("Grace Hill")
        self.merge(make_speaker("G Hill"), grace)
        self.assertEqual(self.slugs("g-hill"), ["grace-hill"])

    def test_the_slug_of_an_alias(self):
        make_speaker("Grace Hill", aliases=["G. B. Hill"])
        self.assertEqual(self.slugs("g-b-hill"), ["grace-hill"])

    def test_an_alias_of_two_means_both(self):
        make_speaker("Grace Hill", aliases=["Hill"])
        make_speaker("Ada Hill", aliases=["Hill"])
        self.assertEqual(self.slugs("hill"), ["ada-hill", "grace-hill"])

    def test_an_own_slug_wins_over_an_alias(self):
        make_speaker("Hill")
        make_speaker("Grace Hill", aliases=["Hill"])
        self.assertEqual(self.slugs("hill"), ["hill"])

    def test_a_merged_slug_wins_over_an_alias(self):
        self.merge(make_speaker("Hill"), make_speaker("Ada Hill"))
        make_speaker("Grace Hill", aliases=["Hill"])
        self.assertEqual(self.slugs("hill"), ["ada-hill"])

    def test_what_was_merged_away_is_not_found_itself(self):
        self.merge(make_speaker("Hill", aliases=["Harbourman"]), make_speaker("Ada Hill"))
        self.assertEqual(self.slugs("harbourman"), [])

    def test_nobody(self):
        self.assertEqual(self.slugs("nobody"), [])

    def test_an_outlet_is_known_as_its_speaker_is(self):
        outlet = make_outlet("The Harbour Post", aliases=["HP"])
        make_speaker("Harbour")
        for slug in ("the-harbour-post", "hp"):
            self.assertEqual(list(Outlet.objects.known_as(slug)), [outlet])
        self.assertEqual(list(Outlet.objects.known_as("harbour")), [])
