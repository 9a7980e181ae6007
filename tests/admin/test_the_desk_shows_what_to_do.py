from django.contrib.auth.models import Permission
from django.test import TestCase

from quotesdb.models import Appearance, Curator
from tests import factory
from tests.admin import desk


class TheDeskShowsWhatToDoTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.curator = desk.make_curator()

    def setUp(self):
        self.client.force_login(self.curator)

    def test_the_records_stand_in_the_order_of_the_work(self):
        groups = self.client.get("/admin/").context["app_list"]
        self.assertEqual(
            [group["name"] for group in groups],
            ["Review", "The desk", "Merging", "Evidence and imports", "Accounts"],
        )
        self.assertEqual(
            [model["object_name"] for model in groups[1]["models"]],
            ["Quote", "Appearance", "Article", "Speaker", "Outlet", "Correction"],
        )

    def test_an_empty_list_says_what_to_do(self):
        for name in ("quote", "appearance", "article", "speaker", "outlet", "correction"):
            page = self.client.get(f"/admin/quotesdb/{name}/")
            self.assertContains(page, f"There are no {name}s yet.")

    def test_a_search_without_an_answer_says_so(self):
        factory.make_quote()
        page = self.client.get("/admin/quotesdb/quote/?q=nothing-like-it")
        self.assertContains(page, "Nothing answers to this search.")

    def test_the_texts_and_brought_values_are_only_read(self):
        for name in ("articletext", "brought"):
            self.assertEqual(self.client.get(f"/admin/quotesdb/{name}/").status_code, 200)
            self.assertEqual(self.client.get(f"/admin/quotesdb/{name}/add/").status_code, 403)

    def test_a_chain_reads_from_the_origin_to_the_last_hands(self):
        source = factory.make_speaker("senior official", kind="anonymous")
        outlet = factory.make_outlet("The New York Times")
        appearance = factory.make_appearance(chain=[source, outlet])
        for address in (desk.url(appearance.quote), desk.url(appearance.article)):
            page = self.client.get(address)
            self.assertContains(page, "desk-arrow", count=1)
            self.assertContains(page, '<span class="desk-hop">senior official</span>', html=True)
        listed = self.client.get("/admin/quotesdb/appearance/")
        self.assertContains(listed, "senior official → The New York Times")

    def test_who_may_change_an_appearance_may_change_its_chain(self):
        appearance = factory.make_appearance(chain=[factory.make_speaker()])
        plain = Curator.objects.create_user("grace", password="a password of nobody", is_staff=True)
        names = ["change_appearance", "view_quote", "view_article", "view_speaker"]
        plain.user_permissions.set(Permission.objects.filter(codename__in=names))
        self.client.force_login(plain)
        response = desk.send(self.client, desk.url(appearance), chain__0__attributed_as="she")
        self.assertEqual(response.status_code, 302, desk.errors(response))
        self.assertEqual(Appearance.objects.get().chain.get().attributed_as, "she")

    def test_who_may_only_look_sees_the_page_and_changes_nothing(self):
        outlet = factory.make_outlet("The Wire", aliases=["Wire"])
        appearance = factory.make_appearance(chain=[outlet])
        reader = Curator.objects.create_user(
            "grace", password="a password of nobody", is_staff=True
        )
        reader.user_permissions.set(Permission.objects.filter(codename__startswith="view_"))
        self.client.force_login(reader)
        for record in (appearance, appearance.quote, appearance.article, outlet, outlet.speaker):
            page = self.client.get(desk.url(record))
            self.assertEqual(page.status_code, 200)
            self.assertNotContains(page, "Why this change?")
            self.assertEqual(self.client.post(desk.url(record), {}).status_code, 403)
