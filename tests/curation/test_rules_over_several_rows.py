import pytest
from django.test import TestCase

from quotesdb import curation, rules
from quotesdb.models import ArticleText, Hop, Outlet, Segment, Speaker
from quotesdb.models.history import Act, acting
from quotesdb.refusals import Refused
from quotesdb.vocabulary import Door
from tests.factory import make_appearance, make_article, make_outlet, make_quote, make_speaker


def refused(keep, *records, **parts):
    """What is refused, as paths and sentences."""
    with pytest.raises(Refused) as error:
        keep(*records, by=None, **parts)
    return [(it.path, it.sentence) for it in error.value.refusals]


def segments(*positions):
    return [Segment(position=position, exact="Words.") for position in positions]


class AppearanceTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.article = make_article()
        cls.quote = make_quote()
        cls.outer = make_appearance(cls.quote, cls.article)
        cls.inner = make_appearance(cls.quote, cls.article, nested_in=cls.outer)

    def refused(self, appearance, **parts):
        return refused(curation.keep_appearance, appearance, **parts)

    def test_nested_in_the_same_article_only(self):
        self.inner.nested_in = make_appearance()
        self.assertEqual(self.refused(self.inner), [(("nested_in",), rules.NESTED_ELSEWHERE)])

    def test_the_outer_one_cannot_leave_the_article_alone(self):
        self.outer.article = make_article()
        self.assertEqual(self.refused(self.outer), [(("article",), rules.NESTED_ELSEWHERE)])

    def test_not_nested_in_a_loop_through_others(self):
        innermost = make_appearance(self.quote, self.article, nested_in=self.inner)
        self.outer.nested_in = innermost
        self.assertEqual(self.refused(self.outer), [(("nested_in",), rules.NESTED_IN_A_LOOP)])

    def test_not_nested_in_itself(self):
        self.outer.nested_in = self.outer
        sentences = [sentence for _, sentence in self.refused(self.outer)]
        self.assertIn("An appearance cannot be nested in itself.", sentences)

    def test_something_is_printed(self):
        self.assertEqual(self.refused(self.outer, segments=[]), [(("segments",), rules.NO_SEGMENT)])

    def test_positions_of_segments_have_no_gap(self):
        self.assertEqual(
            self.refused(self.outer, segments=segments(0, 2)), [(("segments",), rules.POSITIONS)]
        )

    def test_positions_of_hops_start_at_0(self):
        chain = [Hop(position=1, speaker=make_speaker())]
        self.assertEqual(self.refused(self.outer, chain=chain), [(("chain",), rules.POSITIONS)])

    def test_its_own_article_stands_for_no_hop(self):
        chain = [Hop(position=0, speaker=make_speaker(), article=self.article)]
        self.assertEqual(
            self.refused(self.outer, chain=chain), [(("chain", 0, "article"), rules.OWN_ARTICLE)]
        )

    def test_places_are_counted_in_its_own_article(self):
        text = ArticleText(article=make_article(), version=1, sha256="a", body="Words.")
        text.retrieved_at = "2024-01-01T00:00:00Z"
        with acting(Act(Door.IMPORT)):
            text.save()
        self.outer.text = text
        self.assertEqual(
            list(rules.of_appearance(self.outer, None, None)), [(("text",), rules.FOREIGN_TEXT)]
        )

    def test_everything_is_said_at_once(self):
        self.inner.nested_in, self.inner.form = make_appearance(), "sung"
        chain = [Hop(position=3, speaker=make_speaker(), article=self.article, relation="sang")]
        self.assertEqual(len(self.refused(self.inner, segments=[], chain=chain)), 6)


class SpeakerAndOutletTests(TestCase):
    def test_an_outlet_needs_its_profile(self):
        speaker = Speaker(name="The Harbour Post", kind="outlet")
        self.assertEqual(
            refused(curation.keep_speaker, speaker), [(("kind",), rules.WITHOUT_PROFILE)]
        )

    def test_whoever_has_a_profile_stays_an_outlet(self):
        speaker = make_outlet().speaker
        speaker.kind = "person"
        self.assertEqual(
            refused(curation.keep_speaker, speaker), [(("kind",), rules.WAS_AN_OUTLET)]
        )

    def test_recording_an_outlet_makes_its_speaker_one(self):
        speaker = make_speaker("The Harbour Post")
        curation.keep_outlet(Outlet(speaker=speaker), speaker, by=None)
        speaker.refresh_from_db()
        self.assertEqual(speaker.kind, "outlet")
