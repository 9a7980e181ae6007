from django.contrib.auth.models import Group
from django.core.management import call_command
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from quotesdb.merging.duplicates import find_duplicates
from quotesdb.models import Curator, Duplicate, Merge, Outlet, Quote, Speaker
from tests import factory
from tests.admin import desk


class DeskTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        call_command("loaddata", "roles", verbosity=0)
        cls.editor = cls.person("Editors")
        cls.one = factory.make_speaker("Grace Hill", wikidata_id="Q1", aliases=["G."])
        cls.other = factory.make_speaker("Grace Hill", wikidata_id="Q2", description="A mayor.")
        cls.quote = factory.make_quote("We may talk.", speaker=cls.one)
        factory.make_appearance(cls.quote, chain=[cls.one, cls.other])

    @staticmethod
    def person(role):
        person = Curator.objects.create_user(role, is_staff=True)
        person.groups.add(Group.objects.get(name=role))
        return person

    def setUp(self):
        self.client.force_login(self.editor)

    def page(self, loser, survivor):
        return f"{desk.url(loser, 'merge/')}?into={survivor.pk}"

    def sent(self, **changes):
        versions = {"version_of_loser": 1, "version_of_survivor": 1, "why": "one person"}
        return {**versions, **changes}


class MergingTests(DeskTests):
    def test_the_page_of_a_record_leads_there(self):
        page = self.client.get(desk.url(self.one))
        self.assertContains(page, f'href="{desk.url(self.one, "merge/")}"')
        self.assertContains(page, f'href="{desk.url(self.one, "split/")}"')

    def test_the_survivor_is_searched_for_and_proposed(self):
        page = self.client.get(desk.url(self.one, "merge/"))
        self.assertContains(page, "quotesdb/speaker/find/")
        self.assertContains(page, f'href="?into={self.other.pk}"')

    def test_it_is_shown_before_what_moves_and_what_differs(self):
        page = self.client.get(self.page(self.one, self.other))
        self.assertContains(page, "We may talk.")
        self.assertContains(page, "Choose one")
        self.assertContains(page, "hop will name the same as the hop beside it")
        self.assertFalse(Merge.objects.exists())

    def test_it_is_merged_and_undone(self):
        data = self.sent(**{"keep-wikidata_id": "loser"})
        answer = self.client.post(self.page(self.one, self.other), data)
        self.assertRedirects(answer, desk.url(self.other))
        self.quote.refresh_from_db()
        self.other.refresh_from_db()
        self.assertEqual((self.quote.speaker, self.other.wikidata_id), (self.other, "Q1"))
        merge = Merge.objects.get()
        self.assertEqual((merge.by, merge.door), (self.editor, "admin"))
        gone = self.client.get(desk.url(self.one))
        self.assertContains(gone, f'href="{desk.url(merge)}"')
        self.assertContains(self.client.get(desk.url(merge)), "Undo this merge")
        self.assertContains(self.client.get("/admin/quotesdb/merge/"), "grace-hill")
        answer = self.client.post(desk.url(merge, "undo/"), {"why": "two cousins"})
        self.assertRedirects(answer, desk.url(merge))
        self.quote.refresh_from_db()
        self.assertEqual(self.quote.speaker, self.one)
        self.assertContains(self.client.get(desk.url(merge)), "two cousins")

    def test_a_refusal_stands_on_the_page_and_what_was_chosen_stays(self):
        data = self.sent(**{"keep-description": "survivor", "why": "one person"})
        page = self.client.post(self.page(self.one, self.other), data)
        self.assertContains(page, "They contradict each other: the Wikidata id.")
        self.assertContains(page, 'value="one person"')
        self.assertFalse(Merge.objects.exists())

    def test_a_page_that_is_out_of_date_merges_nothing(self):
        data = self.sent(version_of_survivor=7, **{"keep-wikidata_id": "loser"})
        page = self.client.post(self.page(self.one, self.other), data)
        self.assertContains(page, "changed one of the two")

    def test_curators_see_merges_and_make_none(self):
        self.client.force_login(self.person("Curators"))
        self.assertNotContains(self.client.get(desk.url(self.one)), "Merge into")
        for address in (self.page(self.one, self.other), desk.url(self.one, "split/")):
            self.assertEqual(self.client.get(address).status_code, 403)
            self.assertEqual(self.client.post(address, self.sent()).status_code, 403)
        self.assertEqual(self.client.get("/admin/quotesdb/merge/").status_code, 200)

    def test_outlets_and_quotes_have_the_same_pages(self):
        for make in (factory.make_outlet, factory.make_quote):
            one = make("Post A")
            other = make("Post B")
            page = self.client.post(self.page(one, other), self.sent())
            self.assertRedirects(page, desk.url(other))
        self.assertEqual(Outlet.objects.merged().count(), 1)
        self.assertEqual(Quote.objects.merged().count(), 1)

    def test_nonsense_is_no_crash(self):
        for into in ("x", "999999", "9" * 30, str(self.one.pk)):
            page = self.client.get(f"{desk.url(self.one, 'merge/')}?into={into}")
            self.assertEqual(page.status_code, 200, into)
        self.assertEqual(self.client.get("/admin/quotesdb/speaker/999/merge/").status_code, 302)
        self.assertEqual(self.client.post("/admin/quotesdb/merge/999/undo/").status_code, 302)

    def test_the_preview_costs_the_same_however_much_moves(self):
        def cost():
            with CaptureQueriesContext(connection) as queries:
                self.client.get(self.page(self.one, self.other))
            return len(queries)

        cost()
        before = cost()
        for number in range(8):
            quote = factory.make_quote(f"Words {number}.", speaker=self.one)
            factory.make_appearance(quote, chain=[self.one])
        self.assertEqual(cost(), before)

    def test_so_does_that_of_quotes_with_articles_in_common(self):
        one, other = factory.make_quote("A."), factory.make_quote("A.")

        def cost():
            article = factory.make_article()
            for quote in (one, other):
                factory.make_appearance(quote, article)
            with CaptureQueriesContext(connection) as queries:
                self.client.get(self.page(one, other))
            return len(queries)

        cost()
        self.assertEqual(cost(), cost())


class SplittingTests(DeskTests):
    def test_a_speaker_of_two_namesakes(self):
        address = desk.url(self.one, "split/")
        self.assertContains(self.client.get(address), "We may talk.")
        chosen = {"rows-quote.speaker": [self.quote.pk]}
        data = {"name": "Grace Hill", "description": "The younger.", "why": "born later"}
        answer = self.client.post(address, {**chosen, **data})
        new = Speaker.objects.latest("pk")
        self.assertRedirects(answer, desk.url(new))
        self.quote.refresh_from_db()
        self.assertEqual((self.quote.speaker, new.description), (new, "The younger."))

    def test_a_quote_of_two_acts_of_saying(self):
        appearance = self.quote.appearances.get()
        data = {"rows-appearance.quote": [appearance.pk], "text": "We may.", "why": "later"}
        self.client.post(desk.url(self.quote, "split/"), data)
        appearance.refresh_from_db()
        self.assertEqual(appearance.quote.text, "We may.")

    def test_without_a_choice_it_is_refused_on_the_page(self):
        data = {"name": "Grace", "why": "two"}
        page = self.client.post(desk.url(self.one, "split/"), data)
        self.assertContains(page, "Choose what goes to the new record.")


class DuplicatesTests(DeskTests):
    def test_pairs_are_shown_and_decided(self):
        find_duplicates()
        address = "/admin/quotesdb/duplicate/"
        page = self.client.get(address)
        self.assertContains(page, f"{desk.url(self.other, 'merge/')}?into={self.one.pk}")
        pair = Duplicate.objects.get()
        self.client.post(f"{address}{pair.pk}/apart/", {"why": "mother and daughter"})
        self.assertContains(self.client.get(address), "There is nothing to look at.")
        page = self.client.get(f"{address}?decided=yes&kind=speaker")
        self.assertContains(page, "mother and daughter")
        self.client.post(f"{address}{pair.pk}/again/")
        self.assertContains(self.client.get(address), "Not the same")

    def test_a_page_costs_the_same_at_any_length(self):
        def cost():
            find_duplicates()
            with CaptureQueriesContext(connection) as queries:
                self.client.get("/admin/quotesdb/duplicate/")
            return len(queries)

        cost()
        before = cost()
        for _ in range(4):
            factory.make_speaker("Grace Hill")
        self.assertEqual(cost(), before)

    def test_curators_decide_nothing(self):
        find_duplicates()
        self.client.force_login(self.person("Curators"))
        address = "/admin/quotesdb/duplicate/"
        self.assertNotContains(self.client.get(address), "Look at merging")
        pair = Duplicate.objects.get()
        self.assertEqual(self.client.post(f"{address}{pair.pk}/apart/").status_code, 403)
        self.assertEqual(self.client.post(f"{address}{pair.pk}/again/").status_code, 403)
