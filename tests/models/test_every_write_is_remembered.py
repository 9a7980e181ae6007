from django.apps import apps
from django.test import TestCase, TransactionTestCase

from quotesdb import curation
from quotesdb.ingest import load
from quotesdb.models import Alias, Curator, Quote, Segment, Speaker
from quotesdb.models.history import NoAct
from quotesdb.records import QuoteRecord, SpeakerRecord
from quotesdb.vocabulary import Door, SpeakerKind
from tests.factory import make_appearance, make_article, make_outlet, make_quote, make_speaker


def told(entries):
    """Newest first: what was done, by whom, why and through which door."""
    return [
        (it.history_type, it.history_user, it.history_change_reason, it.door)
        for it in entries.order_by("-history_id")
    ]


class RememberedTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.ada = Curator.objects.create_user("ada")

    def test_a_single_write(self):
        speaker = make_speaker()
        speaker.name = "Grace B. Hill"
        curation.keep_speaker(speaker, by=self.ada, why="her full name", door=Door.API)
        self.assertEqual(
            told(speaker.history.all()),
            [("~", self.ada, "her full name", "api"), ("+", None, "", "admin")],
        )

    def test_all_rows_of_one_act_share_its_moment(self):
        appearance = make_appearance(chain=[make_speaker()])
        entries = [
            *appearance.history.all(),
            *Segment.history.all(),
            *appearance.chain.get().history.all(),
        ]
        self.assertEqual(len({it.history_date for it in entries}), 1)

    def test_even_those_that_it_deletes(self):
        speaker = make_speaker(aliases=["G. Hill"])
        curation.keep_speaker(speaker, aliases=[Alias(name="Grace")], by=None)
        entries = [speaker.history.latest(), *Alias.history.all()[:2]]
        self.assertEqual({it.history_type for it in entries}, {"~", "-", "+"})
        self.assertEqual(len({it.history_date for it in entries}), 1)

    def test_a_part_that_is_deleted(self):
        speaker = make_speaker(aliases=["G. Hill"])
        curation.keep_speaker(speaker, aliases=[], by=self.ada, why="not hers")
        self.assertEqual(told(Alias.history.all())[0], ("-", self.ada, "not hers", "admin"))

    def test_a_record_that_is_deleted_with_its_parts(self):
        outlet = make_outlet(aliases=["Harbour"])
        curation.discard([outlet], by=self.ada, why="twice")
        for model in (type(outlet), Speaker, Alias):
            self.assertEqual(told(model.history.all())[0], ("-", self.ada, "twice", "admin"))

    def test_an_import(self):
        records = [SpeakerRecord("ada", "Ada", SpeakerKind.PERSON), QuoteRecord("q", "Words.")]
        load(records, importer="seeds", by=self.ada)
        for model in (Speaker, Quote):
            entry = model.history.get()
            self.assertEqual(
                (entry.history_user, entry.history_change_reason, entry.door),
                (self.ada, "brought by seeds", "import"),
            )

    def test_nothing_where_nothing_changed(self):
        quote = make_quote()
        curation.keep_quote(quote, by=self.ada)
        self.assertEqual(quote.history.count(), 1)


class OutsideAnActTests(TransactionTestCase):
    """In transactions of their own, as a shell would have them."""

    def test_no_row_is_written(self):
        with self.assertRaises(NoAct):
            Speaker(slug="x", name="X", kind="person").save()
        self.assertFalse(Speaker.objects.exists())

    def test_no_row_is_changed(self):
        speaker = make_speaker("Grace")
        speaker.name = "Grete"
        with self.assertRaises(NoAct):
            speaker.save()
        self.assertEqual(Speaker.objects.get().name, "Grace")

    def test_no_row_is_deleted(self):
        article = make_article()
        with self.assertRaises(NoAct):
            article.delete()
        article.refresh_from_db()


def test_every_curated_row_and_part_has_a_history():
    models = apps.get_app_config("quotesdb").get_models()
    without = {
        model.__name__
        for model in models
        if not hasattr(model, "history") and not model.__name__.startswith("Historical")
    }
    derived = {"Affected", "CommonPrint", "CommonWord", "KeptAnswer", "PrintedBy", "SharedText"}
    found_by = {"NameKey", "SearchDocument", "SearchLanguage", "WordKey"}
    found_by |= {"NumberedWords", "PostingList", "PostingSegment"}
    others = {"ApiKey", "Brought", "Change", "Curator", "Delivery", "Edition", "FirstAnswer"}
    others |= {"Redaction", "Taking", "Webhook", "Duplicate", "Merge", "Moved"}
    assert without == others | derived | found_by
