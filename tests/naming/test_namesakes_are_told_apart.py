from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from quotesdb.models import Speaker
from quotesdb.naming.finding import find
from quotesdb.naming.keeping import renew
from quotesdb.naming.telling import tell
from tests.factory import make_appearance, make_article, make_outlet, make_quote, make_speaker


def told(typed):
    return {one.facts.slug: one for one in tell([it.speaker for it in find(typed)], typed)}


class NamesakesTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        post, courier = make_outlet("The Harbour Post"), make_outlet("The Courier")
        cls.minister = make_speaker("Ivan Petrov", description="minister of fisheries")
        make_speaker("Ivan Petrov", kind="person", description="goalkeeper")
        for year, outlet in ((2021, post), (2022, courier), (2023, post)):
            quote = make_quote(f"In {year}.", speaker=cls.minister, said_from=f"{year}-05-01")
            make_appearance(quote, make_article(outlet=outlet))
        cls.post = post

    def test_by_what_they_are_how_often_when_and_where(self):
        sentences = {slug: one.told_apart for slug, one in told("ivan petrov").items()}
        self.assertEqual(
            sentences,
            {
                "ivan-petrov": "person; minister of fisheries; quoted 3 times 2021–2023, mostly in "
                "The Harbour Post",
                "ivan-petrov-2": "person; goalkeeper; not quoted yet",
            },
        )

    def test_who_has_no_namesake_needs_no_outlet(self):
        quote = make_quote("Once.", speaker=make_speaker("Grace Hill"))
        make_appearance(quote, make_article(outlet=self.post))
        self.assertEqual(told("grace")["grace-hill"].told_apart, "person; quoted once")

    def test_anonymous_sources_by_who_granted_it_and_when_first(self):
        official = make_speaker(
            "senior official",
            kind="anonymous",
            description="who met Russian officials this fall",
            granted_by=self.post,
        )
        make_quote("They are ready.", speaker=official, said_from="2023-09-01")
        one = told("russian officials")["senior-official"]
        self.assertEqual(
            one.told_apart,
            "anonymous source; granted by The Harbour Post; who met Russian officials this fall; "
            "quoted once 2023",
        )
        self.assertEqual(one.matched, "who met Russian officials this fall")
        self.assertEqual(
            [one.matched[m.start : m.end] for m in one.marks], ["Russian", "officials"]
        )

    def test_a_private_identity_is_neither_found_nor_told(self):
        grace = make_speaker("Grace Hill")
        make_speaker("an official", kind="anonymous", identified_as=grace)
        self.assertEqual(list(told("grace hill")), ["grace-hill"])
        self.assertNotIn("Grace", repr(told("an official")))

    def test_the_name_that_led_there_is_marked(self):
        make_speaker("Yelena Núñez", aliases=["Helen Nunes"])
        for typed, matched, marked in (
            ("nuñ", "Yelena Núñez", ["Núñ"]),
            ("nunes, helen", "Helen Nunes", ["Helen", "Nunes"]),
            ("helne", "Helen Nunes", ["Helen"]),
        ):
            one = told(typed)["yelena-nunez"]
            self.assertEqual(one.matched, matched)
            self.assertEqual([matched[m.start : m.end] for m in one.marks], marked, typed)

    def test_who_was_merged_leads_to_the_survivor_and_it_is_told(self):
        double = make_speaker("Wanja Petroff")
        Speaker.objects.filter(pk=double.pk).update(merged_into=self.minister)
        keep = find("wanja")
        self.assertEqual([one.speaker for one in keep], [double.pk])
        renew([double.pk])
        one = told("wanja")["ivan-petrov"]
        self.assertEqual(one.matched, "Wanja Petroff")
        self.assertIn("; merged with Wanja Petroff", one.told_apart)

    def test_it_costs_the_same_however_many_are_told(self):
        def cost():
            numbers = [one.speaker for one in find("ivan petrov")]
            with CaptureQueriesContext(connection) as queries:
                tell(numbers, "ivan petrov")
            return len(queries)

        few = cost()
        for _ in range(20):
            make_speaker("Ivan Petrov")
        self.assertEqual((few, cost()), (5, 5))
