from django.test import TestCase

from quotesdb import curation
from quotesdb.models import Alias, Curator, Hop
from quotesdb.since import Since, since
from quotesdb.vocabulary import Door
from tests.factory import make_appearance, make_outlet, make_quote, make_speaker


class SinceTests(TestCase):
    def test_nothing_happened(self):
        self.assertEqual(since(make_quote(), 1), Since((), ()))

    def test_each_act_with_its_version_who_why_and_door(self):
        quote, ada = make_quote(), Curator.objects.create_user("ada")
        for occasion, door in (("a speech", Door.ADMIN), ("a dinner", Door.API)):
            quote.occasion = occasion
            curation.keep_quote(quote, by=ada, why=f"it was {occasion}", door=door)
        told = [(act.version, act.by, act.why, act.door) for act in since(quote, 1).acts]
        self.assertEqual(
            told,
            [(2, "ada", "it was a speech", "admin"), (3, "ada", "it was a dinner", "api")],
        )
        self.assertEqual([act.version for act in since(quote, 2).acts], [3])

    def test_the_members_by_their_names_in_answers(self):
        quote = make_quote()
        quote.occasion, quote.speaker = "a speech", make_speaker()
        curation.keep_quote(quote, by=None)
        self.assertEqual(since(quote, 1).members, ("speaker", "occasion"))

    def test_what_was_changed_back_does_not_differ(self):
        quote = make_quote()
        for occasion in ("a speech", ""):
            quote.occasion = occasion
            curation.keep_quote(quote, by=None)
        self.assertEqual(since(quote, 1).members, ())
        self.assertEqual(len(since(quote, 1).acts), 2)

    def test_parts_are_named_as_a_whole(self):
        appearance = make_appearance(chain=[make_speaker()])
        chain = [Hop(position=0, speaker=make_speaker("Tom Arden"))]
        curation.keep_appearance(appearance, chain=chain, by=None)
        self.assertEqual(since(appearance, 1).members, ("chain",))

    def test_an_outlets_name_and_aliases_are_its_own(self):
        outlet = make_outlet("The Post")
        outlet.speaker.name = "The Harbour Post"
        curation.keep_outlet(outlet, outlet.speaker, aliases=[Alias(name="Post")], by=None)
        self.assertEqual(since(outlet, 1).members, ("name", "aliases"))

    def test_of_a_version_that_never_was_nothing_is_known(self):
        self.assertEqual(since(make_quote(), 9), Since((), ()))
