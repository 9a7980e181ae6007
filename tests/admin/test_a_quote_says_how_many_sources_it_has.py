from django.test import TestCase

from tests import factory
from tests.admin import desk


class OriginsOnThePageTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.curator = desk.make_curator()
        wire = factory.make_outlet("The Wire")
        cls.quote = factory.make_quote("We will talk.")
        for key in ("a", "b"):
            article = factory.make_article(key=key, relies_on=[wire])
            factory.make_appearance(cls.quote, article)

    def setUp(self):
        self.client.force_login(self.curator)

    def test_both_numbers_and_the_reason_are_on_the_page(self):
        page = self.client.get(desk.url(self.quote))
        self.assertContains(
            page, "<strong>2</strong> independent origins as the articles declare it"
        )
        self.assertContains(page, "<strong>1</strong> as far as can be inferred")
        self.assertContains(page, "rely on The Wire")

    def test_the_picture_is_on_the_page(self):
        address = f"/api/v1/quotes/{self.quote.pk}/graph/?format=svg"
        self.assertContains(self.client.get(desk.url(self.quote)), f'<img src="{address}"')
        self.assertEqual(self.client.get(address)["Content-Type"], "image/svg+xml; charset=utf-8")

    def test_a_quote_without_appearances_says_nothing_of_sources(self):
        page = self.client.get(desk.url(factory.make_quote("Unprinted.")))
        self.assertNotContains(page, "How many sources")
