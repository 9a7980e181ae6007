from datetime import date

from quotesdb import curation
from quotesdb.models import Quote
from tests.api.asking import Asking, make_a_reported_quote
from tests.factory import make_appearance, make_article, make_outlet, make_quote, make_speaker

ADDRESS = "quotes/sample/"


class SampleTests(Asking):
    @classmethod
    def setUpTestData(cls):
        grace = make_speaker("Grace Hill")
        for number in range(30):
            make_quote(f"Words {number}", key=f"q{number}", speaker=grace if number % 2 else None)

    def sample(self, **params):
        return self.names(ADDRESS, **params)

    def test_the_same_seed_gives_the_same_quotes(self):
        self.assertEqual(self.sample(seed="a"), self.sample(seed="a"))
        self.assertNotEqual(self.sample(seed="a"), self.sample(seed="b"))

    def test_it_follows_from_seed_and_keys_alone_on_either_engine(self):
        self.assertEqual(self.sample(seed="harbour", n=5), ["q22", "q6", "q28", "q9", "q18"])
        self.assertEqual(self.sample(seed="порт", n=5), ["q10", "q15", "q16", "q14", "q28"])

    def test_a_smaller_sample_is_the_beginning_of_a_larger(self):
        self.assertEqual(self.sample(seed="a", n=3), self.sample(seed="a", n=20)[:3])

    def test_what_is_gone_changes_no_other(self):
        before = self.sample(seed="a", n=30)
        curation.discard([Quote.objects.get(key=before[1])], by=None)
        self.assertEqual(self.sample(seed="a", n=30), before[:1] + before[2:])

    def test_every_quote_is_as_likely_as_another(self):
        drawn = [key for seed in range(100) for key in self.sample(seed=seed, n=10, fields="key")]
        often = [drawn.count(f"q{number}") for number in range(30)]
        self.assertGreater(min(often), 15)
        self.assertLess(max(often), 60)

    def test_ten_unless_asked_otherwise_and_no_quote_twice(self):
        self.assertEqual(len(self.sample()), 10)
        self.assertEqual(len(set(self.sample(n=100))), 30)

    def test_without_a_seed_one_is_made_up_and_told(self):
        first, second = self.ask(ADDRESS), self.ask(ADDRESS)
        self.assertNotEqual(first["seed"], second["seed"])
        self.assertEqual(self.ask(ADDRESS, seed=first["seed"]), first)

    def test_it_keeps_to_the_filters(self):
        odd = {f"q{number}" for number in range(1, 30, 2)}
        self.assertEqual(set(self.sample(speaker="grace-hill", n=100)), odd)

    def test_conditions_bind_one_appearance(self):
        quote = Quote.objects.get(key="q7")
        a, b = make_outlet("A"), make_outlet("B")
        make_appearance(quote, make_article(outlet=a, published_on=date(2020, 5, 1)))
        make_appearance(quote, make_article(outlet=b, published_on=date(2025, 5, 1)))
        self.assertEqual(self.sample(outlet="a", published_after="2024-01-01"), [])
        self.assertEqual(self.sample(outlet="b", published_after="2024-01-01"), ["q7"])

    def test_a_quote_is_told_as_in_the_list(self):
        listed = self.ask("quotes/", key="q3")["results"]
        self.assertEqual(self.ask(ADDRESS, key="q3")["results"], listed)
        narrowed = self.ask(ADDRESS, key="q3", fields="key,speaker", omit="speaker.kind")
        row = {"key": "q3", "speaker": {"slug": "grace-hill", "name": "Grace Hill"}}
        self.assertEqual(narrowed["results"], [row])

    def test_what_was_merged_away_is_never_drawn(self):
        Quote.objects.filter(key="q3").update(merged_into=Quote.objects.get(key="q4"))
        self.assertNotIn("q3", self.sample(n=100))

    def test_a_number_that_is_none_is_refused(self):
        for number in ("0", "101", "-1", "many", "1e1"):
            self.assertIn("1 to 100", self.ask(ADDRESS, expect=400, n=number)["detail"])

    def test_an_unknown_parameter_is_refused_and_the_nearest_named(self):
        detail = self.ask(ADDRESS, expect=400, sede="a")["detail"]
        self.assertIn('Did you mean "seed"?', detail)
        problem = self.ask(ADDRESS, expect=400, page_size=3)
        self.assertEqual(problem["code"], "unknown_parameter")

    def test_it_costs_the_same_at_any_size(self):
        make_a_reported_quote()
        for size in (1, 30):
            with self.assertNumQueries(3):
                self.ask(ADDRESS, n=size, seed="a")
