from datetime import date

from django.test import TestCase

from quotesdb import curation
from quotesdb.models import Affected, Correction, Hop
from tests import factory
from tests.admin import desk


class CorrectionsAtTheDeskTests(TestCase):
    """The Post's report is retracted; the Herald has it on its chain."""

    @classmethod
    def setUpTestData(cls):
        cls.curator = desk.make_curator()
        paper = factory.make_outlet("Post")
        cls.post = factory.make_article(title="Closing", outlet=paper)
        cls.quote = factory.make_quote("The harbour will close.")
        cls.first = factory.make_appearance(cls.quote, cls.post)
        herald = factory.make_article(title="Closing soon")
        hop = Hop(speaker=paper.speaker, article=cls.post, certainty="inferred")
        cls.second = factory.make_appearance(cls.quote, herald, chain=[hop])
        cls.retraction = factory.make_correction(cls.post, made_on=date(2024, 3, 4))

    def setUp(self):
        self.client.force_login(self.curator)

    def page(self, record):
        return self.client.get(desk.url(record))

    def test_the_record_itself_says_so_at_its_top(self):
        page = self.page(self.post)
        self.assertContains(page, "This article was retracted on 2024-03-04:")
        self.assertContains(page, "It never happened.")
        self.assertContains(page, "page 2 of the next day’s paper".replace("’", "&#x27;"))

    def test_an_affected_appearance_says_through_what(self):
        self.assertContains(self.page(self.first), "the article that prints it")
        page = self.page(self.second)
        self.assertContains(page, "by what became known elsewhere")
        self.assertContains(page, "on its chain (inferred)")

    def test_the_lines_of_a_quote_are_flagged(self):
        page = self.page(self.quote)
        self.assertContains(page, "retracted: the article that prints it")
        self.assertContains(page, "retracted: on its chain (inferred)")
        self.assertNotContains(page, "This quote was")

    def test_the_list_of_appearances_tells_and_filters(self):
        free = factory.make_appearance()
        listed = self.client.get("/admin/quotesdb/appearance/?affected=no").context["cl"]
        self.assertEqual(list(listed.result_list), [free])
        page = self.client.get("/admin/quotesdb/appearance/?affected=yes")
        self.assertEqual(page.context["cl"].result_count, 2)
        self.assertContains(page, '<td class="field-affected">retracted</td>', html=True)

    def test_adding_one_from_its_record_presets_it_and_comes_back(self):
        for record in (self.quote, self.post, self.second):
            name = record._meta.model_name
            link = f"/admin/quotesdb/correction/add/?{name}={record.pk}&_back={name}-{record.pk}"
            self.assertContains(self.page(record), link.replace("&", "&amp;"))
            typed = {"kind": "corrected", "reason": "Misheard.", "source": "page 3"}
            response = desk.send(self.client, link, **typed)
            self.assertRedirects(response, f"{desk.url(record)}#corrections")
            self.assertEqual(Correction.objects.latest("pk").about, record)

    def test_what_is_missing_stands_on_the_form(self):
        link = f"/admin/quotesdb/correction/add/?article={self.post.pk}"
        page = desk.send(self.client, link, kind="corrected", reason="Misheard.")
        self.assertIn("A correction needs a source", " ".join(desk.refused(page)))
        page = desk.send(self.client, "/admin/quotesdb/correction/add/", kind="corrected")
        self.assertIn("name exactly one of them", " ".join(desk.refused(page)))

    def test_its_page_lists_whom_it_affects(self):
        page = self.page(self.retraction)
        self.assertContains(page, f'href="{desk.url(self.first)}"')
        self.assertContains(page, f'href="{desk.url(self.second)}"')

    def test_taking_it_back_clears_the_marks_and_keeps_the_record(self):
        back = {"taken_back_on": "2024-04-01", "taken_back_because": "It was true."}
        response = desk.send(self.client, desk.url(self.retraction), **back)
        self.assertEqual(response.status_code, 302, desk.errors(response))
        self.assertFalse(Affected.objects.exists())
        page = self.page(self.post)
        self.assertNotContains(page, "This article was retracted")
        self.assertContains(page, "Taken back on 2024-04-01:")
        self.assertContains(self.page(self.retraction), "Nothing any more: it was taken back.")
        listed = self.client.get("/admin/quotesdb/correction/?force=no").context["cl"]
        self.assertEqual(list(listed.result_list), [self.retraction])

    def test_taking_back_is_not_offered_before_it_is_recorded(self):
        page = self.client.get("/admin/quotesdb/correction/add/")
        self.assertNotContains(page, "taken_back_on")

    def test_a_record_without_one_says_so(self):
        page = self.page(factory.make_article())
        self.assertContains(page, "None is recorded about this article itself.")
        self.assertNotContains(page, "desk-marked")

    def test_its_history_tells_who_and_why(self):
        curation.take_back(self.retraction, "It was true.", by=self.curator, why="a letter")
        page = self.client.get(desk.url(self.retraction, "history/"))
        self.assertContains(page, "a letter")
        self.assertContains(page, "Correction added")
