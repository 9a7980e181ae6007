from django.test import TestCase
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from hypothesis.extra.django import TestCase as PropertyTestCase

from quotesdb import curation
from quotesdb.ingest import load
from quotesdb.models import Alias, NameKey, Quote, Speaker, WordKey
from quotesdb.naming.finding import find
from quotesdb.naming.keeping import rebuild, renew
from quotesdb.records import SpeakerRecord
from quotesdb.vocabulary import SpeakerKind
from tests.factory import make_outlet, make_quote, make_speaker
from tests.naming.asked import found

KEPT = ("named", "speaker", "text", "one", "two", "three", "word", "kind", "place")


def kept():
    names = NameKey.objects.order_by().values_list(*KEPT)
    told = [tuple(bytes(it) if isinstance(it, memoryview) else it for it in row) for row in names]
    return sorted(told), sorted(WordKey.objects.order_by().values_list("word", "number"))


class InStep(TestCase):
    def check(self):
        """What the writes kept is what is made anew from nothing."""
        before = kept()
        rebuild()
        self.assertEqual(before, kept())


class InStepTests(InStep):
    def test_a_new_name_and_the_old_one_no_more(self):
        speaker = make_speaker("Grace Hill")
        speaker.name = "Grace Wood"
        curation.keep_speaker(speaker, by=None)
        self.assertEqual(found("woood"), ["grace-hill"])
        self.assertEqual(NameKey.objects.filter(word="hill").count(), 1)  # Its slug is permanent.
        self.check()

    def test_aliases_that_come_and_go(self):
        speaker = make_speaker("Grace Hill", aliases=["Gracie"])
        curation.keep_speaker(speaker, aliases=[Alias(name="Mrs. Wood")], by=None)
        self.assertEqual((found("gracie"), found("mrs")), (["grace-hill"], ["grace-hill"]))
        self.assertEqual(find("gracie", misspelt=False), [])
        self.check()

    def test_an_outlet_that_is_deleted(self):
        outlet = make_outlet("The Harbour Post", aliases=["Harbour"])
        curation.discard([outlet], by=None)
        self.assertEqual(kept(), ([], []))

    def test_words_that_others_have_stay(self):
        make_speaker("Ada Harbour")
        curation.discard([make_speaker("Grace Harbour")], by=None)
        self.assertEqual(found("harbuor"), ["ada-harbour"])
        self.check()

    def test_a_kind_that_is_another(self):
        speaker = make_speaker("The Board", kind="group")
        speaker.kind = "organization"
        curation.keep_speaker(speaker, by=None)
        self.assertEqual(found("board", kinds=["organization"]), ["the-board"])
        self.check()

    def test_quotes_that_go_to_another(self):
        ada, adam = make_speaker("Ada Hill"), make_speaker("Adam Hill")
        quote = make_quote("Words.", speaker=ada)
        self.assertEqual(found("ad"), ["ada-hill", "adam-hill"])
        quote.speaker = adam
        curation.keep_quote(quote, by=None)
        self.assertEqual(found("ad"), ["adam-hill", "ada-hill"])
        self.check()
        curation.discard([quote], by=None)
        self.check()

    def test_a_record_that_is_merged_and_its_survivors_kind(self):
        survivor, double = make_speaker("Grace Hill"), make_speaker("Gracy Hill")
        Speaker.objects.filter(pk=double.pk).update(merged_into=survivor, kind="group")
        renew([survivor.pk])
        self.assertEqual(found("gracy"), ["grace-hill"])
        self.check()

    def test_an_import(self):
        names = ("Ada Hill", "Grace Wood", "Grace Hill")
        records = [SpeakerRecord(it.replace(" ", "-"), it, SpeakerKind.PERSON) for it in names]
        load(records, importer="seeds")
        self.assertEqual(found("hill"), ["Ada-Hill", "Grace-Hill"])
        self.check()

    def test_nothing_is_written_where_nothing_differs(self):
        speaker = make_speaker("Grace Hill", aliases=["Gracie"])
        self.assertEqual(renew([speaker.pk]), {})
        self.assertEqual(renew([]), {})

    def test_what_was_wrong_is_told(self):
        speaker = make_speaker("Grace Hill")
        NameKey.objects.filter(word="hill").update(word="hull")
        NameKey.objects.filter(word="grace").delete()
        sentence = "of the keys to its names, 0 wrong and 1 missing"
        self.assertEqual(renew([speaker.pk]), {speaker.pk: sentence})


def write(deed, number, name):
    standing = list(Speaker.objects.standing().exclude(kind="outlet").order_by("pk"))
    if deed == "make" or not standing:
        make_speaker(name)
    else:
        WAYS[deed](standing[number % len(standing)], name, standing[0])


def rename(speaker, name, first):
    speaker.name = name
    curation.keep_speaker(speaker, by=None)


def alias(speaker, name, first):
    curation.keep_speaker(speaker, aliases=[Alias(name=name)], by=None)


def quote(speaker, name, first):
    make_quote("Words.", speaker=speaker)


def move(speaker, name, first):
    for one in Quote.objects.all()[:1]:
        one.speaker = speaker
        curation.keep_quote(one, by=None)


def delete(speaker, name, first):
    if not (speaker.quotes.exists() or speaker.merged_from.exists()):
        curation.discard([speaker], by=None)


def merge(speaker, name, first):
    """Curation will merge; here the row is set."""
    if speaker != first and not speaker.merged_from.exists():
        Speaker.objects.filter(pk=speaker.pk).update(merged_into=first)
        renew([speaker.pk])


WAYS = {
    "rename": rename,
    "alias": alias,
    "quote": quote,
    "move": move,
    "delete": delete,
    "merge": merge,
}


NAMES = some.one_of(
    some.sampled_from(["Ada Hill", "Ada Hall", "The Hill", "Hill", "A. B. Hill", "Лавров"]),
    some.text(some.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=40),
).filter(lambda name: any(map(str.isalnum, name)))
WRITES = some.lists(
    some.tuples(
        some.sampled_from(["make", *WAYS]),
        some.integers(0, 5),
        NAMES,
    ),
    max_size=8,
)


class AnyWritesTests(PropertyTestCase):
    @settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(WRITES)
    def test_after_any_writes_all_is_as_if_made_anew(self, writes):
        for deed, number, name in writes:
            write(deed, number, name)
        before = kept()
        rebuild()
        self.assertEqual(before, kept())
