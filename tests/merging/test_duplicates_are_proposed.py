from datetime import date

from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from quotesdb import merging
from quotesdb.merging import duplicates
from quotesdb.models import Curator, Duplicate
from quotesdb.refusals import Refused
from tests.factory import make_appearance, make_article, make_outlet, make_quote, make_speaker

WORDS = "They say we are ready to negotiate, and they want us to surrender first."


def proposed():
    """Every pair that somebody should look at, and why."""
    duplicates.find_duplicates()
    rows = Duplicate.objects.undecided().order_by("kind", "a", "b")
    return [tuple(row) for row in rows.values_list("kind", "a", "b", "alike")]


class ProposedTests(TestCase):
    def test_speakers_of_one_wikidata_id(self):
        one = make_speaker("Ada Byron", wikidata_id="Q7259")
        other = make_speaker("Countess Lovelace", wikidata_id="Q7259")
        self.assertEqual(proposed(), [("speaker", one.pk, other.pk, "wikidata_id")])

    def test_speakers_of_one_name_or_alias(self):
        one, other = make_speaker("Ada Byron"), make_speaker("Ada Lovelace", aliases=["Ada Byron"])
        make_speaker("Grace Hill")
        self.assertEqual(proposed(), [("speaker", one.pk, other.pk, "name")])

    def test_speakers_of_names_that_are_near(self):
        one, other = make_speaker("Dmitry Peskov"), make_speaker("Dmitri Peskow")
        make_speaker("Peskov")
        self.assertEqual(proposed(), [("speaker", one.pk, other.pk, "near_name")])

    def test_outlets_as_outlets(self):
        make_speaker("Grace Hill")
        one, other = make_outlet("The Harbour Post"), make_outlet("Harbour Post")
        self.assertEqual(proposed(), [("outlet", one.pk, other.pk, "name")])

    def test_never_anonymous_sources(self):
        for _ in range(2):
            make_speaker("a senior official", kind="anonymous", description="An official.")
        self.assertEqual(proposed(), [])

    def test_quotes_of_the_same_words_by_one_speaker(self):
        speaker = make_speaker()
        one = make_quote(WORDS, speaker=speaker)
        other = make_quote(WORDS.replace("surrender", "give up"), speaker=speaker)
        make_quote("Rivers do not bargain with the sea at all.", speaker=speaker)
        self.assertEqual(proposed(), [("quote", one.pk, other.pk, "words")])

    def test_quotes_of_the_same_words_of_one_day(self):
        day = date(2024, 1, 1)
        one, other = make_quote(WORDS, said_from=day), make_quote(WORDS)
        make_appearance(other, make_article(published_on=day))
        self.assertEqual(proposed(), [("quote", one.pk, other.pk, "words")])

    def test_not_what_was_said_again_a_month_later(self):
        speaker = make_speaker()
        for month in (1, 2):
            day = date(2024, month, 1)
            make_quote(WORDS, speaker=speaker, said_from=day, said_until=day)
        self.assertEqual(proposed(), [])

    def test_not_the_words_alone(self):
        make_quote(WORDS), make_quote(WORDS, speaker="Ada")
        self.assertEqual(proposed(), [])


class DecidedTests(TestCase):
    def setUp(self):
        self.one, self.other = make_speaker("Ada Byron"), make_speaker("Ada Byron")

    def test_what_is_not_the_same_is_not_proposed_again(self):
        proposed()
        duplicates.tell_apart(self.other, self.one, by=None, why="mother and daughter")
        self.assertEqual(proposed(), [])
        self.assertEqual(duplicates.like(self.one), [])
        duplicates.ask_again(Duplicate.objects.get().pk, by=None)
        self.assertEqual(len(proposed()), 1)

    def test_what_is_merged_is_not_proposed_until_that_is_undone(self):
        proposed()
        merge = merging.merge(self.one, self.other, by=None, why="the same")
        self.assertFalse(Duplicate.objects.undecided().exists())
        merging.undo(merge.pk, by=None)
        self.assertTrue(Duplicate.objects.undecided().exists())

    def test_what_is_alike_no_more_is_forgotten(self):
        proposed()
        merging.merge(self.one, make_speaker("Grace Hill"), by=None, why="the same")
        duplicates.find_duplicates()
        self.assertFalse(Duplicate.objects.filter(a=self.one.pk).exists())

    def test_one_record_is_asked_about_without_having_looked_before(self):
        (pair,) = duplicates.like(self.other)
        self.assertEqual((pair.a, pair.b), (self.one.pk, self.other.pk))

    def test_only_editors_say_so(self):
        curator = Curator.objects.create_user("ada")
        with self.assertRaises(PermissionDenied):
            duplicates.tell_apart(self.one, self.other, by=curator)

    def test_nonsense_is_refused(self):
        for other in (self.one, make_quote()):
            with self.assertRaises(Refused):
                duplicates.tell_apart(self.one, other, by=None)

    def test_the_command_says_how_many(self):
        call_command("find_duplicates", verbosity=0)
        call_command("find_duplicates", "--since", "2999-01-01", verbosity=0)
        self.assertEqual(Duplicate.objects.count(), 1)


class CostTests(TestCase):
    def cost(self, ask):
        with CaptureQueriesContext(connection) as queries:
            ask()
        return len(queries)

    def test_a_hundred_quotes_cost_what_two_do(self):
        speaker = make_speaker()
        quotes = [make_quote(f"{WORDS} And {it}.", speaker=speaker).pk for it in range(6)]
        two = self.cost(lambda: list(duplicates.quotes_alike(quotes[:2])))
        self.assertEqual(two, self.cost(lambda: list(duplicates.quotes_alike(quotes))))
