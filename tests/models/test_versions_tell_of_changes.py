from django.test import TestCase

from quotesdb import acts, curation
from quotesdb.models import Alias, Hop, Quote, Reliance, Segment
from quotesdb.models.history import Act, acting
from quotesdb.vocabulary import Door
from tests.factory import make_appearance, make_article, make_outlet, make_quote, make_speaker


class VersionTests(TestCase):
    def version(self, record):
        return type(record).objects.get(pk=record.pk).version

    def test_a_new_record_has_version_1(self):
        for record in (make_outlet(), make_article(), make_appearance(chain=[make_speaker()])):
            self.assertEqual(self.version(record), 1)

    def test_it_moves_when_a_field_changes(self):
        quote = make_quote()
        quote.occasion = "A speech"
        self.assertTrue(curation.keep_quote(quote, by=None))
        self.assertEqual(self.version(quote), 2)

    def test_it_stays_when_nothing_changes(self):
        appearance = make_appearance(chain=[make_speaker()])
        updated_at = appearance.updated_at
        changed = curation.keep_appearance(
            appearance,
            segments=[Segment(position=0, exact=appearance.wording)],
            chain=[Hop(position=0, speaker=appearance.chain.get().speaker)],
            by=None,
        )
        self.assertFalse(changed)
        self.assertEqual(self.version(appearance), 1)
        appearance.refresh_from_db()
        self.assertEqual(appearance.updated_at, updated_at)

    def test_it_stays_when_only_what_follows_from_other_rows_has_moved(self):
        quote = make_quote()
        make_appearance(quote, make_article(published_on="2024-01-01"))
        self.assertFalse(curation.keep_quote(quote, by=None))
        self.assertEqual(self.version(quote), 1)

    def test_the_whole_moves_when_a_part_is_added(self):
        speaker = make_speaker()
        curation.keep_speaker(speaker, aliases=[Alias(name="G. Hill")], by=None)
        self.assertEqual(self.version(speaker), 2)

    def test_the_whole_moves_when_a_part_changes(self):
        article = make_article(relies_on=[make_outlet()])
        outlet = article.relies_on.get().outlet
        again = [Reliance(outlet=outlet, kind="republishes")]
        curation.keep_article(article, relies_on=again, by=None)
        self.assertEqual(self.version(article), 2)

    def test_the_whole_moves_when_a_part_goes(self):
        appearance = make_appearance(chain=[make_speaker()])
        curation.keep_appearance(appearance, chain=[], by=None)
        self.assertEqual(self.version(appearance), 2)

    def test_it_moves_once_when_field_and_part_change_together(self):
        speaker = make_speaker()
        speaker.name = "Grace B. Hill"
        curation.keep_speaker(speaker, aliases=[Alias(name="Grace Hill")], by=None)
        self.assertEqual(self.version(speaker), 2)

    def test_a_record_that_one_act_makes_and_changes_has_version_1(self):
        quote = Quote(text="Words.")
        with acting(Act(Door.IMPORT)):
            acts.keep(quote)
            quote.occasion = "A speech"
            acts.keep(quote)
        self.assertEqual(self.version(quote), 1)

    def test_an_outlet_moves_when_its_name_changes(self):
        outlet = make_outlet()
        outlet.speaker.name = "Harbour Post"
        curation.keep_outlet(outlet, outlet.speaker, by=None)
        self.assertEqual(self.version(outlet), 2)
