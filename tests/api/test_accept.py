"""Which format is answered: by quality, by profile, by how specifically it is named."""

from hypothesis import given
from hypothesis import strategies as st

from api.negotiation import read
from tests.api.asking import Asking, make_a_reported_quote

JSON, BIBTEX, CSL = (
    "application/json",
    "application/x-bibtex",
    "application/vnd.citationstyles.csl+json",
)
SCHEMA_ORG = "application/ld+json"
PROV = 'application/ld+json; profile="http://www.w3.org/ns/prov"'
ANNOTATION = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
FIREFOX = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8"
ANSWERED = {
    "*/*": JSON,
    "": JSON,
    FIREFOX: JSON,
    "application/*": JSON,
    JSON: JSON,
    "APPLICATION/JSON; charset=utf-8": JSON,
    BIBTEX: BIBTEX,
    CSL: CSL,
    SCHEMA_ORG: SCHEMA_ORG,
    PROV: PROV,
    ANNOTATION: ANNOTATION,
    "application/ld+json;profile=http://www.w3.org/ns/anno.jsonld": ANNOTATION,
    'application/ld+json; profile="http://www.w3.org/ns/prov#"': PROV,
    'application/ld+json; profile="urn:x http://www.w3.org/ns/anno.jsonld"': ANNOTATION,
    'application/ld+json; profile="http://www.w3.org/ns/json-ld#compacted"': SCHEMA_ORG,
    f"{BIBTEX};q=0.3, {CSL};q=0.7": CSL,
    f"{CSL};q=0.3, {BIBTEX};q=0.7": BIBTEX,
    f"{JSON};q=0.9, {SCHEMA_ORG}": SCHEMA_ORG,
    f"{SCHEMA_ORG};q=0.9, {PROV}": PROV,
    f"{PROV};q=0.1, {SCHEMA_ORG}": SCHEMA_ORG,
    f"{PROV};q=0, {SCHEMA_ORG}": SCHEMA_ORG,
    f"{SCHEMA_ORG};q=0, application/*": JSON,
    f"{JSON};q=0, */*": SCHEMA_ORG,
    f"{JSON};q=0, {SCHEMA_ORG};q=0, */*;q=0.1": CSL,
    f"*/*, {BIBTEX}": BIBTEX,
    f"*/*;q=0.5, {BIBTEX};q=0.4": JSON,
    f"{SCHEMA_ORG}, {JSON}": SCHEMA_ORG,
    f"{JSON}, {SCHEMA_ORG}": JSON,
    f"text/turtle, {BIBTEX};q=0.1": BIBTEX,
    f"{BIBTEX};q=much, {JSON};q=0.9": BIBTEX,
}
REFUSED = (
    "text/turtle",
    "text/html",
    f"{JSON};q=0",
    "*/*;q=0",
    "nonsense",
    "a/b;x*=none''%20",
)


@given(st.text() | st.text(alphabet="a/*;= ,\"'q01.%profile"))
def test_no_header_is_too_strange_to_be_read(text):
    assert 0 <= read(text).quality <= 1


class AcceptTests(Asking):
    @classmethod
    def setUpTestData(cls):
        cls.address = f"/api/v1/quotes/{make_a_reported_quote().pk}/"

    def answer(self, accept, **params):
        return self.client.get(self.address, params, headers={"accept": accept})

    def test_the_format_most_wanted_is_answered(self):
        for accept, expected in ANSWERED.items():
            with self.subTest(accept):
                answer = self.answer(accept)
                self.assertEqual(answer.status_code, 200, answer.content)
                self.assertEqual(answer["Content-Type"].removesuffix("; charset=utf-8"), expected)

    def test_without_the_header_it_is_json(self):
        self.assertEqual(self.client.get(self.address)["Content-Type"], JSON)

    def test_what_is_not_offered_is_a_406(self):
        for accept in REFUSED:
            with self.subTest(accept):
                answer = self.answer(accept)
                self.assertEqual(answer.status_code, 406)
                self.assertEqual(answer["Content-Type"], "application/problem+json")

    def test_the_parameter_outweighs_the_header(self):
        for accept in (JSON, "text/turtle", f"{BIBTEX};q=0"):
            answer = self.answer(accept, format="bibtex")
            self.assertEqual(answer["Content-Type"], f"{BIBTEX}; charset=utf-8")

    def test_caches_are_told_that_the_answer_varies(self):
        for accept in (JSON, BIBTEX, "text/turtle"):
            self.assertIn("Accept", self.answer(accept)["Vary"])

    def test_a_picture_is_chosen_by_quality_too(self):
        answer = self.client.get(
            f"{self.address}graph/",
            headers={"accept": "image/svg+xml;q=0.5, text/vnd.graphviz"},
        )
        self.assertEqual(answer["Content-Type"].split(";")[0], "text/vnd.graphviz")

    def test_an_answer_with_one_format_takes_no_format(self):
        for name in ("json", "bibtex"):
            problem = self.ask("quotes/", expect=400, format=name)
            self.assertEqual(problem["code"], "unknown_parameter")
