from xml.etree import ElementTree

from tests.api.asking import Asking, make_a_reported_quote


class GraphTests(Asking):
    @classmethod
    def setUpTestData(cls):
        cls.quote = make_a_reported_quote()
        cls.address = f"/api/v1/quotes/{cls.quote.pk}/graph/"

    def test_speakers_outlets_and_articles_are_nodes_and_hops_edges(self):
        graph = self.ask(f"quotes/{self.quote.pk}/graph/")
        types = {node["id"]: node["type"] for node in graph["nodes"]}
        self.assertEqual(types["speaker:an-official-0"], "speaker")
        self.assertEqual(types["outlet:wire-0"], "outlet")
        self.assertEqual(types["article:article-0"], "article")
        edges = {(edge["from"], edge["to"], edge["certainty"]) for edge in graph["edges"]}
        self.assertIn(("speaker:an-official-0", "outlet:wire-0", "inferred"), edges)

    def test_it_is_drawn_in_the_format_asked_for(self):
        for name, media_type, opening in (
            ("svg", "image/svg+xml", "<svg"),
            ("dot", "text/vnd.graphviz", "digraph"),
            ("mermaid", "text/vnd.mermaid", "flowchart"),
        ):
            with self.subTest(name):
                asked = self.client.get(self.address, {"format": name})
                accepted = self.client.get(self.address, headers={"accept": media_type})
                self.assertEqual(asked.content, accepted.content)
                self.assertEqual(asked["Content-Type"].split(";")[0], media_type)
                self.assertIn(opening, asked.content.decode())

    def test_the_picture_is_well_formed_and_speaks_to_screen_readers(self):
        picture = ElementTree.fromstring(self.client.get(self.address, {"format": "svg"}).content)
        self.assertEqual(picture.get("role"), "img")
        self.assertIsNotNone(picture.find("{http://www.w3.org/2000/svg}title"))

    def test_a_format_that_is_not_drawn_is_refused(self):
        problem = self.ask(f"quotes/{self.quote.pk}/graph/", expect=400, format="png")
        self.assertIn("svg", problem["detail"])

    def test_a_problem_stays_a_problem_in_every_format(self):
        answer = self.client.get("/api/v1/quotes/999999/graph/", {"format": "svg"})
        self.assertEqual(answer.status_code, 404)
        self.assertEqual(answer["Content-Type"], "application/problem+json")
        self.assertEqual(answer.json()["code"], "not_found")
