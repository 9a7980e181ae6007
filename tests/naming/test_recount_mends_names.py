from io import StringIO

from django.core.management import call_command
from django.test import TestCase

from quotesdb.models import NameKey, WordKey
from tests.factory import make_speaker
from tests.naming.asked import found


class RecountTests(TestCase):
    def setUp(self):
        make_speaker("Grace Hill")

    def recount(self):
        told = StringIO()
        call_command("recount", stdout=told, stderr=StringIO())
        return told.getvalue()

    def test_a_database_from_before_there_were_keys_gets_them(self):
        NameKey.objects.all().delete()
        WordKey.objects.all().delete()
        told = self.recount()
        self.assertIn("grace-hill: of the keys to its names, 0 wrong and 2 missing", told)
        self.assertIn("1 speakers' names looked through, 1 mended; 0 keys", told)
        self.assertEqual((found("hil"), found("grcae")), (["grace-hill"], ["grace-hill"]))

    def test_words_that_were_lost_alone_are_found_again(self):
        WordKey.objects.all().delete()
        self.assertEqual(found("grcae"), [])
        self.recount()
        self.assertEqual(found("grcae"), ["grace-hill"])

    def test_what_is_gone_is_forgotten(self):
        NameKey.objects.filter(word="grace").update(named=999_999, speaker=999_999)
        WordKey.objects.create(number=1, word="gone")
        self.assertIn("2 keys to what is gone deleted.", self.recount())
        self.assertEqual(found("grace"), ["grace-hill"])
        self.assertFalse(WordKey.objects.filter(word="gone").exists())
