import re
from pathlib import Path

from django.contrib.staticfiles import finders
from django.template.loader import get_template
from django.test import TestCase

from tests.factory import make_appearance, make_quote


class WelcomePageTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        quote = make_quote(speaker="Grace Hill")
        make_appearance(quote)
        make_appearance(quote)

    def page(self):
        response = self.client.get("/")
        self.assertEqual(response.status_code, 200)
        return response

    def test_it_counts_what_is_held(self):
        context = self.page().context_data
        counted = [context[name] for name in ("quotes", "appearances", "articles", "speakers")]
        self.assertEqual(counted, [1, 2, 2, 1])

    def test_it_calls_no_count_a_count_of_sources(self):
        self.assertContains(self.page(), "None of these numbers counts sources.")
        self.assertContains(self.page(), "printings of these quotes, copies included")

    def test_it_costs_four_queries(self):
        with self.assertNumQueries(4):
            self.page()

    def test_the_example_question_is_asked_of_this_very_server(self):
        question = "http://testserver/api/v1/quotes/?q=negotiate"
        self.assertContains(self.page(), f"curl '{question}'")

    def test_the_example_question_has_an_answer(self):
        self.assertEqual(self.client.get(self.page().context_data["question"]).status_code, 200)

    def test_every_link_leads_somewhere(self):
        for address in re.findall(r'<a [^>]*href="([^"]+)"', self.page().content.decode()):
            with self.subTest(address):
                self.assertIn(self.client.get(address).status_code, (200, 302))


def test_nothing_comes_from_another_host():
    template = Path(get_template("quotesdb/welcome.html").template.origin.name).read_text()
    stylesheet = Path(finders.find("quotesdb/welcome.css")).read_text()
    assert "//" not in template + stylesheet


def test_there_is_no_inline_style_or_script():
    template = Path(get_template("quotesdb/welcome.html").template.origin.name).read_text()
    assert not re.search(r"<style|<script|\sstyle=|\son[a-z]+=", template)
