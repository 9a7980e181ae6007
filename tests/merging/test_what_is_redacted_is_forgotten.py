from django.test import TestCase

from quotesdb import merging
from quotesdb.merging import duplicates
from quotesdb.models import Article, Duplicate, Merge, Moved
from quotesdb.redacting import reach_of, redact
from quotesdb.vocabulary import Ground
from tests.factory import make_article, make_outlet, make_quote, make_speaker


def purge(record):
    record.refresh_from_db()
    because = next(iter(Ground))
    redact(record, by=None, because=because, expected=reach_of(record).records)


class RedactedTests(TestCase):
    def test_with_a_record_go_the_merges_that_hold_its_words(self):
        one, other = make_quote("Words that must go."), make_quote("Words that stay.")
        merging.merge(one, other, by=None, why="one", keep={"text": "survivor"})
        duplicates.tell_apart(one, make_quote(), by=None)
        purge(one)
        self.assertFalse(Merge.objects.exists())
        self.assertFalse(Duplicate.objects.exists())

    def test_and_what_an_article_said_of_its_sources(self):
        post, harbour = make_outlet("Post"), make_outlet("Harbour Post")
        article = make_article(relies_on=[post, harbour])
        merging.merge(post, harbour, by=None, why="one")
        self.assertTrue(Moved.objects.exclude(values__isnull=True).exists())
        purge(article)
        self.assertFalse(Moved.objects.exclude(values__isnull=True).exists())
        self.assertFalse(Article.objects.exists())

    def test_other_merges_stay(self):
        merge = merging.merge(make_speaker("A"), make_speaker("B"), by=None, why="one")
        purge(make_speaker("C"))
        self.assertEqual(Merge.objects.get(), merge)
