"""What the README shows is what one gets."""

import json
import re
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management import call_command
from django.test import TestCase

from api.invented import invent_a_retraction
from quotesdb.models import Quote

README = (Path(settings.BASE_DIR) / "README.md").read_text()
DOCS = Path(settings.BASE_DIR) / "docs"


class ReadmeTests(TestCase):
    maxDiff = None

    def test_its_example_is_a_real_answer(self):
        call_command("import_seeds", verbosity=0)
        address = re.search(r"curl '([^']+)'", README).group(1)
        shown = json.loads(re.search(r"```json\n(.*?)```", README, re.S).group(1))
        asked = urlsplit(address)
        self.assertEqual(self.client.get(f"{asked.path}?{asked.query}").json(), shown)

    def test_its_picture_is_what_the_api_draws(self):
        call_command("import_seeds", verbosity=0)
        quote = Quote.objects.get(key="ready-to-negotiate")
        drawn = self.client.get(f"/api/v1/quotes/{quote.pk}/graph/?format=svg").content
        picture = DOCS / "ready-to-negotiate.svg"
        self.assertEqual(drawn.decode(), picture.read_text(), "run `make schema`")

    def test_its_tasks_are_tasks_of_the_makefile(self):
        tasks = re.findall(r"^([a-z-]+):", (Path(settings.BASE_DIR) / "Makefile").read_text(), re.M)
        for task in re.findall(r"(?:^|`)make ([a-z-]+)", README, re.M):
            self.assertIn(task, tasks)

    def test_links_between_the_documents_lead_somewhere(self):
        for page in [Path(settings.BASE_DIR) / "README.md", *DOCS.rglob("*.md")]:
            for target in re.findall(r"\]\(([^)#]+)\)", page.read_text()):
                if not target.startswith("http"):
                    self.assertTrue((page.parent / target).exists(), f"{page.name}: {target}")


class ApiPageTests(TestCase):
    def test_every_question_of_the_page_is_answered(self):
        call_command("import_seeds", verbosity=0)
        invent_a_retraction()
        questions = re.findall(r"\| `([a-z]+/[^`{]*)` \|", (DOCS / "api.md").read_text())
        self.assertGreater(len(questions), 6)
        for question in questions:
            answer = self.client.get(f"/api/v1/{question}", follow=True)
            self.assertEqual(answer.status_code, 200, question)
            self.assertNotEqual(answer.json().get("results"), [], question)

    def test_its_problem_is_the_real_one(self):
        shown = json.loads(re.search(r"```json\n(.*?)```", (DOCS / "api.md").read_text(), re.S)[1])
        self.assertEqual(self.client.get("/api/v1/quotes/?speeker=x").json(), shown)
