from django.test import TestCase

from quotesdb import curation, merging
from quotesdb.models import Alias, Reliance
from quotesdb.naming.finding import find
from tests.factory import make_appearance, make_article, make_outlet, make_quote, make_speaker


def merged(loser, survivor, **keep):
    return merging.merge(loser, survivor, by=None, why="the same", keep=keep)


class MeanwhileTests(TestCase):
    def setUp(self):
        self.one, self.other = make_speaker("Grace Hill"), make_speaker("Grace B. Hill")
        self.third = make_speaker("Ada Byron")

    def test_what_came_to_the_survivor_stays_there(self):
        merge = merged(self.one, self.other)
        quote = make_quote(speaker=self.other)
        merging.undo(merge.pk, by=None)
        quote.refresh_from_db()
        self.assertEqual(quote.speaker, self.other)

    def test_what_was_given_to_another_stays_there(self):
        quote = make_quote(speaker=self.one)
        merge = merged(self.one, self.other)
        quote.refresh_from_db()
        quote.speaker = self.third
        curation.keep_quote(quote, by=None)
        merging.undo(merge.pk, by=None)
        quote.refresh_from_db()
        self.assertEqual(quote.speaker, self.third)

    def test_even_if_that_one_is_merged_into_the_survivor(self):
        quote = make_quote(speaker=self.one)
        first = merged(self.one, self.other)
        quote.refresh_from_db()
        quote.speaker = self.third
        curation.keep_quote(quote, by=None)
        second = merged(self.third, self.other)
        merging.undo(first.pk, by=None)
        quote.refresh_from_db()
        self.assertEqual(quote.speaker, self.other)
        merging.undo(second.pk, by=None)
        quote.refresh_from_db()
        self.assertEqual(quote.speaker, self.third)

    def test_what_was_deleted_stays_deleted(self):
        quote, kept = make_quote(speaker=self.one), make_quote(speaker=self.one)
        merge = merged(self.one, self.other)
        curation.discard([quote], by=None)
        merging.undo(merge.pk, by=None)
        self.assertEqual(list(self.one.quotes.all()), [kept])

    def test_a_value_that_was_set_anew_stays(self):
        merge = merged(self.one, self.other, name="loser")
        self.other.refresh_from_db()
        self.other.name = "Grace Brewster Hill"
        curation.keep_speaker(self.other, by=None)
        merging.undo(merge.pk, by=None)
        self.other.refresh_from_db()
        self.assertEqual(self.other.name, "Grace Brewster Hill")

    def test_an_alias_that_both_have_stays_with_each(self):
        curation.keep_speaker(self.one, aliases=[Alias(name="G."), Alias(name="H.")], by=None)
        curation.keep_speaker(self.other, aliases=[Alias(name="G.")], by=None)
        merge = merged(self.one, self.other)
        names = set(self.other.aliases.values_list("name", flat=True))
        self.assertEqual(names, {"G.", "H."})
        merging.undo(merge.pk, by=None)
        self.assertEqual(set(self.one.aliases.values_list("name", flat=True)), {"G.", "H."})
        self.assertEqual(set(self.other.aliases.values_list("name", flat=True)), {"G."})

    def test_a_reliance_that_an_article_has_since_given_up_comes_back_with_the_outlet(self):
        post, harbour = make_outlet("Post"), make_outlet("Harbour Post")
        article = make_article(relies_on=[post, harbour])
        merge = merged(post, harbour)
        self.assertEqual(article.relies_on.count(), 1)
        curation.keep_article(article, relies_on=[], by=None)
        merging.undo(merge.pk, by=None)
        self.assertEqual([it.outlet for it in article.relies_on.all()], [post])

    def test_of_two_reliances_the_stated_one_holds(self):
        post, harbour = make_outlet("Post"), make_outlet("Harbour Post")
        inferred = Reliance(outlet=harbour, certainty="inferred")
        article = make_article(relies_on=[Reliance(outlet=post, evidence="it told us"), inferred])
        merge = merged(post, harbour)
        held = article.relies_on.get()
        self.assertEqual((held.certainty, held.evidence), ("stated", "it told us"))
        merging.undo(merge.pk, by=None)
        told = set(article.relies_on.values_list("outlet", "certainty", "evidence"))
        self.assertEqual(told, {(post.pk, "stated", "it told us"), (harbour.pk, "inferred", "")})

    def test_both_names_find_the_survivor(self):
        merge = merged(self.one, self.other)
        found = {it.speaker for it in find("Grace Hill")}
        self.assertEqual(found, {self.other.pk})
        merging.undo(merge.pk, by=None)
        self.assertIn(self.one.pk, {it.speaker for it in find("Grace Hill")})

    def test_history_tells_of_it_by_its_door(self):
        quote = make_quote(speaker=self.one)
        merge = merged(self.one, self.other)
        entry = quote.history.latest()
        self.assertEqual((entry.door, entry.history_change_reason), ("merge", "the same"))
        self.assertEqual(entry.speaker, self.other)
        merging.undo(merge.pk, by=None, why="two cousins")
        entry = quote.history.latest()
        self.assertEqual((entry.door, entry.history_change_reason), ("merge", "two cousins"))

    def test_each_version_moves_once(self):
        quote = make_quote(speaker=self.one)
        appearance = make_appearance(quote, chain=[self.one, self.one])
        merged(self.one, self.other, name="loser")
        for record in (quote, appearance, self.one, self.other):
            record.refresh_from_db()
            self.assertEqual(record.version, 2, record)
