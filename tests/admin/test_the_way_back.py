from django.test import TestCase

from tests import factory
from tests.admin import desk


class TheWayBackTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.curator = desk.make_curator()
        cls.quote = factory.make_quote("Rivers do not negotiate.")
        cls.article = factory.make_article(title="Talks", language="en")
        cls.appearance = factory.make_appearance(cls.quote, cls.article)

    def setUp(self):
        self.client.force_login(self.curator)

    def opened_from(self, record):
        page = self.client.get(desk.url(record))
        link = f"{desk.url(self.appearance)}?_back={record._meta.model_name}-{record.pk}"
        self.assertContains(page, f'href="{link}"')
        return link

    def test_an_appearance_opened_from_the_article_leads_back_to_it(self):
        link = self.opened_from(self.article)
        self.assertContains(self.client.get(link), "Save and go back to the article")
        response = desk.send(self.client, link, cue="told")
        self.assertRedirects(response, f"{desk.url(self.article)}#appearances")

    def test_an_appearance_opened_from_the_quote_leads_back_to_it(self):
        link = self.opened_from(self.quote)
        response = desk.send(self.client, link, cue="told")
        self.assertRedirects(response, f"{desk.url(self.quote)}#appearances")

    def test_a_correction_opened_from_an_appearance_leads_back_to_it(self):
        correction = factory.make_correction(self.appearance)
        link = f"{desk.url(correction)}?_back=appearance-{self.appearance.pk}"
        self.assertContains(self.client.get(desk.url(self.appearance)), f'href="{link}"')
        self.assertContains(self.client.get(link), "Save and go back to the appearance")
        response = desk.send(self.client, link, reason="Misheard.")
        self.assertRedirects(response, f"{desk.url(self.appearance)}#corrections")

    def test_a_deleted_appearance_leads_back_too(self):
        link = f"{desk.url(self.appearance, 'delete/')}?_back=article-{self.article.pk}"
        opened = self.client.get(self.opened_from(self.article))
        self.assertContains(opened, f'href="{link}"')
        response = self.client.post(link, {"post": "yes"})
        self.assertRedirects(response, f"{desk.url(self.article)}#appearances")

    def test_adding_from_the_article_presets_it_and_its_language(self):
        pk = self.article.pk
        link = f"/admin/quotesdb/appearance/add/?article={pk}&_back=article-{pk}"
        self.assertContains(self.client.get(desk.url(self.article)), link.replace("&", "&amp;"))
        words = {"quote": self.quote.pk, "form": "direct", "segments__0__exact": "Rivers do not."}
        response = desk.send(self.client, link, **words)
        self.assertRedirects(response, f"{desk.url(self.article)}#appearances")
        added = self.article.appearances.last()
        self.assertEqual((added.wording, added.language), ("Rivers do not.", "en"))

    def test_saving_and_going_on_keeps_the_way_back(self):
        link = self.opened_from(self.article)
        response = desk.send(self.client, link, _continue="1")
        self.assertRedirects(response, link)

    def test_a_way_back_leads_nowhere_else(self):
        listed = "/admin/quotesdb/appearance/"
        for foreign in (
            "//evil.example/",
            "https://evil.example",
            "speaker-1",
            "article-99999",
            "article-٣",
            "article-",
            f"article-{10**30}",
        ):
            link = f"{desk.url(self.appearance)}?_back={foreign}"
            response = desk.send(self.client, link)
            self.assertRedirects(response, listed, msg_prefix=foreign)

    def test_a_new_article_leads_on_to_its_own_page(self):
        response = desk.send(self.client, "/admin/quotesdb/article/add/", title="Other")
        self.assertRedirects(response, desk.url(type(self.article).objects.get(title="Other")))
