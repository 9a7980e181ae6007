from django.test import TestCase


class CorsTests(TestCase):
    def test_reading_is_open_to_all_sites(self):
        answer = self.client.get("/api/v1/quotes/", headers={"origin": "https://paper.example"})
        self.assertEqual(answer["Access-Control-Allow-Origin"], "*")

    def test_asking_with_a_body_is_open_to_all_sites(self):
        asking = {"origin": "https://paper.example", "access-control-request-method": "POST"}
        asking["access-control-request-headers"] = "content-type"
        answer = self.client.options("/api/v1/lookup/", headers=asking)
        self.assertEqual(answer["Access-Control-Allow-Origin"], "*")
        self.assertIn("POST", answer["Access-Control-Allow-Methods"])
        self.assertIn("content-type", answer["Access-Control-Allow-Headers"])

    def test_a_preflight_offers_asking_only(self):
        answer = self.client.options(
            "/api/v1/quotes/",
            headers={"origin": "https://paper.example", "access-control-request-method": "GET"},
        )
        self.assertEqual(answer["Access-Control-Allow-Methods"], "GET, HEAD, OPTIONS, POST")

    def test_the_curators_desk_is_not(self):
        answer = self.client.get("/admin/login/", headers={"origin": "https://paper.example"})
        self.assertNotIn("Access-Control-Allow-Origin", answer)
