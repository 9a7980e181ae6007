from django.core.management import call_command

from quotesdb.models import Quote
from tests.api.asking import Asking
from tests.factory import make_appearance, make_quote


class WordingsTests(Asking):
    def wordings(self, quote):
        return self.ask(f"quotes/{quote.pk}/wordings/")

    def test_the_altered_words_of_the_seeds_are_named(self):
        call_command("import_seeds", verbosity=0)
        answer = self.wordings(Quote.objects.get(key="ready-to-negotiate"))
        self.assertEqual(answer["wordings"][0]["class"], "exact")
        altered = [
            (difference["from"], difference["to"])
            for alert in answer["alerts"]
            for difference in alert["differences"]
        ]
        self.assertIn(("have", "enter into"), altered)
        self.assertIn("“have” and “enter into”", answer["alerts"][0]["sentence"])

    def test_typography_is_no_alteration(self):
        quote = make_quote("We’re ready for a cease-fire.")
        make_appearance(quote, segments=["We are ready for a ceasefire,"])
        answer = self.wordings(quote)
        self.assertEqual([row["class"] for row in answer["wordings"]], ["typographic"])
        self.assertEqual(answer["alerts"], [])

    def test_an_excerpt_is_no_alteration(self):
        quote = make_quote("We are ready to talk, and we always were.")
        make_appearance(quote)
        make_appearance(quote, segments=["We are ready to talk"])
        answer = self.wordings(quote)
        self.assertEqual([row["class"] for row in answer["wordings"]], ["exact", "excerpt"])
        self.assertEqual(answer["alerts"], [])

    def test_what_changed_is_told_step_by_step(self):
        quote = make_quote("We are ready to talk.")
        make_appearance(quote, segments=["We are willing to talk."])
        (row,) = self.wordings(quote)["wordings"]
        changed = [(step["op"], step["from"], step["to"]) for step in row["operations"]]
        self.assertIn(("replaced", "ready", "willing"), changed)

    def test_indirect_speech_is_compared_but_raises_no_alert(self):
        quote = make_quote("We are ready to talk.")
        make_appearance(quote)
        make_appearance(quote, segments=["they are willing to talk"], form="indirect")
        answer = self.wordings(quote)
        self.assertEqual(len(answer["wordings"]), 2)
        self.assertEqual(answer["alerts"], [])
